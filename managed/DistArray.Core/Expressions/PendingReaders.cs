using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace DistArray;

/// <summary>A pending array, as long as somebody still holds it.</summary>
internal sealed class PendingReader(IOperand array)
{
    private readonly WeakReference<IOperand> _array = new(array);

    /// <summary>The array, if it is still there and still pending.</summary>
    public IOperand? Array => _array.TryGetTarget(out IOperand? target) && target.Pending is not null ? target : null;
}

/// <summary>The pending arrays that read a piece of memory: before it is written they must have their elements.</summary>
internal sealed class PendingReaders
{
    // Above so many operations times elements it is cheaper to ask the collector who is still there than to compute what nobody will read: an estimate.
    private const double WorthAsking = 100_000;

    private PendingReader?[] _readers = [];
    private int _count;

    /// <summary>Whether there are none; those that are gone count until they are looked for.</summary>
    public bool IsEmpty => _count == 0;

    public void Add(PendingReader reader)
    {
        if (_count == _readers.Length) Grow();
        _readers[_count++] = reader;
    }

    public void AddRange(PendingReaders readers)
    {
        for (int i = 0; i < readers._count; i++) Add(readers._readers[i]!);
    }

    /// <summary>Computes the pending arrays, of which those that are dead but not yet collected are better left alone.</summary>
    /// <remarks>Where one cannot be computed, the others are, and it stays noted: the memory must not be written as long as somebody holds it. One of which another
    /// operand's memory is gone throws whenever it is read, whatever is written here.</remarks>
    public void Flush()
    {
        if (_count == 0) return;
        if (Prune() > WorthAsking)
        {
            GC.Collect(0, GCCollectionMode.Forced, blocking: true);
            Prune();
        }
        PendingReader?[] readers = _readers;
        int count = _count;
        _readers = [];
        _count = 0;
        Exception? failure = null;
        for (int i = 0; i < count; i++)
        {
            try
            {
                readers[i]!.Array?.Evaluate();
            }
            catch (ObjectDisposedException)
            {
                // It has no elements any more.
            }
            catch (Exception exception)
            {
                Add(readers[i]!);
                failure ??= exception;
            }
        }
        if (failure is not null) ExceptionDispatchInfo.Throw(failure);
    }

    private void Grow()
    {
        Prune();
        if (_count >= _readers.Length / 2) Array.Resize(ref _readers, Math.Max(4, 2 * _readers.Length));
    }

    /// <summary>Drops those that are done or gone; the cost of computing the others, in operations times elements.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)] // no array may stay reachable from a register when the collector is asked
    private double Prune()
    {
        double cost = 0;
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_readers[i]!.Array is not { } array) continue;
            cost += (double)array.Pending!.Operations * array.Distribution.LocalSize;
            _readers[kept++] = _readers[i];
        }
        Array.Clear(_readers, kept, _count - kept);
        _count = kept;
        return cost;
    }
}
