namespace DistArray.Core.Tests.Kernels;

public class GuideTests
{
    private readonly NumPyServer _numPy = new();

    [OneTimeTearDown]
    public void Stop() => _numPy.Dispose();

    [Test]
    public void TypesPage_IsWhatKernelsAndNumPyGive() => Assert.That(Guide.Read("types.md"), Is.EqualTo(TypeTable.Text(_numPy)));

    [Test]
    public void AccuracyPage_ListsEveryFunctionThatMayDifferFromNumPy()
    {
        string[] rows = Guide.Read("accuracy.md").Split('\n');
        foreach (ElementKernel kernel in AccuracyTable.Kernels())
            Assert.That(rows, Has.Some.StartsWith($"| {kernel.Name} |"));
    }

    [Test, Explicit("writes the pages")]
    public void WritePages()
    {
        Guide.Write("types.md", TypeTable.Text(_numPy));
        Guide.Write("accuracy.md", AccuracyTable.Text(_numPy));
    }
}
