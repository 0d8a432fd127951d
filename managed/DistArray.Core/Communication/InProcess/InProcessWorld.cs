namespace DistArray;

/// <summary>The ranks of one process that can exchange messages: their lock, who waits for what, and whether one has failed.</summary>
internal sealed class InProcessWorld
{
    private readonly Dictionary<int, Waiting> _waiting = [];
    private readonly bool[] _finished;
    private readonly int _size;
    private int _running;

    public InProcessWorld(int size)
    {
        _size = _running = size;
        _finished = new bool[size];
    }

    public object Gate { get; } = new();

    /// <summary>Why nothing can go on, once a rank has failed or all wait for each other.</summary>
    public RankFailedException? Failure { get; private set; }

    /// <summary>Blocks a rank until a condition holds that others bring about; throws where none will.</summary>
    public void WaitFor(int rank, string what, Func<bool> condition)
    {
        lock (Gate)
        {
            if (condition()) return;
            _waiting[rank] = new Waiting(what, condition);
            try
            {
                ThrowIfDeadlocked(rank);
                while (!condition())
                {
                    ThrowIfFailed();
                    Monitor.Wait(Gate);
                }
            }
            finally
            {
                _waiting.Remove(rank);
            }
        }
    }

    public void ThrowIfFailed()
    {
        if (Failure is { } failure) throw new RankFailedException(failure.Rank, failure.Message[(failure.Message.IndexOf(':') + 2)..], failure.InnerException);
    }

    /// <summary>Wakes every rank that waits, to throw.</summary>
    public void Fail(int rank, string message, Exception? cause)
    {
        lock (Gate)
        {
            Failure ??= new RankFailedException(rank, message, cause);
            Monitor.PulseAll(Gate);
        }
    }

    /// <summary>Says that a rank will do nothing more.</summary>
    public void Finish(int rank)
    {
        lock (Gate)
        {
            _finished[rank] = true;
            _running--;
            if (Deadlock() is { } text) Fail(_waiting.Keys.Min(), text, null);
        }
    }

    /// <summary>What each rank does: waits in which operation, runs, or has finished.</summary>
    public string Describe()
    {
        lock (Gate)
        {
            return string.Join("; ", Enumerable.Range(0, _size).Select(rank =>
                _waiting.TryGetValue(rank, out Waiting? waiting) ? $"rank {rank} waits in {waiting.What}" : $"rank {rank} {(_finished[rank] ? "has finished" : "runs")}"));
        }
    }

    // A world of one is never poisoned: its only rank may catch the exception and go on.
    private void ThrowIfDeadlocked(int rank)
    {
        if (Failure is not null || Deadlock() is not { } text) return;
        if (_size == 1) throw new CommunicationException(text);
        Fail(rank, text, null);
    }

    private string? Deadlock()
    {
        if (_running == 0 || _waiting.Count < _running || Failure is not null || _waiting.Values.Any(waiting => waiting.Condition())) return null;
        return _size == 1
            ? $"{_waiting[0].What} would wait for ever: this communicator has one rank, and it has sent itself no such message."
            : $"deadlock, no rank can go on: {Describe()}. Check that every rank makes the same collective calls and that every receive has a send.";
    }

    private sealed record Waiting(string What, Func<bool> Condition);
}
