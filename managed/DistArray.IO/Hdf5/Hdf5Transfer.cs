using System.Runtime.InteropServices;
using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>Moves what a rank owns between its memory and an open dataset, collectively, in rounds that all ranks make together.</summary>
/// <typeparam name="T">Element type.</typeparam>
internal sealed unsafe class Hdf5Transfer<T> : IDisposable where T : unmanaged
{
    private readonly Hdf5File _file;
    private readonly string _call;
    private readonly LocalPart<T> _part;
    private readonly Hdf5Id _dataset, _space, _type, _transfer;
    private readonly long _limit;
    private readonly T* _staging;

    /// <summary>Prepares the transfer. A rank whose memory is not in the file's order uses a buffer of bounded size.</summary>
    /// <param name="file">The file.</param>
    /// <param name="call">The call that it belongs to.</param>
    /// <param name="dataset">The open dataset; stays the caller's.</param>
    /// <param name="part">What this rank owns.</param>
    /// <param name="isTogether">Whether the ranks may move data in one collective call; otherwise each does for itself.</param>
    /// <param name="isProbe">Whether data are only tried to be read, into the buffer.</param>
    public Hdf5Transfer(Hdf5File file, string call, Hdf5Id dataset, LocalPart<T> part, bool isTogether, bool isProbe)
    {
        _file = file;
        _call = call;
        _part = part;
        _dataset = dataset;
        _type = Hdf5Datatype.Of(ElementTypes.Of<T>());
        _space = Hdf5Library.Id(H5D.get_space(dataset), "read a shape");
        _transfer = Hdf5Library.Id(H5P.create(H5P.DATASET_XFER), "make a property list");
        if (file.Communicator.Size > 1 && isTogether && file.Transfer == Hdf5TransferMode.Collective)
            Hdf5Library.Check(H5P.set_dxpl_mpio(_transfer, H5FD.mpio_xfer_t.COLLECTIVE), "set the mode of transfer");
        bool isDirect = part.IsInFileOrder && !isProbe;
        long bytes = isDirect ? TransferLimits.BytesOfRound : TransferLimits.BytesOfStaging;
        _limit = Math.Max(Math.Min(bytes / sizeof(T), TransferLimits.PiecesOfRound * part.PieceSize), 1);
        if (!isDirect && !part.IsEmpty)
            _staging = (T*)NativeMemory.AlignedAlloc((nuint)(Math.Min(_limit, part.Size) * sizeof(T)), 64);
    }

    /// <summary>Memory to file.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Write() => Rounds((box, memory, buffer) =>
    {
        if (box is { } piece && _staging != null)
            Packing.Pack(_part, piece, _staging);
        Hdf5Library.Check(H5D.write(_dataset, _type, memory, _space, _transfer, (void*)buffer), $"write ({_call})");
    });

    /// <summary>File to memory.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Read() => Rounds((box, memory, buffer) =>
    {
        Hdf5Library.Check(H5D.read(_dataset, _type, memory, _space, _transfer, (void*)buffer), $"read ({_call})");
        if (box is { } piece && _staging != null)
            Packing.Unpack(_part, piece, _staging);
    });

    /// <summary>Reads from the file what is there, and leaves memory as it is.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Probe() => Rounds((_, memory, buffer) => Hdf5Library.Check(H5D.read(_dataset, _type, memory, _space, _transfer, (void*)buffer), $"read what is there ({_call})"));

    /// <inheritdoc/>
    public void Dispose()
    {
        _transfer.Dispose();
        _space.Dispose();
        _type.Dispose();
        NativeMemory.AlignedFree(_staging);
    }

    private void Rounds(Action<Box?, long, nint> move)
    {
        long rounds = _part.IsEmpty ? 0 : Box.CountOf(_part.Extents, _limit);
        _file.Communicator.Allreduce(&rounds, &rounds, 1, Operation<long>.Max);
        using IEnumerator<Box> boxes = (_part.IsEmpty ? [] : Box.Split(_part.Extents, _limit)).GetEnumerator();
        T* direct = _part.Pointer;
        for (long round = 0; round < rounds; round++)
        {
            Box? box = boxes.MoveNext() ? boxes.Current : null;
            _file.Agreement.Step(_call, () =>
            {
                lock (Hdf5Library.Gate)
                {
                    ulong count = (ulong)(box?.Size ?? 0);
                    using Hdf5Id memory = Hdf5Library.Id(H5S.create_simple(1, &count, null), "make a dataspace");
                    if (box is { } piece)
                        Select(piece);
                    else
                        Hdf5Library.Check(H5S.select_none(_space), "select nothing");
                    // HDF5 refuses a null pointer even where nothing is selected.
                    byte nothing;
                    move(box, memory, (nint)(box is null ? (T*)&nothing : _staging != null ? _staging : direct));
                }
            });
            direct += box?.Size ?? 0;
        }
    }

    /// <summary>Selects the box in the file: the product of the patterns of its axes.</summary>
    private void Select(Box box)
    {
        int ndim = box.First.Length;
        if (ndim == 0)
        {
            Hdf5Library.Check(H5S.select_all(_space), "select");
            return;
        }
        var patterns = new List<Pattern>[ndim];
        for (int axis = 0; axis < ndim; axis++)
            patterns[axis] = Pattern.Cover(_part.Runs[axis], box.First[axis], box.End[axis]);
        ulong* start = stackalloc ulong[4 * ndim], stride = start + ndim, count = stride + ndim, block = count + ndim;
        var choice = new int[ndim];
        H5S.seloper_t operation = H5S.seloper_t.SET;
        int step;
        do
        {
            for (int axis = 0; axis < ndim; axis++)
                (start[axis], stride[axis], count[axis], block[axis]) = patterns[axis][choice[axis]];
            Hdf5Library.Check(H5S.select_hyperslab(_space, operation, start, stride, count, block), "select");
            operation = H5S.seloper_t.OR;
            step = ndim - 1;
            while (step >= 0 && ++choice[step] == patterns[step].Count)
                choice[step--] = 0;
        }
        while (step >= 0);
    }
}
