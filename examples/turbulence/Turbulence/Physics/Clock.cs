namespace Turbulence;

/// <summary>Step and time of a run: the time is counted from an origin and never summed, so that a restart meets the very same times.</summary>
public sealed class Clock
{
    private readonly long _originStep;
    private readonly double _originTime;

    /// <summary>A clock that shows a step and a time.</summary>
    /// <param name="step">Steps since the beginning.</param>
    /// <param name="time">Time reached.</param>
    /// <param name="dt">Length of a step.</param>
    public Clock(long step, double time, double dt)
    {
        Step = step;
        Dt = dt;
        bool isRegular = time == step * dt;        // not so where an earlier run had other steps
        (_originStep, _originTime) = isRegular ? (0, 0) : (step, time);
    }

    /// <summary>Steps since the beginning.</summary>
    public long Step { get; private set; }

    /// <summary>Length of a step.</summary>
    public double Dt { get; }

    /// <summary>Time reached.</summary>
    public double Time => TimeAt(Step);

    /// <summary>Goes on by a step.</summary>
    public void Advance() => Step++;

    /// <summary>The time at a step.</summary>
    public double TimeAt(long step) => _originTime + (step - _originStep) * Dt;

    /// <summary>The last step that ends no later than a time.</summary>
    public long LastStepUntil(double time) => Step + Math.Max(0, (long)Math.Floor((time - Time) / Dt * (1 + 1e-12) + 1e-9));
}
