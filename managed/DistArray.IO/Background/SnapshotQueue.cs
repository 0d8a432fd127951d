using System.Runtime.ExceptionServices;
using DistArray.Mpi;

namespace DistArray.IO;

/// <summary>Writes files in the background while the program goes on: arrays are copied once, and a thread writes them in the order of the calls.</summary>
/// <remarks>
/// <para>The thread works on a communicator of its own, which needs <see cref="ThreadLevel.Multiple"/>; with less, on several ranks, files are written at once
/// (<see cref="IsBackground"/>). Each file is complete before it gets its name, as with <see cref="Hdf5File.Save"/>.</para>
/// <para>HDF5 is never used by two threads: <see cref="Hdf5File"/> waits for the queues of its thread, on all ranks at the same place, so that nothing can lock.</para>
/// <para>An error is thrown by the next call of the queue, on all ranks alike.</para>
/// </remarks>
/// <example><code>using var snapshots = new SnapshotQueue(world);
/// for (int step = 1; step &lt;= steps; step++)
/// {
///     core.Step(dt);
///     if (step % 50 == 0) snapshots.Save($"u{step:d6}.h5", file => file.Write("u", core.U));
/// }
/// snapshots.Flush();</code></example>
public sealed class SnapshotQueue : IDisposable
{
    [ThreadStatic] private static List<SnapshotQueue>? t_queues;

    private readonly ICommunicator _communicator, _background;
    private readonly int _capacity;
    private readonly Queue<Snapshot> _waiting = [];
    private readonly Thread? _thread;
    private long _made, _done;
    private readonly Queue<(long Number, Exception Exception)> _failed = [];
    private bool _isClosed;

    /// <summary>Starts a queue.</summary>
    /// <param name="communicator">The ranks that write together.</param>
    /// <param name="capacity">Files that may wait; a further one waits until the first is written. Each keeps a copy of its arrays.</param>
    /// <exception cref="ArgumentOutOfRangeException">The capacity is less than 1.</exception>
    /// <remarks><b>Collective.</b> Duplicates the communicator.</remarks>
    public SnapshotQueue(ICommunicator communicator, int capacity = 2)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        ArgumentOutOfRangeException.ThrowIfLessThan(capacity, 1);
        _communicator = communicator;
        _capacity = capacity;
        _background = communicator.Duplicate();
        IsBackground = communicator is not Communicator || MpiEnvironment.ThreadLevel == ThreadLevel.Multiple;
        if (!IsBackground) return;
        (t_queues ??= []).Add(this);
        _thread = new Thread(Work) { IsBackground = true, Name = "DistArray snapshots" };
        _thread.Start();
    }

    /// <summary>Whether files are written in the background; otherwise at once, since only one thread may call MPI.</summary>
    public bool IsBackground { get; }

    /// <summary>Files that are not written yet.</summary>
    public int Pending
    {
        get
        {
            lock (_waiting) return (int)(_made - _done);
        }
    }

    /// <summary>Copies what <paramref name="fill"/> names, and has it written.</summary>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="fill">Names arrays and attributes, on every rank alike.</param>
    /// <exception cref="IOException">An earlier file could not be written; this one was not begun. Other exceptions of <see cref="Hdf5File.Save"/> alike.</exception>
    /// <exception cref="ObjectDisposedException">The queue was disposed of.</exception>
    /// <exception cref="RankFailedException"><paramref name="fill"/> failed on a rank; nothing was begun.</exception>
    /// <remarks><b>Collective.</b> Two all-reduces of an integer. Waits while as many files are pending as the queue holds.</remarks>
    public void Save(string path, Action<Snapshot> fill)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(fill);
        ObjectDisposedException.ThrowIf(_isClosed, this);
        ThrowFailed();
        WaitUntil(_made - _capacity + 1);
        var snapshot = new Snapshot(_background, System.IO.Path.GetFullPath(path));
        // A rank that did not hand its part over would leave the others' threads waiting.
        Exception? problem = null;
        try
        {
            fill(snapshot);
        }
        catch (Exception e)
        {
            problem = e;
        }
        try
        {
            _communicator.ThrowIfAny(problem);
        }
        catch
        {
            snapshot.Dispose();
            throw;
        }
        lock (_waiting)
        {
            _made++;
            _waiting.Enqueue(snapshot);
            Monitor.PulseAll(_waiting);
        }
        if (IsBackground) return;
        WriteNext();
        ThrowFailed();
    }

    /// <summary>Waits until all files are written.</summary>
    /// <exception cref="IOException">A file could not be written. Other exceptions of <see cref="Hdf5File.Save"/> alike.</exception>
    /// <exception cref="ObjectDisposedException">The queue was disposed of.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of an integer.</remarks>
    public void Flush()
    {
        ObjectDisposedException.ThrowIf(_isClosed, this);
        WaitUntil(_made);
        ThrowFailed();
    }

    /// <summary>Waits until all files are written, and ends the thread. An error that no call has thrown is told on standard error: call <see cref="Flush"/> before.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Dispose()
    {
        if (_isClosed) return;
        WaitUntil(_made);
        _isClosed = true;
        lock (_waiting) Monitor.PulseAll(_waiting);
        _thread?.Join();
        t_queues?.Remove(this);
        if (_communicator.Rank == 0)
            foreach ((_, Exception exception) in _failed) Console.Error.WriteLine($"A snapshot was not written: {exception.Message}");
        (_background as IDisposable)?.Dispose();
    }

    /// <summary>Waits until the queues of this thread have written all that they were given: HDF5 serves one thread at a time, and its calls are collective.</summary>
    internal static void WaitForThisThread()
    {
        foreach (SnapshotQueue queue in t_queues ?? []) queue.WaitUntil(queue._made);
    }

    private void Work()
    {
        while (true)
        {
            lock (_waiting)
            {
                while (_waiting.Count == 0)
                {
                    if (_isClosed) return;
                    Monitor.Wait(_waiting);
                }
            }
            WriteNext();
        }
    }

    private void WriteNext()
    {
        Snapshot snapshot;
        lock (_waiting) snapshot = _waiting.Peek();
        Exception? problem = null;
        try
        {
            snapshot.Run();
        }
        catch (Exception e)
        {
            problem = e;
        }
        lock (_waiting)
        {
            _waiting.Dequeue();
            if (problem is not null) _failed.Enqueue((_done, problem));
            _done++;
            Monitor.PulseAll(_waiting);
        }
        snapshot.Dispose();
    }

    private void WaitUntil(long done)
    {
        lock (_waiting)
        {
            while (_done < done) Monitor.Wait(_waiting);
        }
    }

    // Ranks are at different files: the first that has failed anywhere fails on all, and each waits for its own end of it.
    private void ThrowFailed()
    {
        long mine;
        lock (_waiting) mine = _failed.TryPeek(out var known) ? known.Number : long.MaxValue;
        long first = _communicator.Allreduce(mine, Operation<long>.Min);
        if (first == long.MaxValue) return;
        WaitUntil(first + 1);
        // The outcome of a file is the same on every rank.
        Exception problem;
        lock (_waiting) problem = _failed.Dequeue().Exception;
        ExceptionDispatchInfo.Throw(problem);
    }
}
