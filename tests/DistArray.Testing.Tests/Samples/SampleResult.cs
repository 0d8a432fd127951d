namespace DistArray.Testing.Tests.Samples;

/// <summary>What <c>dotnet test</c> reported of one sample.</summary>
/// <param name="Outcome">Passed, Failed or NotExecuted.</param>
/// <param name="Duration">How long it took.</param>
/// <param name="Message">Its error message, or empty.</param>
/// <param name="StackTrace">Its stack, or empty.</param>
/// <param name="Output">What it printed, or empty.</param>
public sealed record SampleResult(string Outcome, TimeSpan Duration, string Message, string StackTrace, string Output);
