using System.Text.Json;

namespace DistArray.IO;

/// <summary>Reads what is described from a file, and checks it.</summary>
internal sealed partial class CheckpointReader : CheckpointState, IDisposable
{
    private readonly Hdf5File _file;
    private readonly CheckpointHeader _header;

    private CheckpointReader(Hdf5File file, CheckpointHeader header) => (_file, _header) = (file, header);

    /// <inheritdoc/>
    public override bool IsLoading => true;

    /// <summary>What the checkpoint says of itself.</summary>
    public CheckpointInfo Info => new(_file.Name, _header);

    /// <summary>Opens a checkpoint whose header is good.</summary>
    /// <exception cref="CheckpointException">It is not, or no HDF5 file.</exception>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be read.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static CheckpointReader Open(string path, ICommunicator communicator)
    {
        Hdf5File? file = null;
        try
        {
            var agreement = new RankAgreement(communicator);
            string call = $"Load({path})", full = Path.GetFullPath(path);
            agreement.OnCall(call);
            agreement.Step(call, () =>
            {
                if (communicator.Rank != 0)
                    return;
                Expect.ReadableFile(full);
                CheckpointSeal.Check(full);
            });
            file = Hdf5File.Open(path, communicator);
            return new CheckpointReader(file, CheckpointHeader.Read(file));
        }
        catch (Exception e)
        {
            file?.Dispose();
            if (IsOfDamage(e) && e is not (FileNotFoundException or DirectoryNotFoundException))
                throw Damaged(Path.GetFullPath(path), e.Message, e, communicator);
            throw;
        }
    }

    /// <summary>Reads all that is described.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Run(Action<CheckpointState> describe) => _file.Agreement.Run(() =>
    {
        describe(this);
        // What fails after the last entry on one rank alone, the others learn here.
        _file.Agreement.OnOutcome($"Load({_file.Name})", null);
    });

    /// <inheritdoc/>
    public override void Array<T>(string name, DistArray<T> array, GridInterpolation? interpolation)
    {
        ArgumentNullException.ThrowIfNull(array);
        CheckpointEntry entry = Find(name, CheckpointEntryKind.Array, ElementTypes.Of<T>());
        bool isSame = array.Shape.SequenceEqual(entry.Shape);
        Agree(name, () =>
        {
            if (!isSame && interpolation is null)
                throw new ArgumentException($"{name} in {_file.Name} has shape ({string.Join(", ", entry.Shape)}), and ({string.Join(", ", array.Shape.ToArray())}) was asked for. "
                    + "Give the same shape, or say how to interpolate.");
            if (!isSame)
                interpolation!.Check<T>(entry.Shape, array.Shape.ToArray());
        });
        if (isSame)
        {
            ReadChecked(entry, array);
            return;
        }
        using DistArray<T> stored = Np.Zeros<T>(interpolation!.Source(_file.Communicator, entry.Shape));
        ReadChecked(entry, stored);
        interpolation.Run(stored, array);
    }

    /// <inheritdoc/>
    public override void Value<T>(string name, ref T value)
    {
        CheckpointEntry entry = Find(name, CheckpointEntryKind.Value, ElementTypes.Of<T>());
        value = Intact(entry, () => new[] { _file.Attributes.Get<T>(name) }, values => Checksum.Of<T>(values))[0];
    }

    /// <inheritdoc/>
    public override void Values<T>(string name, ref T[] values)
    {
        CheckpointEntry entry = Find(name, CheckpointEntryKind.Values, ElementTypes.Of<T>());
        using DistArray<T> array = Np.Zeros<T>(new Distribution(_file.Communicator, entry.Shape, "n"));
        ReadChecked(entry, array);
        values = array.LocalSpan.ToArray();
    }

    /// <inheritdoc/>
    public override void Text(string name, ref string text)
    {
        CheckpointEntry entry = Find(name, CheckpointEntryKind.Text, null);
        text = Intact(entry, () => _file.Attributes.GetString(name), Checksum.Of);
    }

    /// <inheritdoc/>
    public override void Generator(string name, RandomGenerator generator)
    {
        ArgumentNullException.ThrowIfNull(generator);
        CheckpointEntry entry = Find(name, CheckpointEntryKind.Generator, ElementType.UInt64);
        ulong[] state = Intact(entry, () => _file.Attributes.GetArray<ulong>(name), values => Checksum.Of<ulong>(values));
        generator.State = new RandomGeneratorState(state[0], state[1]);
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void ReadChecked<T>(CheckpointEntry entry, DistArray<T> array) where T : unmanaged => Intact(entry, () =>
    {
        _file.Read(entry.Name, array);
        return array;
    }, Checksum.Of);

    // What HDF5 cannot read, and what has another checksum, is damaged; that an array belongs to other ranks is not.
    private TResult Intact<TResult>(CheckpointEntry entry, Func<TResult> read, Func<TResult, ulong> checksum)
    {
        TResult result;
        try
        {
            result = read();
        }
        catch (Exception e) when (IsOfDamage(e))
        {
            throw Damaged(_file.Name, $"{entry.Name} cannot be read: {e.Message}", e, _file.Communicator);
        }
        ulong found = checksum(result);
        return found == entry.Checksum ? result : throw Damaged(_file.Name, $"the checksum of {entry.Name} is {found:x16}, and {entry.Checksum:x16} was stored", null, _file.Communicator);
    }

    private CheckpointEntry Find(string name, CheckpointEntryKind kind, ElementType? type)
    {
        CheckpointEntry? entry = _header.Entries.FirstOrDefault(entry => entry.Name == name);
        string wanted = type is { } known ? ElementTypes.NameOf(known) : "";
        Agree(name, () =>
        {
            if (entry is null)
                throw new ArgumentException($"There is no '{name}' in the checkpoint {_file.Name}. It holds: {string.Join(", ", _header.Entries.Select(other => other.Name))}.");
            if (entry.Kind != kind || entry.Type != wanted)
                throw new ArgumentException($"'{name}' in the checkpoint {_file.Name} is {entry.Description}, and {Word(kind)} {(wanted.Length > 0 ? $"of {wanted} " : "")}was asked for. Load it as what it is.");
        });
        return entry!;
    }

    private void Agree(string name, Action check)
    {
        string call = $"Load({_file.Name}, {name})";
        _file.Agreement.OnCall(call);
        _file.Agreement.Step(call, check);
    }

    private static string Word(CheckpointEntryKind kind) => kind switch
    {
        CheckpointEntryKind.Array => "an array",
        CheckpointEntryKind.Values => "a row of numbers",
        CheckpointEntryKind.Value => "a value",
        CheckpointEntryKind.Text => "a text",
        _ => "a random generator",
    };

    private static bool IsOfDamage(Exception e) => e is IOException or InvalidDataException or JsonException or RankFailedException or OverflowException or OutOfMemoryException;

    private static CheckpointException Damaged(string path, string reason, Exception? cause, ICommunicator communicator)
    {
        var exception = new CheckpointException($"{path} cannot be loaded as a checkpoint: {reason.TrimEnd('.')}. Load an older one.", cause) { Damage = reason };
        SharedFailure.MarkAgreed(exception, communicator);
        return exception;
    }
}
