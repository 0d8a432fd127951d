using System.Diagnostics;
using DistArray.Testing.Tests.Samples;

namespace DistArray.Testing.Tests;

/// <summary>The same tests under the two runners of <c>dotnet test</c>, and by the test program itself.</summary>
public class RunnerTests
{
    private const string Filter = "Name~Combined|Name~AllRanks";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("distarray-runners-");
    private string[] _vsTest = [];

    [OneTimeSetUp]
    public void Run()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "global.json"), """{ "test": { "runner": "Microsoft.Testing.Platform" } }""");
        using SampleRun run = new(Filter);
        _vsTest = [.. run.Results.Select(result => $"{result.Value.Outcome} {result.Key}".Replace("NotExecuted", "skipped", StringComparison.Ordinal)).Select(line => line.ToLowerInvariant()).Order()];
    }

    [OneTimeTearDown]
    public void Dispose() => _folder.Delete(recursive: true);

    [Test]
    public void VSTest_RunsThem() => Assert.That(_vsTest, Has.Exactly(11).Items.And.Exactly(1).StartsWith("failed ").And.Exactly(1).StartsWith("skipped "));

    [Test]
    public void TestingPlatform_UnderDotnetTest_GivesTheSame() =>
        Assert.That(Outcomes(Output("test", "--root-directory", Path.GetDirectoryName(SampleRun.Assembly)!, "--test-modules", Path.GetFileName(SampleRun.Assembly), "--filter", Filter, "--output", "Detailed", "--no-ansi")), Is.EqualTo(_vsTest));

    [Test]
    [Category("Long")] // what dotnet test starts is this program
    public void TestingPlatform_AsProgram_GivesTheSame() => Assert.That(Outcomes(Output(SampleRun.Assembly, "--filter", Filter, "--output", "Detailed", "--no-ansi")), Is.EqualTo(_vsTest));

    [Test]
    public void Discovery_ListsThem_InBothRunners()
    {
        string[] platform = Names(Output(SampleRun.Assembly, "--filter", Filter, "--list-tests", "--no-ansi"));
        using Process process = Process.Start(SampleRun.Dotnet("test", SampleRun.Assembly, "--filter", Filter, "--list-tests"))!;
        string[] vsTest = Names(process.StandardOutput.ReadToEnd());
        Assert.That(platform, Is.EqualTo(_vsTest.Select(line => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..]).Order()));
        Assert.That(vsTest, Is.EqualTo(platform));
    }

    private static string[] Names(string output) =>
        [.. output.Split('\n').Where(line => line.StartsWith("  ", StringComparison.Ordinal) && line.EndsWith(')') && line.Contains(" rank", StringComparison.Ordinal)).Select(line => line.Trim().ToLowerInvariant()).Order()];

    // Lines such as "passed Combined(2 ranks,3,True) (5ms)".
    private static string[] Outcomes(string output) =>
    [
        .. System.Text.RegularExpressions.Regex.Matches(output, @"^\s*((?:passed|failed|skipped) \w+\(\d ranks?[^)]*\))(?: \(|\s*$)", System.Text.RegularExpressions.RegexOptions.Multiline)
            .Select(match => match.Groups[1].Value.ToLowerInvariant()).Order(),
    ];

    private string Output(params string[] arguments)
    {
        ProcessStartInfo start = SampleRun.Dotnet(arguments);
        start.WorkingDirectory = _folder.FullName;
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(3))) process.Kill(entireProcessTree: true);
        return output.Result + errors.Result;
    }
}
