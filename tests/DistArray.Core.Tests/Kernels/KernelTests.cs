namespace DistArray.Core.Tests.Kernels;

public class KernelTests
{
    private readonly NumPyServer _numPy = new();

    [OneTimeTearDown]
    public void Stop() => _numPy.Dispose();

    internal static IEnumerable<TestCaseData> Cases()
    {
        foreach (ElementType type in ElementTypes.All)
        {
            foreach (Ufunc ufunc in NumPyExpression.Unary) if (KernelCases.Try(ufunc, type) is { } kernel) yield return Case(kernel, type);
            foreach (Ufunc ufunc in NumPyExpression.Binary) if (KernelCases.Try(ufunc, type, type) is { } kernel) yield return Case(kernel, type);
            if (KernelCases.Try(Ufunc.Clip, type, type, type) is { } clip) yield return Case(clip, type);
            yield return Case(ElementKernels.Find(Ufunc.Where, ElementType.Boolean, type, type), type);
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Run_OnSpecialAndRandomValues_EqualsNumPy(object test)
    {
        var kernel = (ElementKernel)test;
        Difference difference = KernelCases.Compare(_numPy, kernel);
        TestContext.Out.WriteLine(difference);
        Assert.That(difference.Ulp, Is.LessThanOrEqualTo(KernelCases.Tolerance(kernel)), difference.ToString());
    }

    private static TestCaseData Case(ElementKernel kernel, ElementType type) => new TestCaseData(kernel).SetName($"Run_{kernel.Name}Of{type}_EqualsNumPy");
}
