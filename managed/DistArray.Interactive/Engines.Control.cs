using DistArray.Interactive.Jobs;

namespace DistArray.Interactive;

public sealed partial class Engines
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(50);
    private readonly Wishes _wishes = new();
    private volatile bool _isBusy;

    // Held while the engines are asked something; wishes from then on are for that.
    private Scope Enter() => new(this);

    private readonly ref struct Scope
    {
        private readonly Engines _engines;

        public Scope(Engines engines)
        {
            _engines = engines;
            engines._gate.Enter();
            engines._wishes.Clear();
            engines._isBusy = true;
        }

        public void Dispose()
        {
            _engines._isBusy = false;
            _engines._gate.Exit();
        }
    }

    /// <summary>Asks the line that runs to end, on all ranks at one point: at the next loop or statement of it where all ranks have made equally many
    /// collective calls. Whoever waits for the line gets an <see cref="EngineException"/>.</summary>
    /// <remarks>Any thread may call. It does not wait; a long call of native code is not cut short. Does nothing where no line runs.</remarks>
    public void Interrupt()
    {
        if (!_isBusy) return;
        _wishes.Interrupt();
        Wake();
    }

    /// <summary>Ends the ranks at once, a line that runs included.</summary>
    /// <remarks>Any thread may call. Whoever waits for a line gets an <see cref="EngineException"/> that says where each rank was.</remarks>
    public void Kill()
    {
        EnterAtOnce("The engines were killed.");
        try
        {
            if (_job is not { IsOver: false } job) return;
            _end = "The engines were killed.";
            job.Kill();
        }
        finally
        {
            _gate.Exit();
        }
    }

    // A line that runs is given up.
    private void EnterAtOnce(string reason)
    {
        while (!_gate.TryEnter(Turn))
        {
            _wishes.Kill(reason);
            Wake();
        }
    }

    private void Wake() => _job?.Events.Add(new EngineEvent(null, null, [], IsWish: true));
}
