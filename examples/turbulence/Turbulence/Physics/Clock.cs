namespace Turbulence;

/// <summary>Step and time of a run: the time is counted from an origin and never summed, so that a restart meets the very same times.</summary>
public sealed class Clock
{
    private long _originStep;
    private double _originTime;

    /// <summary>A clock that shows a step and a time.</summary>
    /// <param name="step">Steps since the beginning.</param>
    /// <param name="time">Time reached.</param>
    /// <param name="dt">Length of a step.</param>
    public Clock(long step, double time, double dt)
    {
        (Step, Dt) = (step, dt);
        SetOrigin(time);
    }

    /// <summary>Steps since the beginning.</summary>
    public long Step { get; private set; }

    /// <summary>Length of a step.</summary>
    public double Dt { get; }

    /// <summary>Time reached.</summary>
    public double Time => TimeAt(Step);

    /// <summary>The time at a step, where all have full length.</summary>
    public double TimeAt(long step) => _originTime + (step - _originStep) * Dt;

    /// <summary>Goes on by a step that ends at a time.</summary>
    public void Advance(double time)
    {
        Step++;
        SetOrigin(time);
    }

    // Where steps had another length (before a restart, or to meet the end), the count starts anew.
    private void SetOrigin(double time)
    {
        if (TimeAt(Step) != time) (_originStep, _originTime) = (Step, time);
    }
}
