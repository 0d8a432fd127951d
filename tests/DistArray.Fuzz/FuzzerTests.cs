using DistArray.Fuzz.Oracle;
using DistArray.Fuzz.Running;
using DistArray.Fuzz.Shrinking;
using DistArray.Fuzz.Syntax;

namespace DistArray.Fuzz;

/// <summary>The fuzzer itself: it finds what is wrong, and says it small.</summary>
public class FuzzerTests
{
    private const string Line = "ranks=3; v0=array(\"float64\", (4, 5), \"b c(2)\", (3, 1), \"F\", \"s3\"); v1=v0[::-1, 1:]";

    private NumPyProcess _numpy = null!;

    [OneTimeSetUp]
    public void Start() => _numpy = new NumPyProcess();

    [OneTimeTearDown]
    public void Stop() => _numpy.Dispose();

    [Test]
    public void OneWrongElement_Fails_WithItsPlace()
    {
        Case right = _numpy.Evaluate(Line);
        Assert.That(ThreadRunner.Run(right).Kind, Is.EqualTo(VerdictKind.Agreed));
        right.Variables[1].Data[(8 * 6) + 3] ^= 1; // v1[1, 2]
        Verdict verdict = ThreadRunner.Run(right);
        Assert.That(verdict.Kind, Is.EqualTo(VerdictKind.Failed));
        Assert.That(verdict.Reason, Does.Contain("v1: ").And.Contain("[1, 2]"));
    }

    [Test]
    public void AnotherShapeOrType_Fails()
    {
        Case right = _numpy.Evaluate(Line);
        Assert.That(ThreadRunner.Run(right with { Variables = [right.Variables[1] with { Shape = [4, 2, 2] }] }).Reason, Does.Contain("shape (4, 4) instead of (4, 2, 2)"));
        Assert.That(ThreadRunner.Run(right with { Variables = [right.Variables[1] with { DType = "int64" }] }).Reason, Does.Contain("type float64 instead of int64"));
    }

    [Test]
    public void AnErrorThatOneSideAloneHas_Fails()
    {
        Case right = _numpy.Evaluate(Line);
        Assert.That(ThreadRunner.Run(right with { Error = "ValueError" }).Reason, Does.Contain("gives values where NumPy raises"));
        Case raised = _numpy.Evaluate(Line + "; v2=v0[4]");
        Assert.That(raised.Error, Does.StartWith("IndexError"));
        Assert.That(ThreadRunner.Run(raised).Kind, Is.EqualTo(VerdictKind.Agreed));
        Assert.That(ThreadRunner.Run(raised with { Error = null }).Reason, Does.StartWith("raises ArgumentOutOfRangeException"));
    }

    [Test]
    public void AnErrorOnOneRankAlone_Fails()
    {
        // Negative powers of integers are found by the rank that has one.
        Case one = _numpy.Evaluate("ranks=2; v0=array(\"int64\", (4,), \"b\", (2,), \"C\", \"a0\"); v1=v0-3; v2=np.power(v0, v1)");
        Assert.That(ThreadRunner.Run(one).Reason, Does.StartWith("ranks end differently").Or.Contain("where NumPy raises"));
    }

    [Test]
    public void Programs_DependOnSeedAndNumberAlone()
    {
        string[] together = Array.ConvertAll(_numpy.Generate(5, 0, 40, null), one => one.Line);
        Assert.That(_numpy.Generate(5, 17, 1, null)[0].Line, Is.EqualTo(together[17]));
        Assert.That(together.Distinct().Count(), Is.EqualTo(together.Length));
        Assert.That(_numpy.Generate(6, 17, 1, null)[0].Line, Is.Not.EqualTo(together[17]));
    }

    [Test]
    public void EveryProgram_IsReadAsItIsWritten()
    {
        foreach (Case one in _numpy.Generate(7, 0, 300, null))
        {
            string written = Reductions.Line(one.Statements);
            Assert.That(Reductions.Line(Parser.Parse(written)), Is.EqualTo(written));
            Case again = _numpy.Evaluate(written);
            Assert.That(again.Variables.Select(variable => variable.Data), Is.EqualTo(one.Variables.Select(variable => variable.Data)));
        }
    }

    [Test]
    public void Shrinker_LeavesWhatTheFailureNeeds()
    {
        const string Long = "ranks=6; v0=array(\"float32\", (4, 7), \"b c(2)\", (3, 2), \"F\", \"s3\"); v1=array(\"float32\", (7,), \"u4\", (6,), \"C\", \"h1\"); v2=(v0 + v1) * 2; v0[1:]=v0[:3]; "
            + "v3=np.sin(np.transpose(v2)); v4=v3[::-1]";
        // Stands for a library whose sine is wrong on several ranks.
        var shrinker = new Shrinker(line => (_numpy.Evaluate(line), new Verdict(line.Contains("np.sin(") && !line.StartsWith("ranks=1;", StringComparison.Ordinal) ? VerdictKind.Failed : VerdictKind.Agreed, "1 instead of 2")));
        string small = shrinker.Shrink(_numpy.Evaluate(Long), new Verdict(VerdictKind.Failed, "1 instead of 2")).Case.Line;
        Assert.That(small, Does.Match("^ranks=2; v0=array\\(\"float64\", \\(1, 1\\), \"[bc] [bcn]\", \\(2, 1\\), \"C\", \"a0\"\\); v3=np.sin\\(v0\\)$"));
    }
}
