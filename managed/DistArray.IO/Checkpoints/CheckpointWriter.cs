namespace DistArray.IO;

/// <summary>Writes what is described into a file.</summary>
internal sealed class CheckpointWriter(Hdf5File file) : CheckpointState
{
    private readonly List<CheckpointEntry> _entries = [];
    private readonly HashSet<string> _names = [CheckpointHeader.Group];

    /// <inheritdoc/>
    public override bool IsLoading => false;

    /// <inheritdoc/>
    public override void Array<T>(string name, DistArray<T> array, GridInterpolation? interpolation)
    {
        ArgumentNullException.ThrowIfNull(array);
        Write(name, array, CheckpointEntryKind.Array);
    }

    /// <inheritdoc/>
    public override void Value<T>(string name, ref T value)
    {
        ReadOnlySpan<T> values = [value];
        Add(name, CheckpointEntryKind.Value, ElementTypes.NameOf(ElementTypes.Of<T>()), [], Checksum.Of(values));
        file.Attributes.Set(name, value);
    }

    /// <inheritdoc/>
    public override void Values<T>(string name, ref T[] values)
    {
        ArgumentNullException.ThrowIfNull(values);
        using DistArray<T> array = Np.Zeros<T>(new Distribution(file.Communicator, [values.Length], "n"));
        values.CopyTo(array.LocalSpan);
        Write(name, array, CheckpointEntryKind.Values);
    }

    /// <inheritdoc/>
    public override void Text(string name, ref string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Add(name, CheckpointEntryKind.Text, "", [], Checksum.Of(text));
        file.Attributes.Set(name, text);
    }

    /// <inheritdoc/>
    public override void Generator(string name, RandomGenerator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        ReadOnlySpan<ulong> state = [generator.State.Seed, generator.State.Stream];
        Add(name, CheckpointEntryKind.Generator, "uint64", [2], Checksum.Of(state));
        file.Attributes.Set(name, state);
    }

    /// <summary>Writes the header, when all is described.</summary>
    /// <remarks><b>Collective.</b> Rank 0's clock and versions are written.</remarks>
    public void Finish(long? step, IReadOnlyDictionary<string, string> parameters)
    {
        CheckpointProvenance mine = CheckpointProvenance.Now(file.Communicator, parameters);
        long ticks = file.Communicator.Allreduce(file.Communicator.Rank == 0 ? mine.Time.Ticks : 0, Operation<long>.Max);
        new CheckpointHeader(CheckpointHeader.CurrentVersion, step, mine with { Time = new DateTimeOffset(ticks, TimeSpan.Zero) }, [.. _entries]).Write(file);
    }

    private void Write<T>(string name, DistArray<T> array, CheckpointEntryKind kind) where T : unmanaged
    {
        // Writing checks that the array belongs to the file's ranks: the checksum's all-reduce may rely on it.
        Expect(name);
        file.Write(name, array);
        _entries.Add(new CheckpointEntry(name, kind, ElementTypes.NameOf(ElementTypes.Of<T>()), array.Shape.ToArray(), Checksum.Of(array)));
    }

    private void Add(string name, CheckpointEntryKind kind, string type, long[] shape, ulong checksum)
    {
        Expect(name);
        _entries.Add(new CheckpointEntry(name, kind, type, shape, checksum));
    }

    private void Expect(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (name.StartsWith('/') || name.Split('/')[0] == CheckpointHeader.Group || !_names.Add(name))
            throw new ArgumentException($"A checkpoint cannot hold '{name}': names begin with no slash, come once, and are not '{CheckpointHeader.Group}', where its header is.", nameof(name));
    }
}
