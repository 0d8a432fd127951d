using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>NumPy's archives of named arrays (<c>.npz</c>), as numpy.savez writes and numpy.load reads them.</summary>
/// <remarks>Written and read in parallel, by every rank what it owns; compressed members are read, by every rank as a whole, and not written.</remarks>
public sealed class NpzFile : IDisposable
{
    private const string Ending = ".npy";

    private readonly ICommunicator _communicator;
    private readonly RankAgreement _agreement;
    private readonly Dictionary<string, ZipMember> _members = [];
    private SafeFileHandle? _file;

    private NpzFile(string path, ICommunicator communicator)
    {
        Path = path;
        _communicator = communicator;
        _agreement = new RankAgreement(communicator);
    }

    /// <summary>Full path of the file.</summary>
    public string Path { get; }

    /// <summary>Names of the arrays, in the order of the file.</summary>
    public IReadOnlyCollection<string> Names => _members.Keys;

    /// <summary>Writes an archive; it takes the place of an older one when all of it is on the disk.</summary>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="communicator">The ranks that write.</param>
    /// <param name="write">Writes the arrays: the same calls on every rank.</param>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written there, or the disk is full; the older file stays.</exception>
    /// <exception cref="InvalidOperationException">The ranks make different calls; the older file stays.</exception>
    /// <remarks><b>Collective.</b> As numpy.savez; zip64 where a size or an offset needs it.</remarks>
    public static void Save(string path, ICommunicator communicator, Action<NpzWriter> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentNullException.ThrowIfNull(write);
        var agreement = new RankAgreement(communicator);
        agreement.OnCall($"NpzFile.Save({path})");
        AtomicFile.Make(path, communicator, agreement, target =>
        {
            var writer = new NpzWriter(target, communicator, agreement);
            agreement.Run(() => write(writer));
            writer.Finish();
        });
    }

