using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

public static unsafe partial class DnpyFile
{
    /// <summary>Writes an array, every rank its part into a file of its own.</summary>
    /// <typeparam name="T">Element type. Fortran's logicals are stored as the integers of their size.</typeparam>
    /// <param name="prefix">What the names of the files begin with; rank r writes <c>PREFIX_r.dnpy</c>.</param>
    /// <param name="array">The array; halos are not written.</param>
    /// <exception cref="NotSupportedException">The protocol cannot say how it is distributed: several ranks have the same elements, some have none of the process
    /// grid, or they are not in C order; or a rank has more listed indices than the format's header can hold.</exception>
    /// <exception cref="DirectoryNotFoundException">Their folder does not exist.</exception>
    /// <exception cref="IOException">They cannot be written there, or the disk is full; older files stay.</exception>
    /// <remarks><b>Collective.</b> The files are complete before the first gets its name; then they get their names one after another, so that a kill in between leaves
    /// files of both. As distarray.Context.save_dnpy.</remarks>
    public static void Write<T>(string prefix, DistArray<T> array) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        ArgumentNullException.ThrowIfNull(array);
        Distribution distribution = array.Distribution;
        ICommunicator communicator = distribution.Communicator;
        var agreement = new RankAgreement(communicator);
        ElementType type = ElementTypes.Of<T>();
        string call = $"DnpyFile.Write({prefix}, {ElementTypes.NameOf(type)} {NpyHeader.ShapeText(distribution.Shape)})";
        agreement.OnCall(call);
        if (distribution.Grid.Size * distribution.Grid.Copies != communicator.Size)
            throw new NotSupportedException($"{call}: the process grid {distribution.Grid} leaves out some of {communicator.Size} ranks, and the protocol cannot say so. Redistribute the array.");
        byte[] headers = [];
        LocalPart<T>? part = null;
        agreement.Step(call, () =>
        {
            (LocalView<T> view, IReadOnlyDictionary<string, object>[] dimData) = WithoutPadding(DistributedArrayProtocol.Export(array));
            MemoryOrder order = view.IsContiguousIn(MemoryOrder.RowMajor) || !view.IsContiguousIn(MemoryOrder.ColumnMajor) ? MemoryOrder.RowMajor : MemoryOrder.ColumnMajor;
            long[] shape = [.. view.Shape];
            headers = [.. DnpyPiece.Encode(dimData), .. NpyFormat.Encode(type, shape, order)];
            part = Whole(view, order);
        });
        AtomicFile[] targets = [.. Enumerable.Range(0, communicator.Size).Select(rank => new AtomicFile(NameOf(prefix, rank), communicator, agreement))];
        try
        {
            WriteParts(call, communicator, agreement, targets, headers, part!);
            foreach (AtomicFile target in targets)
                target.Commit();
            GC.KeepAlive(array);
        }
        finally
        {
            foreach (AtomicFile target in targets)
                target.Discard();
        }
    }

    private static void WriteParts<T>(string call, ICommunicator communicator, RankAgreement agreement, AtomicFile[] targets, byte[] headers, LocalPart<T> part) where T : unmanaged
    {
        long[] sizes = communicator.Allgather(headers.Length + part.Size * sizeof(T));
        for (int rank = 0; rank < targets.Length; rank++)
        {
            targets[rank].Create();
            targets[rank].Reserve(0, sizes[rank]);
        }
        agreement.Step(call, () =>
        {
            using SafeFileHandle file = FileHandles.ForWriting(targets[communicator.Rank].Path);
            RandomAccess.Write(file, headers, 0);
            RawTransfer.Write(part, (offset, bytes) => RandomAccess.Write(file, bytes, headers.Length + offset));
        });
    }

    // The halo between ranks, which the protocol has as padding, is not written.
    private static (LocalView<T> View, IReadOnlyDictionary<string, object>[] DimData) WithoutPadding<T>(DistributedArrayExport<T> export) where T : unmanaged
    {
        LocalView<T> view = export.Buffer.View;
        var dimData = new IReadOnlyDictionary<string, object>[export.DimData.Count];
        for (int axis = 0; axis < dimData.Length; axis++)
        {
            var keys = new Dictionary<string, object>(export.DimData[axis]);
            if (keys.Remove("padding", out object? padding))
            {
                int[] widths = (int[])padding;
                keys["start"] = (long)keys["start"] + widths[0];
                keys["stop"] = (long)keys["stop"] - widths[1];
                view = view.Slice(axis, widths[0], view.Shape[axis] - widths[0] - widths[1]);
            }
            dimData[axis] = keys;
        }
        return (view, dimData);
    }

    private static LocalPart<T> Whole<T>(LocalView<T> view, MemoryOrder order) where T : unmanaged
    {
        long[] shape = [.. view.Shape], strides = view.Strides.ToArray();
        if (order == MemoryOrder.ColumnMajor)
        {
            Array.Reverse(shape);
            Array.Reverse(strides);
        }
        IndexRun[][] runs = Array.ConvertAll(shape, extent => (IndexRun[])(extent == 0 ? [] : [new IndexRun(0, 0, (int)extent)]));
        return new LocalPart<T>(shape, runs, view.Pointer, strides);
    }
}
