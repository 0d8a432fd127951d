using System.Diagnostics;
using System.Globalization;
using System.Xml.Linq;

namespace DistArray.Testing.Tests.Samples;

/// <summary>A run of the sample tests by <c>dotnet test</c>, as a user would start it.</summary>
public sealed class SampleRun : IDisposable
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";
    private readonly DirectoryInfo _results = Directory.CreateTempSubdirectory("distarray-samples-");

    /// <summary>Runs the samples that match the filter.</summary>
    /// <param name="filter">As after <c>--filter</c>.</param>
    /// <param name="environment">Variables to set.</param>
    public SampleRun(string filter, params (string Name, string Value)[] environment)
    {
        using Process process = Start(filter, _results.FullName, environment);
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(4)))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"The samples did not end within 4 minutes: {output.Result}");
        }
        Log = output.Result + errors.Result;
        string report = Path.Combine(_results.FullName, "samples.trx");
        Results = File.Exists(report) ? Read(XDocument.Load(report)) : [];
    }

    /// <summary>Path of the sample assembly, which is built beside this one.</summary>
    public static string Assembly { get; } = Path.Combine(
        AppContext.BaseDirectory.Replace("DistArray.Testing.Tests", "DistArray.Testing.Samples", StringComparison.Ordinal), "DistArray.Testing.Samples.dll");

    /// <summary>What the run printed.</summary>
    public string Log { get; }

    /// <summary>The results by the tests' names; a further one of the same name is called like <c>name #2</c>.</summary>
    public IReadOnlyDictionary<string, SampleResult> Results { get; }

    /// <summary>Ids of the ranks' processes that run samples now.</summary>
    public static IReadOnlyList<int> Ranks()
    {
        List<int> found = [];
        foreach (string directory in Directory.EnumerateDirectories("/proc"))
            if (int.TryParse(Path.GetFileName(directory), CultureInfo.InvariantCulture, out int id) && CommandLine(directory) is { } line
                && line.Contains(Path.ChangeExtension(Assembly, ".deps.json"), StringComparison.Ordinal) && line.Contains("DistArray.Testing.dll", StringComparison.Ordinal))
                found.Add(id);
        return found;
    }

    /// <summary>Starts a run without waiting for it.</summary>
    /// <param name="filter">As after <c>--filter</c>.</param>
    /// <param name="results">Folder for the report.</param>
    /// <param name="environment">Variables to set.</param>
    /// <returns>The process of <c>dotnet test</c>.</returns>
    public static Process Start(string filter, string results, params (string Name, string Value)[] environment)
    {
        string[] arguments = ["test", Assembly, "--filter", filter, "--logger", "trx;LogFileName=samples.trx", "--results-directory", results];
        ProcessStartInfo start = Dotnet(arguments);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>A command of dotnet that inherits nothing of the run around it.</summary>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>What to start, with its output redirected.</returns>
    public static ProcessStartInfo Dotnet(params IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new("dotnet", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("VSTEST_", StringComparison.Ordinal) || name.StartsWith("TESTINGPLATFORM_", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        return start;
    }

    /// <inheritdoc/>
    public void Dispose() => _results.Delete(recursive: true);

    private static string? CommandLine(string directory)
    {
        try
        {
            return File.ReadAllText(Path.Combine(directory, "cmdline"));
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static Dictionary<string, SampleResult> Read(XDocument report) =>
        report.Descendants(Trx + "UnitTestResult").GroupBy(result => (string)result.Attribute("testName")!)
            .SelectMany(same => same.Select((result, number) => (Name: number == 0 ? same.Key : $"{same.Key} #{number + 1}", Result: Read(result))))
            .ToDictionary(one => one.Name, one => one.Result);

    private static SampleResult Read(XElement result) => new(
        (string)result.Attribute("outcome")!,
        TimeSpan.Parse((string?)result.Attribute("duration") ?? "0", CultureInfo.InvariantCulture),
        (string?)result.Descendants(Trx + "Message").FirstOrDefault() ?? "",
        (string?)result.Descendants(Trx + "StackTrace").FirstOrDefault() ?? "",
        (string?)result.Descendants(Trx + "StdOut").FirstOrDefault() ?? "");
}
