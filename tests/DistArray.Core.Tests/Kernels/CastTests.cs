using System.Numerics;

namespace DistArray.Core.Tests.Kernels;

public class CastTests
{
    private readonly NumPyServer _numPy = new();

    [OneTimeTearDown]
    public void Stop() => _numPy.Dispose();

    [Test]
    public void Cast_BetweenAllTypes_EqualsNumPysAsType([ValueSource(typeof(ElementTypes), nameof(ElementTypes.All))] ElementType from, [ValueSource(typeof(ElementTypes), nameof(ElementTypes.All))] ElementType to)
    {
        byte[] values = KernelValues.Operand(Ufunc.Cast, from, 0);
        ElementKernel kernel = ElementKernels.FindCast(from, to);
        Assert.That((kernel.Result, kernel.Operands.ToArray()), Is.EqualTo((to, new[] { from })));
        NumPyValue expected = _numPy.Evaluate($"x.astype('{NumPyExpression.Dtype(to)}')", new NumPyValue(NumPyExpression.Dtype(from), KernelRun.AsNumPy(from, values)));
        if (to == ElementType.UInt32 && from is >= ElementType.Float32 and <= ElementType.Complex128)
            expected = _numPy.Evaluate("np.where(np.abs(x.real) < 2**31, x.astype('I'), x.real.astype('q').astype('I'))", new NumPyValue(NumPyExpression.Dtype(from), values)); // NumPy's own depends on the place
        Difference difference = Difference.Largest(to, KernelRun.AsNumPy(to, KernelRun.Run(kernel, values)), expected.Bytes, zeros: true);
        Assert.That(difference.Ulp, Is.Zero, difference.ToString());
    }

    [Test]
    public void Cast_ToALogical_WritesOneForTrue()
    {
        int[] logicals = KernelRun.Run<double, int>(ElementKernels.FindCast(ElementType.Float64, ElementType.Logical32), [0, -0.0, 2.5, double.NaN]);
        Assert.That(logicals, Is.EqualTo(new[] { 0, 0, 1, 1 }));
    }

    [Test]
    public void Cast_OfComplexNumbers_DropsTheImaginaryPart() =>
        Assert.That(KernelRun.Run<Complex, float>(ElementKernels.FindCast(ElementType.Complex128, ElementType.Float32), [new(1, 2), new(-3, 4)]), Is.EqualTo(new[] { 1f, -3 }));
}
