using DistArray.Testing.Building;
using DistArray.Testing.Host;
using DistArray.Testing.Running;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace DistArray.Testing;

/// <summary>Marks a method as a test that runs on several ranks, once for every world size given.</summary>
/// <remarks>
/// <para>The method is <c>void M(ICommunicator world)</c>, or takes no communicator; further parameters are filled by
/// <see cref="MpiTestCaseAttribute"/> and <see cref="MpiTestCaseSourceAttribute"/>, or by NUnit's attributes of parameters
/// (<c>[Values]</c>, <c>[Range]</c>, <c>[Random]</c>, <c>[ValueSource]</c>) behind a communicator. <c>M</c> becomes the tests <c>M(1 rank)</c>,
/// <c>M(2 ranks)</c> and so on, in the categories <c>Mpi</c> and <c>Ranks1</c>, <c>Ranks2</c> …:
/// <c>--filter "Name~M&amp;TestCategory=Ranks2"</c>.</para>
/// <para>The test process starts one mpiexec job for a world size and keeps it for the tests that follow. Body, set-up and tear-down
/// run on every rank, on its main thread; one-time set-up and tear-down too, once for a fixture and world size, and once more where a job
/// is launched again. The fixture's constructor runs in the test process also, and so does its one-time set-up where the fixture has tests of
/// other kinds. Every test gets a communicator of its own, a duplicate of the world's.</para>
/// <para>In a batch job all tests of its world size run in the job itself: <see cref="MpiTestProgram"/>.</para>
/// <para>A test passes where it passes on every rank. A rank that fails while the others wait ends the job after a short grace, a rank
/// that hangs ends it at the deadline; the report says which ranks failed, hung and waited, and where.</para>
/// <para>Variables: <c>DISTARRAY_MPIEXEC</c> is the launcher in place of the mpiexec on PATH, <c>DISTARRAY_MPIEXEC_ARGS</c> its options,
/// <c>DISTARRAY_MPIEXEC_TIMEOUT</c> the seconds that a launch may take in place of 60.</para>
/// </remarks>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MpiTestAttribute : NUnitAttribute, ITestBuilder, IApplyToTest, IImplyFixture, IWrapTestMethod, IWrapSetUpTearDown
{
    /// <summary>Marks a method as a test on several ranks.</summary>
    /// <param name="ranks">The world sizes to run it on, each 1 or more and given once.</param>
    public MpiTestAttribute(params int[] ranks) => Ranks = ranks;

    /// <summary>The world sizes to run the test on.</summary>
    public IReadOnlyList<int> Ranks { get; }

    /// <summary>Seconds until a test that has not ended counts as hung and its job is killed; the default is 60.</summary>
    public int Timeout { get; set; } = 60;

    /// <summary>How values of parameters make cases; in place of NUnit's <c>[Pairwise]</c> and <c>[Sequential]</c>, which would build tests
    /// without ranks.</summary>
    public Combining Combining { get; set; }

    /// <summary>Builds a test for every world size and every case.</summary>
    /// <param name="method">The method that carries the attribute.</param>
    /// <param name="suite">The fixture it belongs to.</param>
    /// <returns>The tests; one that cannot run and says why where the attribute or the method is wrong.</returns>
    IEnumerable<TestMethod> ITestBuilder.BuildFrom(IMethodInfo method, Test? suite) => new MpiTestBuilder(this, method, suite).Build();

    /// <summary>Makes the tests of a method invalid where NUnit builds others of it, without ranks.</summary>
    /// <param name="test">The method's suite.</param>
    void IApplyToTest.ApplyToTest(Test test)
    {
        if (test is ParameterizedMethodSuite { Method: { } method } && MpiTestBuilder.Rival(method) is { } reason) test.MakeInvalid(reason);
    }

    /// <summary>On a rank, adds the communicator and tells of a failing body before tear-down; elsewhere puts the job in place of the
    /// body.</summary>
    /// <param name="command">The command that calls the test method, then the one with set-up and tear-down around it.</param>
    /// <returns>The command to run.</returns>
    TestCommand ICommandWrapper.Wrap(TestCommand command) =>
        RankSession.Current is not { } session ? new MpiTestCommand(command.Test)
        : session.IsFirstWrap(command.Test) ? new RankBodyCommand(command, session)
        : new RankTestCommand(command, session);
}
