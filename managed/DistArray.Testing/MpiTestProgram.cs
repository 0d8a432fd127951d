using System.Reflection;
using DistArray.Mpi;
using DistArray.Testing.Batch;

namespace DistArray.Testing;

/// <summary>Runs the <see cref="MpiTestAttribute"/> tests of an assembly in the job that is there, as a batch job does: no further mpiexec is started.</summary>
/// <remarks>
/// <para>From a test project's output folder: <c>mpiexec -n 4 dotnet exec DistArray.Testing.dll run My.Tests.dll --filter "TestCategory!=Slow"</c>.
/// Where only the assembly came (from a package, which has no start configuration), that of the tests does:
/// <c>dotnet exec --runtimeconfig My.Tests.runtimeconfig.json --depsfile My.Tests.deps.json DistArray.Testing.dll run My.Tests.dll</c>. A test
/// project with a <c>Main</c> of its own (<c>GenerateProgramFile</c> false) returns <see cref="Run"/> from it, and is started by
/// <c>mpiexec -n 4 dotnet My.Tests.dll</c>.</para>
/// <para>Each rank runs every test that names this world size, in lock-step; the others are counted. Rank 0 prints each test, what equal ranks
/// say told once. A rank that fails while others wait ends the job after a short grace, a hang ends it at the test's deadline; both say
/// which rank is where. The exit status is 0 where all passed or were skipped, 1 where one failed or none ran, 64 for arguments that are
/// wrong, 70 for a job that was ended.</para>
/// </remarks>
public static class MpiTestProgram
{
    private const string Usage = "usage: mpiexec -n RANKS dotnet exec DistArray.Testing.dll run TESTS.dll [--filter EXPRESSION]\n"
        + "       EXPRESSION as that of dotnet test: FullyQualifiedName, Name or TestCategory with =, !=, ~ or !~; &, | and parentheses\n";

    /// <summary>Runs the tests of an assembly on the ranks of this job.</summary>
    /// <param name="args">Nothing, or <c>--filter</c> and an expression as that of <c>dotnet test</c>; the same on every rank.</param>
    /// <param name="tests">The assembly with the tests.</param>
    /// <returns>The exit status, the same on every rank.</returns>
    /// <remarks><b>Collective.</b> Starts MPI, and ends it.</remarks>
    public static int Run(string[] args, Assembly tests)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(tests);
        TestSelection selection;
        try
        {
            selection = args switch
            {
                [] => TestSelection.All,
                ["--filter", var expression] => TestSelection.Parse(expression),
                _ => throw new FormatException($"'{string.Join(' ', args)}' are no arguments of it."),
            };
        }
        catch (FormatException exception)
        {
            return Refuse(exception.Message);
        }
        return MpiEnvironment.Run(args, world => BatchSession.Run(world, tests, selection));
    }

    internal static int Refuse(string reason)
    {
        Console.Error.Write($"{reason}\n{Usage}");
        return 64;
    }
}
