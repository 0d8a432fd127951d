using System.Reflection;
using System.Runtime.InteropServices;
using DistArray.Mpi;
using DistArray.Testing.Building;
using DistArray.Testing.Protocol;
using NUnit.Framework;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace DistArray.Testing.Host;

/// <summary>What runs tests on this rank: as a test process asks for them, or all of them in a batch job.</summary>
internal abstract partial class RankSession
{
    private Communicator? _testWorld;
    private string? _wrapped;

    protected RankSession(Communicator world)
    {
        World = world;
        Current = this;
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) => LastThrown = thrown.Exception;
    }

    /// <summary>The session of this process; null in the test process.</summary>
    public static RankSession? Current { get; private set; }

    protected Communicator World { get; }

    /// <summary>The last exception that was thrown in this process; it may have been caught.</summary>
    protected Exception? LastThrown { get; set; }

    protected NUnitTestAssemblyRunner Runner { get; } = new(new DefaultTestAssemblyBuilder());

    /// <summary>True for the first command of a test that NUnit lets wrap: the call of the method; false for the second, with set-up
    /// around it.</summary>
    public bool IsFirstWrap(Test test)
    {
        bool isFirst = _wrapped != test.Id;
        _wrapped = isFirst ? test.Id : null;
        return isFirst;
    }

    /// <summary>Runs a test, when its turn has come.</summary>
    /// <param name="test">The test.</param>
    /// <param name="context">Where NUnit keeps its result.</param>
    /// <param name="command">Set-up, body and tear-down.</param>
    /// <returns>The result, this rank's own or that of all.</returns>
    public abstract TestResult Run(Test test, TestExecutionContext context, TestCommand command);

    /// <summary>Says that the body of the running test has thrown; tear-down is still to come.</summary>
    public abstract void TellFailing(Exception cause);

    /// <summary>A message about an exception, in NUnit's words.</summary>
    public static RankMessage Describe(RankMessageKind kind, Exception? exception) => new(kind)
    {
        Message = exception is null or ResultStateException ? exception?.Message : $"{exception.GetType().FullName} : {exception.Message}",
        StackTrace = exception?.StackTrace,
    };

    /// <summary>The message that ends a test with its result on this rank.</summary>
    protected static RankMessage Ending(ITestResult result) => new(RankMessageKind.Ended)
    {
        Status = result.ResultState.Status,
        Label = result.ResultState.Label,
        Site = result.ResultState.Site,
        Message = result.Message,
        StackTrace = result.StackTrace,
        Output = result.Output,
    };

    protected void Load(Assembly assembly, int seed, string workDirectory, Dictionary<string, string> parameters) => Runner.Load(assembly, new Dictionary<string, object>
    {
        ["RunOnMainThread"] = true,
        ["NumberOfTestWorkers"] = 0,
        ["SynchronousEvents"] = true,
        ["RandomSeed"] = seed,
        ["WorkDirectory"] = workDirectory,
        ["TestParametersDictionary"] = parameters,
    });

    /// <summary>The tests on ranks below a test, in NUnit's order.</summary>
    protected static IEnumerable<ITest> TestsOnRanks(ITest test) =>
        test.IsSuite ? test.Tests.SelectMany(TestsOnRanks) : MpiTestBuilder.Built(test) ? [test] : [];

    /// <summary>Runs set-up, body and tear-down once, with a communicator made for them. <b>Collective.</b></summary>
    protected TestResult RunOnce(Test test, TestExecutionContext context, TestCommand command)
    {
        context.CurrentResult = test.MakeTestResult();
        LastThrown = null;
        try
        {
            ICommunicator world = OpenWorld(MpiTestBuilder.RanksOf(test));
            if (MpiTestBuilder.TakesWorld(test)) test.Arguments[0] = world;
            context.CurrentResult = command.Execute(context);
        }
        catch (Exception exception)
        {
            context.CurrentResult.RecordException(exception);
        }
        finally
        {
            FlushAll(0);
        }
        return context.CurrentResult;
    }

    protected void CloseWorld() => _testWorld?.Dispose();

    private Communicator OpenWorld(int ranks)
    {
        if (World.Size != ranks) throw new InvalidOperationException($"The test wants a world of {ranks} ranks; this one has {World.Size}.");
        // Freed here and not after its test: freeing is collective, and a rank that fails alone must not wait for the others.
        _testWorld?.Dispose();
        return _testWorld = World.Duplicate();
    }

    [LibraryImport("libc", EntryPoint = "fflush")]
    private static partial int FlushAll(nint stream);
}
