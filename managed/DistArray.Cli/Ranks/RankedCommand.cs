using System.Runtime.InteropServices;
using DistArray.Cli.CommandLine;
using DistArray.Mpi;

namespace DistArray.Cli.Ranks;

/// <summary>A command that works on several ranks with <c>-n</c>, or under mpiexec; otherwise it is one process without MPI.</summary>
internal abstract class RankedCommand : Command
{
    /// <summary>The option that starts ranks; a command names it among its own.</summary>
    protected static CountOption RanksOption { get; } = new("-n", "RANKS", "starts that many ranks with mpiexec (default: this process alone)", fallback: 1);

    /// <summary>The option that ends ranks; a command names it behind <see cref="RanksOption"/>.</summary>
    protected static CountOption DeadlineOption { get; } = new("--deadline", "SECONDS", "when ranks of -n that tell nothing, not even progress, are ended (default: never)", fallback: 0);

    /// <summary>Finds out on this process, before any rank is started, what is wrong with the command line.</summary>
    /// <exception cref="UsageException">It is wrong, or names what is not there.</exception>
    protected virtual void Check(Given given)
    {
    }

    /// <summary>Removes what work that did not come to its end has left.</summary>
    protected virtual void ClearUp(Given given)
    {
    }

    /// <summary>Does it on every rank.</summary>
    /// <param name="given">The command line.</param>
    /// <param name="world">The ranks.</param>
    /// <param name="output">Standard output; on other ranks than 0 it goes nowhere.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>An <see cref="ExitStatus"/>, the same on every rank.</returns>
    /// <remarks><b>Collective.</b></remarks>
    protected abstract int Run(Given given, ICommunicator world, TextWriter output, Progress progress);

    public sealed override int Run(Given given, TextWriter output, TextWriter error)
    {
        int status = Report(error, () =>
        {
            Check(given);
            if (given.Has(RanksOption) && !RankProcess.IsOurs && RankProcess.IsRank)
                throw new UsageException($"{Name}: -n {given.Value(RanksOption)} is given in a job of {RankProcess.RanksOfJob} ranks, which do the work. Leave -n away, or start without mpiexec.");
            return ExitStatus.Good;
        });
        if (status != ExitStatus.Good) return status;
        if (given.Has(RanksOption) && !RankProcess.IsOurs) return Report(error, () => Launch(given, output, error));
        if (RankProcess.IsRank)
            return MpiEnvironment.Run([], world => RankProcess.Report(world, output, OnRank(world, world.Rank == 0 ? output : TextWriter.Null, world.Rank == 0 ? error : TextWriter.Null)));
        using PosixSignalRegistration interrupt = On(PosixSignal.SIGINT), terminate = On(PosixSignal.SIGTERM), hangUp = On(PosixSignal.SIGHUP);
        return OnRank(new SelfCommunicator(), output, error);

        // The process ends by the signal.
        PosixSignalRegistration On(PosixSignal signal) => PosixSignalRegistration.Create(signal, _ => ClearUp(given));

        int OnRank(ICommunicator world, TextWriter output, TextWriter error)
        {
            using Progress progress = world.Rank == 0 ? Progress.Of(output) : Progress.Nowhere;
            return Report(error, () => Run(given, world, output, progress));
        }
    }

    private int Launch(Given given, TextWriter output, TextWriter error)
    {
        try
        {
            return new RankJob(given.Value(RanksOption), given.Has(DeadlineOption) ? TimeSpan.FromSeconds(given.Value(DeadlineOption)) : TimeSpan.MaxValue, isOfSilence: true).Run(given.Without(RanksOption), output, error);
        }
        catch (Exception e) when (e is LaunchException or OperationCanceledException)
        {
            ClearUp(given);
            throw;
        }
    }

    // What has a status is a text; anything else is an error of the tool, of which Tool tells, or which ends all ranks and shows where it is.
    private int Report(TextWriter error, Func<int> run)
    {
        try
        {
            return run();
        }
        catch (Exception e) when (ExitStatus.Of(e) is { } status)
        {
            error.WriteLine($"distarray: {(e is UsageException ? "" : $"{Name}: ")}{e.Message}");
            return status;
        }
    }
}
