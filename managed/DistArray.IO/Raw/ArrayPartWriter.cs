namespace DistArray.IO;

/// <summary>Writes an array in parts that follow each other in the file, so that no more than a part of it is in memory.</summary>
/// <typeparam name="T">Element type.</typeparam>
/// <remarks>Given by <see cref="NpyFile.Save"/>, <see cref="NpzWriter"/> and <see cref="FortranFileWriter"/>.</remarks>
public sealed unsafe class ArrayPartWriter<T> where T : unmanaged
{
    private readonly string _call;
    private readonly long _size;
    private readonly MemoryOrder _fileOrder;
    private readonly ICommunicator _communicator;
    private readonly RankAgreement _agreement;
    private readonly Action<LocalPart<T>, long> _put;
    private long _done;
    private bool _isBroken;

    internal ArrayPartWriter(string call, long size, MemoryOrder fileOrder, ICommunicator communicator, RankAgreement agreement, Action<LocalPart<T>, long> put) =>
        (_call, _size, _fileOrder, _communicator, _agreement, _put) = (call, size, fileOrder, communicator, agreement, put);

    /// <summary>Writes the next elements.</summary>
    /// <param name="part">Their values, of any shape and distribution over the ranks of the file; in the order of the file they follow those before.
    /// Slices along the slowest axis do, such as rows of a row-major file.</param>
    /// <exception cref="ArgumentException">The array has not so many elements left, or the part is distributed over other ranks than the file's.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Write(DistArray<T> part)
    {
        ArgumentNullException.ThrowIfNull(part);
        string call = $"{_call}, {NpyHeader.ShapeText(part.Distribution.Shape)} from element {_done} on";
        _agreement.OnCall(call);
        _agreement.Step(call, () =>
        {
            ExpectGood();
            if (!part.Distribution.Communicator.IsCongruentTo(_communicator))
                throw new ArgumentException($"{call}: the part is over {part.Distribution.Communicator.Size} ranks, and the file is of {_communicator.Size} others. Use arrays of the file's communicator.");
            if (part.Size > _size - _done)
                throw new ArgumentException($"{call}: {part.Size} elements are given, and {_size - _done} of {_size} are left.");
        });
        long first = _done * sizeof(T);
        _isBroken = true;
        Slabs.Write(part, FilePlace<T>.Whole(part, _fileOrder, forReading: false), step => _agreement.Step(call, step), owned => _agreement.Step(call, () => _put(owned(), first)));
        _isBroken = false;
        _done += part.Size;
    }

    /// <summary>Has all of it written; throws where something is missing.</summary>
    /// <remarks><b>Collective.</b></remarks>
    internal void Run(Action<ArrayPartWriter<T>> write)
    {
        _agreement.Run(() => write(this));
        _agreement.Step(_call, () =>
        {
            ExpectGood();
            if (_done != _size)
                throw new ArgumentException($"{_call}: {_done} of {_size} elements were written. Write all of them.");
        });
    }

    private void ExpectGood()
    {
        if (_isBroken)
            throw new InvalidOperationException($"{_call}: a part could not be written, and its exception was caught. Write the whole array anew.");
    }
}
