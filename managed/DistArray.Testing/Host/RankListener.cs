using DistArray.Testing.Protocol;
using NUnit.Framework.Interfaces;

namespace DistArray.Testing.Host;

/// <summary>Keeps what NUnit says about the one test that a rank was asked to run.</summary>
internal sealed class RankListener(string test) : ITestListener
{
    private readonly List<ITestResult> _results = [];
    private readonly List<ITestResult> _afterwards = [];

    /// <inheritdoc/>
    public void TestFinished(ITestResult result)
    {
        if (!result.Test.IsSuite) _results.Add(result);
        else if (result.ResultState is { Status: TestStatus.Failed, Site: FailureSite.TearDown }) _afterwards.Add(result);
    }

    /// <inheritdoc/>
    public void TestStarted(ITest test)
    {
    }

    /// <inheritdoc/>
    public void TestOutput(TestOutput output)
    {
    }

    /// <inheritdoc/>
    public void SendMessage(TestMessage message)
    {
    }

    /// <summary>The message that ends the test on this rank.</summary>
    public RankMessage Ending()
    {
        if (_results is not [var result])
            return Failed(_results.Count == 0
                ? $"This rank has no test called '{test}'. Names and sources of cases have to be the same in every process."
                : $"{_results.Count} tests are called '{test}'. Give the cases different names.");
        if (_afterwards is [var failure, ..])
        {
            string message = $"{result.Message}\nOneTimeTearDown of {failure.Test.Name}: {failure.Message}".TrimStart();
            return Failed(message, failure.StackTrace, result.Output + failure.Output);
        }
        return new RankMessage(RankMessageKind.Ended)
        {
            Status = result.ResultState.Status,
            Label = result.ResultState.Label,
            Site = result.ResultState.Site,
            Message = result.Message,
            StackTrace = result.StackTrace,
            Output = result.Output,
        };
    }

    private static RankMessage Failed(string message, string? stackTrace = null, string? output = null) => new(RankMessageKind.Ended)
    {
        Status = TestStatus.Failed,
        Label = ResultState.Error.Label,
        Message = message,
        StackTrace = stackTrace,
        Output = output,
    };
}
