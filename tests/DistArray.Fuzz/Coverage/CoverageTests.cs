using DistArray.Fuzz.Coverage;

namespace DistArray.Fuzz;

/// <summary>The page of NumPy's names is that of the library as it is.</summary>
public class CoverageTests
{
    [Test]
    public void Page_IsUpToDate() =>
        Assert.That(File.ReadAllText(CoveragePage.File), Is.EqualTo(CoveragePage.Make()), "Write it: dotnet run --project tests/DistArray.Fuzz -c Release -- --coverage");

    [Test]
    public void Notes_AreAboutNamesThatExist() => Assert.That(CoveragePage.Strays(), Is.Empty);

    [Test]
    public void Page_TellsWhatIsHereAndWhatNot()
    {
        string page = CoveragePage.Make();
        Assert.That(page, Does.Contain("| arctan2 | `Np.ArcTan2(…)` |"));
        Assert.That(page, Does.Contain("| ndim | `a.NDim` |"));
        Assert.That(page, Does.Match("(?m)^- .*polyfit.*: polynomials"));
        Assert.That(page, Does.Not.Contain("| polyfit |"));
    }
}
