using DistArray.Testing.Building;
using DistArray.Testing.Host;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Commands;

namespace DistArray.Testing.Running;

/// <summary>Set-up, body and tear-down of a test on a rank, with the communicator as first argument.</summary>
internal sealed class RankTestCommand(TestCommand inner, RankServer server) : DelegatingTestCommand(inner)
{
    private int _request;
    private TestResult? _result;

    public override TestResult Execute(TestExecutionContext context)
    {
        // [Retry] and [Repeat] work in the test process, on all ranks alike: a rank that retried alone would wait for the others.
        if (_request == server.Requests && _result is not null)
        {
            context.CurrentResult = _result;
            return _result;
        }
        _request = server.Requests;
        ICommunicator world = server.OpenWorld(MpiTestBuilder.RanksOf(Test));
        if (MpiTestBuilder.TakesWorld(Test)) Test.Arguments[0] = world;
        return _result = innerCommand.Execute(context);
    }
}
