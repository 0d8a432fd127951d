namespace DistArray.Interactive.Tests;

/// <summary>Ends the engines after the last test.</summary>
[SetUpFixture]
internal sealed class EndOfTests
{
    [OneTimeTearDown]
    public void EndEngines() => Session.EndAll();
}
