using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace DistArray.Testing.Host;

/// <summary>Passes on what NUnit says of tests and fixtures that have ended.</summary>
/// <param name="ended">Gets the results.</param>
internal sealed class RankListener(Action<ITestResult> ended) : ITestListener
{
    /// <inheritdoc/>
    public void TestFinished(ITestResult result)
    {
        if (!result.Test.IsSuite || result.Test is TestFixture) ended(result);
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
}
