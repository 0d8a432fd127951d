using DistArray;
using DistArray.IO;
using DistArray.Mpi;

namespace Turbulence;

/// <summary>Where a run starts from: its options, its clock and the core with the state to go on from.</summary>
internal sealed class Start : IDisposable
{
    private readonly Communicator _world;
    private readonly string[] _args;
    private TurbulenceCore? _core;
    private UsageException? _refusal;

    /// <summary>Sets everything up that a command line asks for.</summary>
    /// <exception cref="UsageException">It makes no sense, or a file cannot be read or written.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public Start(Communicator world, string[] args)
    {
        (_world, _args) = (world, args);
        Options = Options.Parse(args);
        Clock = new Clock(0, 0, Options.Parameters.Dt);
        Schedule = null!;
        try
        {
            if (Options.Restart is { } restart) Load(restart);
            else Begin();
        }
        catch
        {
            Dispose();
            throw;
        }
        Core.Step(Options.Parameters.Dt, 0);        // the core drops what it cannot hold: time 0 is what it sees
    }

    /// <summary>What is asked for, with the stored parameters where it goes on from a file.</summary>
    public Options Options { get; private set; }

    /// <summary>Step and time.</summary>
    public Clock Clock { get; private set; }

    /// <summary>When the run samples, writes and ends.</summary>
    public Schedule Schedule { get; private set; }

    /// <summary>The core, with its state set.</summary>
    public TurbulenceCore Core => _core!;

    /// <inheritdoc/>
    /// <remarks><b>Collective.</b></remarks>
    public void Dispose() => _core?.Dispose();

    private void Begin()
    {
        Prepare(0, 0);
        if (Options.RawInitial is { } raw) ReadRaw(raw);
        else InitialConditions.Set(Core.State, Options.Parameters, Options.Initial, Options.Seed);
    }

    private void Load(string restart)
    {
        try
        {
            if (restart == Options.Latest)
            {
                foreach (string warning in Checkpoint.LoadLatest(Options.Output!, _world, Describe).Warnings)
                    if (_world.Rank == 0) Console.Error.WriteLine($"turbulence: {warning}");
            }
            else Checkpoint.Load(restart, _world, Describe);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)     // alike on every rank
        {
            throw new UsageException($"--restart {restart}: {e.Message}");
        }
        if (_refusal is not null) throw _refusal;
    }

    // Called again where a checkpoint is damaged and the one before is taken.
    private void Describe(CheckpointState state)
    {
        (long step, double time, Parameters stored) = (0, 0, Options.Parameters);
        RunState.Describe(state, ref step, ref time, ref stored);
        try
        {
            Options = Options.Parse(_args, stored);
            Prepare(step, time);
        }
        catch (UsageException e)    // alike on every rank; no matter of the file
        {
            _refusal = e;
            return;
        }
        state.Array("state", Core.State);
    }

    private void Prepare(long step, double time)
    {
        Clock = new Clock(step, time, Options.Parameters.Dt);
        Schedule = new Schedule(Options, Clock);
        Writable.Check(Options, _world);
        PoissonSolve.Check(Options, _world);
        _core?.Dispose();
        _core = null;
        _core = new TurbulenceCore(_world, Options.Parameters);
    }

    private void ReadRaw(string path)
    {
        try
        {
            RawFile.Read(path, Core.State, MemoryOrder.ColumnMajor);
        }
        catch (Exception e) when (e is IOException or InvalidDataException)     // alike on every rank
        {
            throw new UsageException($"--raw-initial {path}: {e.Message}");
        }
    }
}
