namespace Turbulence;

/// <summary>When a run samples, writes and ends.</summary>
public sealed class Schedule
{
    private const int Samples = 200, Checks = 10;
    private readonly long _sampleEvery;
    private readonly long? _snapshotEvery;
    private readonly double? _until;
    private readonly long? _checkpointEvery;

    /// <summary>Plans a run.</summary>
    /// <param name="options">What is asked for.</param>
    /// <param name="clock">Where it starts.</param>
    /// <exception cref="UsageException">It would end before it starts.</exception>
    public Schedule(Options options, Clock clock)
    {
        if (options.Until < clock.Time)
            throw new UsageException($"--until {options.Until} lies before the start: the restart file is of time {clock.Time}.");
        First = clock.Step;
        _until = options.Until;
        LastWhole = First + (options.Steps ?? (long)Math.Floor((options.Until!.Value - clock.Time) / clock.Dt * (1 + 1e-14) + 1e-9));
        HasCutStep = _until - clock.TimeAt(LastWhole) > 1e-9 * clock.Dt;
        bool isRecorded = options.Json is not null || options.Output is not null;
        _sampleEvery = Math.Max(1, LastWhole / (isRecorded ? Samples : Checks));
        _checkpointEvery = options.CheckpointEvery;
        _snapshotEvery = options.SnapshotEvery is { } every ? (long)Math.Round(every / clock.Dt) : null;
    }

    /// <summary>The step it starts from.</summary>
    public long First { get; }

    /// <summary>The last step of full length.</summary>
    public long LastWhole { get; }

    /// <summary>Whether a shorter step follows, to meet the end.</summary>
    public bool HasCutStep { get; }

    /// <summary>The last step.</summary>
    public long Last => HasCutStep ? LastWhole + 1 : LastWhole;

    /// <summary>Whether energies are sampled at a step.</summary>
    public bool IsSample(long step) => step == First || step == Last || step % _sampleEvery == 0;

    /// <summary>Whether fields are written at a step.</summary>
    public bool IsSnapshot(long step) => step == Last || step % _snapshotEvery == 0;

    /// <summary>Whether a checkpoint is saved at a step.</summary>
    public bool IsCheckpoint(long step) => _checkpointEvery is { } every && step > First && (step == Last || step % every == 0);

    /// <summary>Length of the step after the clock's, and the time at its end.</summary>
    public (double Dt, double Time) Next(Clock clock) =>
        clock.Step < LastWhole ? (clock.Dt, clock.TimeAt(clock.Step + 1)) : (_until!.Value - clock.Time, _until.Value);
}
