using System.Globalization;
using DistArray.Mpi;

namespace Guides.Tests;

/// <summary>Programs of the guides that end their job on purpose, or tell something at its end.</summary>
internal sealed class JobTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(2);

    private static IEnumerable<TestCaseData> Jobs() =>
        GuideReader.Guides(block => block.IsJob).SelectMany(guide => GuideReader.Blocks(guide).Where(block => block.IsJob).Select(block => new TestCaseData(guide, block).SetArgDisplayNames($"{guide}, line {block.Line}")));

    [TestCaseSource(nameof(Jobs))]
    public void Job_SaysWhatTheGuideSays(string guide, CodeBlock block)
    {
        string name = $"job-{Path.GetFileNameWithoutExtension(guide)}-{block.Line}", file = Path.Combine(AppContext.BaseDirectory, name + ".dll");
        try
        {
            JobProgram.Compile(block.Code, file);
            string Beside(string ending) => Path.Combine(AppContext.BaseDirectory, $"Guides.Tests.{ending}.json");
            string[] settings = [.. block.Words.Where(word => word.Contains('=', StringComparison.Ordinal))];
            int ranks = int.Parse(block.Words[block.Words.IndexOf("job") + 1], CultureInfo.InvariantCulture);
            MpiLaunchResult result = MpiLauncher.Run(ranks, Deadline, ["env", .. settings, "dotnet", "exec", "--runtimeconfig", Beside("runtimeconfig"), "--depsfile", Beside("deps"), file]);
            Assert.That(result.TimedOut, Is.False);
            // Some of its lines, in their order.
            string said = Printed.Leveled(result.Output + result.Error) + "\n";
            Assert.That(said, Does.Match(Printed.Pattern(block.Output!, varies: true)), $"{guide}, line {block.Line}");
        }
        finally
        {
            foreach (string left in Directory.EnumerateFiles(AppContext.BaseDirectory, name + ".*")) File.Delete(left);
        }
    }
}
