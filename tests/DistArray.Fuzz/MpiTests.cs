using DistArray.Fuzz.Oracle;
using DistArray.Fuzz.Running;
using DistArray.Mpi;
using DistArray.Testing;

namespace DistArray.Fuzz;

/// <summary>Random programs on MPI's ranks equal NumPy's.</summary>
public class MpiTests
{
    private const int Cases = 150, Seed = 2;

    [MpiTest(1, 2, 3, 4)]
    public void RandomPrograms_EqualNumPy(Communicator world)
    {
        foreach (Case one in Generate(world))
        {
            Verdict verdict = CaseRun.Run(world, one);
            Assert.That(verdict.Kind, Is.Not.EqualTo(VerdictKind.Failed), $"{one.Line}{Environment.NewLine}    {verdict.Reason}");
        }
    }

    // Rank 0 asks NumPy and tells the others.
    private static Case[] Generate(Communicator world)
    {
        string answers = "";
        Exception? failure = null;
        try
        {
            if (world.Rank == 0)
            {
                using var numpy = new NumPyProcess();
                answers = string.Join('\n', numpy.GenerateText(Seed, 0, Cases, world.Size));
            }
        }
        catch (Exception e)
        {
            failure = e;
        }
        world.ThrowIfAny(failure);
        return Array.ConvertAll(Strings.Broadcast(world, answers).Split('\n'), Case.Parse);
    }
}
