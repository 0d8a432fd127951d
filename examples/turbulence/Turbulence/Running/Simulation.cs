using DistArray;
using DistArray.IO;
using DistArray.Mpi;
using DistArray.Trilinos;

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
    private readonly StepTimer _timer = new();

    private Simulation(ICommunicator world, Options options, Schedule schedule, Clock clock, TurbulenceCore core)
    {
        (_world, _options, _schedule, _clock, _core) = (world, options, schedule, clock, core);
        _series = new TimeSeries([.. Quantity.Of(options.Parameters).Select(quantity => quantity.Name)]);
        _budget = new EnergyBudget(options.Parameters);
        _output = options.Output is { } folder ? new OutputFolder(folder, core, clock) : null;
    }

    /// <summary>Does all that a command line asks for.</summary>
    /// <exception cref="UsageException">The command line makes no sense, or a file cannot be read or written: found before the first step.</exception>
    /// <exception cref="RunFailedException">The run blew up.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static void Run(Communicator world, string[] args)
    {
        Options options = Options.Parse(args);
        using RestartFile? restart = options.Restart is { } path ? new RestartFile(path, world) : null;
        if (restart is not null) options = Options.Parse(args, restart.Parameters);
        var clock = new Clock(restart?.Step ?? 0, restart?.Time ?? 0, options.Parameters.Dt);
        var schedule = new Schedule(options, clock);
        Writable.Check(options, world);
        CheckPoisson(options, world);

        using var core = new TurbulenceCore(world, options.Parameters);
        if (restart is not null) restart.ReadInto(core.State);
        else if (options.RawInitial is { } raw) ReadRaw(raw, core);
        else InitialConditions.Set(core.State, options.Parameters, options.Initial, options.Seed);
        core.Step(options.Parameters.Dt, 0);        // the core drops what it cannot hold: time 0 is what it sees

        new Simulation(world, options, schedule, clock, core).Run();
    }

    private static void CheckPoisson(Options options, Communicator world)
    {
        if (options.Poisson is null) return;
        if (world.Allreduce(TrilinosLibrary.IsAvailable ? 1 : 0, Operation<int>.Min) == 0)
            throw new UsageException("--poisson needs Trilinos, which is not installed, or the native libraries were built without it. ./build.sh setup installs it; then build again.");
        if (options.Parameters.N / world.Size < PoissonSolve.Reach)
            throw new UsageException($"--poisson needs {PoissonSolve.Reach} lines of the grid on every rank: --n {options.Parameters.N} on {world.Size} ranks has fewer.");
    }

    private static void ReadRaw(string path, TurbulenceCore core)
    {
        try
        {
            RawFile.Read(path, core.State, MemoryOrder.ColumnMajor);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)     // alike on every rank
        {
            throw new UsageException($"--raw-initial {path}: {e.Message}");
        }
    }

    private void Run()
    {
        Tell($"{_core.Parameters.Describe()}; {_world.Size} ranks, {_schedule.Last - _schedule.First} steps");
        Progress.Run(isSilent: _world.Rank != 0, progress =>
        {
            Observe(progress);
            while (_clock.Step < _schedule.Last)
            {
                (double dt, double time) = _schedule.Next(_clock);
                _timer.Measure(() => _core.Step(dt));
                _clock.Advance(time);
                Observe(progress);
            }
        });
        Finish();
    }

    private void Observe(Progress progress)
    {
        long step = _clock.Step;
        if (step <= _schedule.LastWhole && step >= _schedule.LastWhole - EnergyBudget.Before && EnergyBudget.Exists(_core.Parameters.Model)) _budget.Add(_core.State);
        if (_schedule.IsSample(step)) Sample();
        if (_schedule.IsSnapshot(step)) _output?.WriteFields(_clock);
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
