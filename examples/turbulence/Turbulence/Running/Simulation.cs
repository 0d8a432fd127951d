using DistArray;
using DistArray.IO;
using DistArray.Mpi;

namespace Turbulence;

/// <summary>A run: the core steps, and between steps its arrays are measured and stored where they are.</summary>
public sealed class Simulation
{
    private readonly ICommunicator _world;
    private readonly Options _options;
    private readonly Schedule _schedule;
    private readonly Clock _clock;
    private readonly TurbulenceCore _core;
    private readonly TimeSeries _series;
    private readonly EnergyBudget _budget;
    private readonly OutputFolder? _output;
    private readonly StopRequest? _stop;
    private readonly StepTimer _timer = new();

    private Simulation(ICommunicator world, Start start, StopRequest? stop)
    {
        (_world, _options, _schedule, _clock, _core, _stop) = (world, start.Options, start.Schedule, start.Clock, start.Core, stop);
        _series = new TimeSeries([.. Quantity.Of(_options.Parameters).Select(quantity => quantity.Name)]);
        _budget = new EnergyBudget(_options.Parameters);
        _output = _options.Output is { } folder ? new OutputFolder(folder, _core, _clock) : null;
    }

    /// <summary>Does all that a command line asks for.</summary>
    /// <returns>Whether the run came to its end; otherwise it was stopped, and a checkpoint saved.</returns>
    /// <exception cref="UsageException">The command line makes no sense, or a file cannot be read or written: found before the first step.</exception>
    /// <exception cref="RunFailedException">The run blew up.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static bool Run(Communicator world, string[] args)
    {
        using var start = new Start(world, args);
        // Without a folder to save to, signals end the program as ever.
        using StopRequest? stop = start.Options.Output is null ? null : new StopRequest(world, start.Options.WallLimit);
        return new Simulation(world, start, stop).Run();
    }

    private bool Run()
    {
        Tell($"{_core.Parameters.Describe()}; {_world.Size} ranks, {_schedule.Last - _schedule.First} steps");
        StopReason reason = StopReason.None;
        Progress.Run(isSilent: _world.Rank != 0, progress =>
        {
            Observe(progress);
            while (_clock.Step < _schedule.Last && (reason = _stop?.Check() ?? StopReason.None) == StopReason.None)
            {
                (double dt, double time) = _schedule.Next(_clock);
                _timer.Measure(() => _core.Step(dt));
                _clock.Advance(time);
                Observe(progress);
            }
        });
        if (reason == StopReason.None) Finish();
        else Stop(reason);
        return reason == StopReason.None;
    }

    private void Stop(StopReason reason)
    {
        if (!_schedule.IsCheckpoint(_clock.Step)) _output!.WriteCheckpoint(_clock);
        SaveSeries();
        Tell($"stopped={reason} step={_clock.Step} t={_clock.Time:g6}: --restart latest continues");
    }

    private void Observe(Progress progress)
    {
        long step = _clock.Step;
        if (step <= _schedule.LastWhole && step >= _schedule.LastWhole - EnergyBudget.Before && EnergyBudget.Exists(_core.Parameters.Model)) _budget.Add(_core.State);
        if (_schedule.IsSample(step)) Sample();
        if (_schedule.IsSnapshot(step)) _output?.WriteFields(_clock);
        if (_schedule.IsCheckpoint(step)) _output?.WriteCheckpoint(_clock);
        progress.Report((step - _schedule.First + 1.0) / (_schedule.Last - _schedule.First + 1), $"step {step}, t = {_clock.Time:g6}");
    }

    private void Sample()
    {
        double[] values = ModeSums.Means(_core.State, _core.Parameters, Quantity.Of(_core.Parameters));
        if (!values.All(double.IsFinite))
        {
            SaveSeries();
            throw new RunFailedException($"The run blew up before t = {_clock.Time:g6} (step {_clock.Step}): an energy is not finite. Take a smaller --dt than {_clock.Dt}, or a larger --nu.");
        }
        _series.Add(_clock.Time, values);
    }

    private void Finish()
    {
        if (_options.RawFinal is { } raw) Storing.OnAll(raw, () => RawFile.Write(raw, _core.State, MemoryOrder.ColumnMajor));
        SaveSeries();
        _output?.WritePictures(_clock, _series);
        if (_budget.EnergyResidual is { } energy && _budget.EnstrophyResidual is { } enstrophy)
            Tell($"energy_budget_residual={energy:e3} enstrophy_budget_residual={enstrophy:e3}");
        Tell($"bytes_copied={_world.Allreduce(_core.BytesElsewhere, Operation<long>.Add)}");
        if (_options.Poisson is { } tolerance) SolvePoisson(tolerance);
        Tell($"{_timer.Report(_world)}");
    }

    private void SolvePoisson(double tolerance)
    {
        PoissonSolve solve = PoissonSolve.Run(_core, tolerance);
        Tell($"poisson_iterations={solve.Result.Iterations} poisson_residual={solve.Result.Residual:e1} poisson_difference={solve.Difference:e1}");
        if (!solve.Result.Converged) throw new RunFailedException($"--poisson {tolerance}: {solve.Result}. Take a larger tolerance.");
    }

    private void SaveSeries()
    {
        if (_options.Json is { } json) Storing.OnFirst(_world, json, () => _series.Save(json));
    }

    private void Tell(FormattableString text)
    {
        if (_world.Rank == 0) Console.WriteLine(FormattableString.Invariant(text));
    }
}
