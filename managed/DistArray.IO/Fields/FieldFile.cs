namespace DistArray.IO;

/// <summary>A file of fields and values as a code leaves it behind, read by the names of a layout.</summary>
/// <remarks>Opening compares the size of every record with the layout. Every member is collective.</remarks>
public sealed class FieldFile : IDisposable
{
    private readonly FortranFile _file;
    private readonly Dictionary<FieldItem, FilePieces> _places;

    private FieldFile(FortranFile file, FieldFileLayout layout, Dictionary<FieldItem, FilePieces> places) => (_file, Layout, _places) = (file, layout, places);

    /// <summary>Full path of the file.</summary>
    public string Name => _file.Name;

    /// <summary>What is in it.</summary>
    public FieldFileLayout Layout { get; }

    /// <summary>Opens a file for reading.</summary>
    /// <param name="path">Where it is.</param>
    /// <param name="communicator">The ranks that read it, any number of them.</param>
    /// <param name="layout">What is in it.</param>
    /// <returns>The file, to be disposed.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="IOException">It is a folder or cannot be read.</exception>
    /// <exception cref="InvalidDataException">Its size or its records are not those of the layout; the text tells both, and what the cause may be.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static FieldFile Open(string path, ICommunicator communicator, FieldFileLayout layout)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentNullException.ThrowIfNull(layout);
        var agreement = new RankAgreement(communicator);
        string call = $"FieldFile.Open({path}, {layout})", full = Path.GetFullPath(path);
        agreement.OnCall(call);
        agreement.Step(call, () =>
        {
            if (communicator.Rank != 0)
                return;
            Expect.ReadableFile(full);
            FieldSizes.ExpectLength(full, layout);
        });
        FortranFile file = FortranFile.Open(path, communicator, layout.Format);
        try
        {
            Dictionary<FieldItem, FilePieces> places = [];
            agreement.Step(call, () =>
            {
                if (layout.Format.Access == FortranAccess.Sequential)
                    FieldSizes.ExpectRecords(file, layout);
                long next = 0;
                places = FieldPlaces.Find(layout, length => file.Part(next++, 0, length, layout.Format.Access != FortranAccess.Direct, "layout"));
            });
            return new FieldFile(file, layout, places);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Makes a file in one go; it takes the place of an older one when all of it is on the disk.</summary>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="communicator">The ranks that write it.</param>
    /// <param name="layout">What is in it.</param>
    /// <param name="write">Writes every item once, in any order, on every rank alike.</param>
    /// <exception cref="ArgumentException">An item does not fit its record, or was not written.</exception>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written there, or the disk is full.</exception>
    /// <exception cref="RankFailedException">Something else failed on a rank.</exception>
    /// <remarks><b>Collective.</b> On any failure on any rank the older file stays as it was, and all ranks throw.</remarks>
    public static void Save(string path, ICommunicator communicator, FieldFileLayout layout, Action<FieldFileWriter> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(write);
        var agreement = new RankAgreement(communicator);
        agreement.OnCall($"FieldFile.Save({path}, {layout})");
        AtomicFile.Make(path, communicator, agreement, target =>
        {
            var writer = new FieldFileWriter(communicator, agreement, target, layout);
            agreement.Run(() => write(writer));
            writer.ExpectComplete();
        });
    }

    /// <summary>Reads a field as a new array.</summary>
    /// <typeparam name="T">Element type, as in the layout.</typeparam>
    /// <param name="name">Name of the field.</param>
    /// <param name="distribution">Distribution of the array, of the field's shape.</param>
    /// <returns>A new row-major array; its halos are zero.</returns>
    /// <exception cref="ArgumentException">There is no such field, or it has another type or shape.</exception>
    /// <remarks><b>Collective.</b> A halo in the file is left out.</remarks>
    public DistArray<T> Read<T>(string name, Distribution distribution) where T : unmanaged => NewArray.Of<T>(distribution, array => Read(name, array));

    /// <summary>Reads a field into an array that is there.</summary>
    /// <typeparam name="T">Element type, as in the layout.</typeparam>
    /// <param name="name">Name of the field.</param>
    /// <param name="destination">Gets the values; its halos stay as they are.</param>
    /// <exception cref="ArgumentException">There is no such field, or it has another type or shape.</exception>
    /// <remarks><b>Collective.</b> A halo in the file is left out.</remarks>
    public void Read<T>(string name, DistArray<T> destination) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(destination);
        FieldItem? item = null;
        _file.ReadArray($"Read({name})", destination, MemoryOrder.RowMajor, () =>
        {
            item = Layout.Find(name, ElementTypes.Of<T>(), isField: true);
            FieldSizes.ExpectShape(item, destination.Distribution);
            return _places[item];
        }, () => FieldParts.ForReading(destination, item!));
    }

    /// <summary>Reads values on every rank.</summary>
    /// <typeparam name="T">Their type, as in the layout.</typeparam>
    /// <param name="name">Their name.</param>
    /// <returns>The values, the same on every rank.</returns>
    /// <exception cref="ArgumentException">There are no such values, or they have another type.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public T[] ReadValues<T>(string name) where T : unmanaged => _file.ReadPieces<T>($"ReadValues({name})", () => _places[Layout.Find(name, ElementTypes.Of<T>(), isField: false)]);

    /// <summary>Reads a value on every rank.</summary>
    /// <typeparam name="T">Its type, as in the layout.</typeparam>
    /// <param name="name">Its name.</param>
    /// <returns>The value, the same on every rank.</returns>
    /// <exception cref="ArgumentException">There is no such value, or it has another type, or there are several.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public T ReadValue<T>(string name) where T : unmanaged => ReadValues<T>(name) is [var value] ? value
        : throw new ArgumentException($"{name} is not one value. Read it with ReadValues.");

    /// <summary>Closes the file.</summary>
    /// <remarks>Local.</remarks>
    public void Dispose() => _file.Dispose();
}
