using DistArray.BindingGen;

namespace DistArray.Bindings.Tests.Lint;

public sealed class HeaderLintTests
{
    private static string[] Headers { get; } =
        [.. Directory.GetFiles(Path.Combine(SourceTree.Include, "distarray"), "*.h").Select(f => $"distarray/{Path.GetFileName(f)}").Order(StringComparer.Ordinal)];

    [Test]
    public void Headers_OfTheShim_KeepEveryRule()
    {
        Assert.That(Headers, Does.Contain("distarray/status.h").And.Contain("distarray/mpi.h"));
        Assert.That(HeaderLint.Check(Headers, [SourceTree.Include]), Is.Empty);
    }

    [Test]
    public void Check_OfABadHeader_FindsEveryViolationOnceAndNothingElse()
    {
        string sample = Path.Combine(SourceTree.Root, "tests", "DistArray.Bindings.Tests", "Lint", "include");

        List<LintFinding> findings = HeaderLint.Check(["distarray/sample.h"], [sample, SourceTree.Include]);

        (LintRule, string)[] expected =
        [
            (LintRule.Name, "da_other_name"), (LintRule.Name, "da_sample_camelCase"),
            (LintRule.Status, "da_sample_no_status"),
            (LintRule.Type, "da_sample_bool"), (LintRule.Type, "da_sample_long"), (LintRule.Type, "da_sample_size"), (LintRule.Type, "da_sample_enum"),
            (LintRule.Type, "da_sample_callback"), (LintRule.Type, "da_sample_record"),
            (LintRule.MpiType, "da_sample_mpi"),
            (LintRule.Summary, "da_sample_no_summary"),
            (LintRule.Documented, "da_sample_undocumented"), (LintRule.Documented, "da_sample_no_such_parameter"),
            (LintRule.Direction, "da_sample_no_direction"), (LintRule.Direction, "da_sample_const_result"), (LintRule.Direction, "da_sample_value_result"),
            (LintRule.Return, "da_sample_no_return"),
            (LintRule.ResultsLast, "da_sample_result_first"),
            (LintRule.Collective, "da_sample_silent_collective"), (LintRule.Collective, "da_sample_unmarked_collective"),
            (LintRule.Handle, "da_sample_leak"),
        ];
        Assert.That(findings.Select(f => (f.Rule, f.Symbol)), Is.EquivalentTo(expected));
        Assert.That(expected.Select(e => e.Item1).Distinct(), Is.EquivalentTo(Enum.GetValues<LintRule>()), "a rule without a sample");
        Assert.That(findings.Single(f => f.Symbol == "da_sample_no_direction").ToString(), Does.StartWith("distarray/sample.h:").And.Contain("buffer").And.Contain("@param[in]"));
    }
}