    /// <summary>Opens an archive.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="communicator">The ranks that read.</param>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="InvalidDataException">It is no archive, or is damaged.</exception>
    /// <exception cref="NotSupportedException">It is encrypted, or compressed in a way that NumPy does not use.</exception>
    /// <remarks><b>Collective.</b> As numpy.load.</remarks>
    public static NpzFile Open(string path, ICommunicator communicator)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        var npz = new NpzFile(System.IO.Path.GetFullPath(path), communicator);
        string call = $"NpzFile.Open({path})";
        try
        {
            npz._agreement.OnCall(call);
            npz._agreement.Step(call, () =>
            {
                if (communicator.Rank == 0)
                    Expect.ReadableFile(npz.Path);
            });
            npz._agreement.Step(call, npz.OpenNow);
            return npz;
        }
        catch
        {
            npz.Dispose();
            throw;
        }
    }

    /// <summary>Reads what a member says of itself.</summary>
    /// <param name="name">Name of the array, without <c>.npy</c>.</param>
    /// <returns>Version, element type, shape and order.</returns>
    /// <exception cref="ArgumentException">There is no such array.</exception>
    /// <exception cref="InvalidDataException">The member is damaged.</exception>
    /// <exception cref="NotSupportedException">Its elements are of a type that no array has.</exception>
    /// <remarks>Local.</remarks>
    public NpyHeader ReadHeader(string name)
    {
        using NpzContent content = Content(name);
        return content.ReadHeader();
    }

    /// <summary>Whether a member is compressed, so that every rank goes through all of it for whatever part it reads.</summary>
    /// <param name="name">Name of the array, without <c>.npy</c>.</param>
    /// <returns>True where it is.</returns>
    /// <exception cref="ArgumentException">There is no such array.</exception>
    /// <remarks>Local.</remarks>
    public bool IsCompressed(string name) => Member(name).Method != ZipMember.Stored;

    /// <summary>Reads all of it, or a part, into a new array of any distribution, whatever wrote the file.</summary>
    /// <typeparam name="T">The element type that the member has; a logical where it has the integer of that size.</typeparam>
    /// <param name="name">Name of the array, without <c>.npy</c>.</param>
    /// <param name="distribution">Distribution of the array, over the file's ranks; its Shape is that of the part.</param>
    /// <param name="indices">Indices, ranges and slices, one an axis of the member's array; an index takes its axis away. None: all of it.</param>
    /// <returns>A new row-major array; its halos are zero.</returns>
    /// <exception cref="ArgumentException">There is no such array, or the distribution is over other ranks.</exception>
    /// <exception cref="InvalidDataException">The member is damaged, its checksum is wrong, or it has another shape or element type.</exception>
    /// <exception cref="NotSupportedException">Its elements are of a type that no array has.</exception>
    /// <remarks><b>Collective.</b> The checksum of a member that is not compressed is compared where all of it is read.</remarks>
    public DistArray<T> Read<T>(string name, Distribution distribution, params ReadOnlySpan<AxisIndex> indices) where T : unmanaged
    {
        AxisIndex[] kept = indices.ToArray();
        return NewArray.Of<T>(distribution, array => Read(name, array, kept));
    }

    /// <summary>Reads all of it, or a part, into an array that is there, such as a core's.</summary>
    /// <typeparam name="T">The element type that the member has; a logical where it has the integer of that size.</typeparam>
    /// <param name="name">Name of the array, without <c>.npy</c>.</param>
    /// <param name="destination">Gets the values; its halos stay as they are. Any memory order and strides. Its Shape is that of the part.</param>
    /// <param name="indices">Indices, ranges and slices, one an axis of the member's array; an index takes its axis away. None: all of it.</param>
    /// <exception cref="ArgumentException">There is no such array, or it is distributed over other ranks.</exception>
    /// <exception cref="InvalidDataException">The member has another shape or element type, and nothing was read; or its data is damaged, which its checksum tells
    /// when it was read, so that the values are of no use.</exception>
    /// <exception cref="NotSupportedException">Its elements are of a type that no array has; nothing was read.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of the checksum. The checksum of a member that is not compressed is compared where all of it is read;
    /// <see cref="Verify"/> compares it alone.</remarks>
    public void Read<T>(string name, DistArray<T> destination, params ReadOnlySpan<AxisIndex> indices) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(destination);
        ObjectDisposedException.ThrowIf(_file is null, this);
        Distribution distribution = destination.Distribution;
        ElementType type = ElementTypes.Of<T>();
        AxisIndex[] kept = indices.ToArray();
        string call = $"NpzFile.Read({name}[{Hdf5Selection.TextOf(kept)}], {ElementTypes.NameOf(type)} {NpyHeader.ShapeText(distribution.Shape)})";
        _agreement.OnCall(call);
        NpzContent? content = null;
        NpyHeader? header = null;
        Hdf5Selection? selected = null;
        try
        {
            _agreement.Step(call, () =>
            {
                Expect.SameRanks(distribution, _communicator, Path);
                content = Content(name);
                header = content.ReadHeader();
                selected = NpyData.Select(header, kept);
                NpyData.Expect(content.Name, header, type, distribution.Shape, selected?.Shape);
            });
            _agreement.Step(call, () =>
            {
                if (_communicator.Rank == 0)
                    AddHeader(content!, header!);
            });
            Action<Func<LocalPart<T>>> read = part => _agreement.Step(call, () => ReadNow(content!, header!, part()));
            if (selected is null)
                Slabs.Read(destination, FilePlace<T>.Whole(destination, header!.FileOrder, forReading: true), step => _agreement.Step(call, step), read);
            else
                read(selected.Place(destination, forReading: true).Own);
            GC.KeepAlive(destination);
            _agreement.Step(call, content!.Finish);
            if (selected is not null && content.IsStored)
                return;
            uint checksum = content!.Checksum(_communicator), expected = _members[name].Checksum;
            _agreement.Step(call, () =>
            {
                if (checksum != expected)
                    throw WrongChecksum(content, checksum, expected);
            });
        }
        finally
        {
            content?.Dispose();
        }
    }

    /// <summary>Compares the checksum of a member with its content, which is read and not kept.</summary>
    /// <param name="name">Name of the array, without <c>.npy</c>.</param>
    /// <exception cref="ArgumentException">There is no such array.</exception>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    /// <remarks><b>Collective.</b> Of a member that is not compressed every rank reads its share.</remarks>
    public void Verify(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ObjectDisposedException.ThrowIf(_file is null, this);
        string call = $"NpzFile.Verify({name})";
        _agreement.OnCall(call);
        NpzContent? content = null;
        try
        {
            _agreement.Step(call, () =>
            {
                content = Content(name);
                content.ReadShare(_communicator);
            });
            uint checksum = content!.Checksum(_communicator), expected = _members[name].Checksum;
            _agreement.Step(call, () =>
            {
                if (checksum != expected)
                    throw WrongChecksum(content, checksum, expected);
            });
        }
        finally
        {
            content?.Dispose();
        }
    }

    /// <summary>Closes the file.</summary>
    /// <remarks>Local.</remarks>
    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private static InvalidDataException WrongChecksum(NpzContent content, uint found, uint expected) =>
        new($"{content.Name} is damaged: its checksum is {found:x8}, and {expected:x8} was written.");

    private static void ReadNow<T>(NpzContent content, NpyHeader header, LocalPart<T> part) where T : unmanaged => NpyData.Read(header, part, (offset, bytes) =>
    {
        content.Get(offset, bytes);
        // Of copies the first counts.
        if (!part.IsCopy)
            content.Add(offset, bytes);
    });

    private static void AddHeader(NpzContent content, NpyHeader header)
    {
        if (!content.IsStored)
            return;
        var bytes = new byte[header.DataOffset];
        content.Get(0, bytes);
        content.Add(0, bytes);
    }

    private void OpenNow()
    {
        _file = FileHandles.ForReading(Path);
        foreach (ZipMember member in new ZipReader(_file, Path).Members())
        {
            if (member.Name.EndsWith(Ending, StringComparison.Ordinal) && !_members.TryAdd(member.Name[..^Ending.Length], member))
                throw new InvalidDataException($"{Path} is damaged: {member.Name} is there twice.");
        }
    }

    private NpzContent Content(string name)
    {
        ObjectDisposedException.ThrowIf(_file is null, this);
        return new NpzContent(_file, Path, Member(name));
    }

    private ZipMember Member(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _members.TryGetValue(name, out ZipMember? member) ? member
            : throw new ArgumentException($"There is no array {name} in {Path}. There are: {string.Join(", ", Names)}.");
    }
}
