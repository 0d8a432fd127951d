namespace DistArray.Core.Tests.Kernels;

public class ParameterTests
{
    private readonly NumPyServer _numPy = new();

    [OneTimeTearDown]
    public void Stop() => _numPy.Dispose();

    [Test]
    public void Round_ToDecimals_EqualsNumPy([Range((int)ElementType.Int8, (int)ElementType.Complex128)] int number, [Values(-3, -1, 0, 1, 4)] int decimals)
    {
        var type = (ElementType)number;
        byte[] values = KernelValues.Operand(Ufunc.Rint, type, 0);
        // Beyond the range of uint32, what NumPy gives depends on the place.
        string expression = type == ElementType.UInt32 && decimals < 0 ? $"np.where(x < 2**31, np.round(x, {decimals}), (np.rint(x / 10**{-decimals}) * 10**{-decimals}).astype('q').astype('I'))" : $"np.round(x, {decimals})";
        NumPyValue expected = _numPy.Evaluate(expression, new NumPyValue(NumPyExpression.Dtype(type), values));
        Difference difference = Difference.Largest(type, KernelRun.Run(ElementKernels.FindRound(type, decimals), values), expected.Bytes, zeros: true);
        Assert.That(difference.Ulp, Is.Zero, difference.ToString());
    }

    [Test]
    public void NanToNum_WithValues_EqualsNumPy([Values(ElementType.Int16, ElementType.Float32, ElementType.Float64, ElementType.Complex64, ElementType.Complex128)] ElementType type)
    {
        byte[] values = KernelValues.Operand(Ufunc.NanToNum, type, 0);
        NumPyValue expected = _numPy.Evaluate("np.nan_to_num(x, nan=7.5, posinf=1e30)", new NumPyValue(NumPyExpression.Dtype(type), values));
        Difference difference = Difference.Largest(type, KernelRun.Run(ElementKernels.FindNanToNum(type, 7.5, 1e30, null), values), expected.Bytes, zeros: true);
        Assert.That(difference.Ulp, Is.Zero, difference.ToString());
    }

    [Test]
    public void Ldexp_OfBothExponentTypes_EqualsNumPy([Values(ElementType.Float32, ElementType.Float64)] ElementType x, [Values(ElementType.Int32, ElementType.Int64)] ElementType y) =>
        Assert.That(KernelCases.Compare(_numPy, ElementKernels.Find(Ufunc.Ldexp, x, y)).Ulp, Is.Zero);

    [Test]
    public void Find_WithEqualParameters_GivesOneInstance()
    {
        Assert.That(ElementKernels.FindRound(ElementType.Float64, 2), Is.SameAs(ElementKernels.FindRound(ElementType.Float64, 2)).And.Not.SameAs(ElementKernels.FindRound(ElementType.Float64, 3)));
        Assert.That(ElementKernels.FindNanToNum(ElementType.Float64, double.NaN, 1, null), Is.SameAs(ElementKernels.FindNanToNum(ElementType.Float64, double.NaN, 1, null)));
        Assert.That(() => ElementKernels.FindRound(ElementType.Boolean, 1), Throws.TypeOf<NotSupportedException>());
    }
}
