namespace DistArray.Core.Tests.Kernels;

public class RefusalTests
{
    [TestCase(Ufunc.Sqrt, ElementType.Int32, "Sqrt: not defined for int32 elements. Use AsType<double>() first, as NumPy does by itself.")]
    [TestCase(Ufunc.Sin, ElementType.Boolean, "Sin: not defined for bool elements. Use AsType<double>() first.")]
    [TestCase(Ufunc.Negative, ElementType.Boolean, "Negative: not defined for bool elements. Use LogicalNot, or AsType<int>() first.")]
    [TestCase(Ufunc.Invert, ElementType.Float64, "Invert: not defined for float64 elements. Use AsType<long>() first, or a comparison for a mask.")]
    [TestCase(Ufunc.Floor, ElementType.Complex128, "Floor: not defined for complex128 elements. NumPy has no such function of complex numbers; use Np.Real, Np.Imag or Np.Absolute.")]
    [TestCase(Ufunc.IsNaN, ElementType.Logical32, "IsNaN: not defined for logical32 elements. Use AsType<bool>() first.")]
    public void Find_OfOneOperandThatNumPyHasNot_SaysTheWayOut(object ufunc, ElementType x, string text) =>
        Assert.That(() => ElementKernels.Find((Ufunc)ufunc, x), Throws.TypeOf<NotSupportedException>().With.Message.EqualTo(text));

    [TestCase(Ufunc.Remainder, ElementType.Complex128, ElementType.Complex128, "Remainder: not defined for complex128 elements. NumPy has no such function of complex numbers; use Np.Real, Np.Imag or Np.Absolute.")]
    [TestCase(Ufunc.BitwiseAnd, ElementType.Float32, ElementType.Float32, "BitwiseAnd: not defined for float32 elements. Use AsType<long>() first, or a comparison for a mask.")]
    [TestCase(Ufunc.Subtract, ElementType.Boolean, ElementType.Boolean, "Subtract: not defined for bool elements. Use LogicalXor, or AsType<int>() first.")]
    [TestCase(Ufunc.Add, ElementType.Logical64, ElementType.Logical64, "Add: not defined for logical64 elements. Use AsType<bool>() first.")]
    [TestCase(Ufunc.Add, ElementType.Int32, ElementType.Float64, "Add: the operands have elements of several types (int32, float64). Use AsType<T>() first.")]
    [TestCase(Ufunc.Ldexp, ElementType.Float64, ElementType.Float64, "Ldexp: exponents are int32 or int64, not float64. Use AsType<int>() first.")]
    public void Find_OfTwoOperandsThatNumPyHasNot_SaysTheWayOut(object ufunc, ElementType x, ElementType y, string text) =>
        Assert.That(() => ElementKernels.Find((Ufunc)ufunc, x, y), Throws.TypeOf<NotSupportedException>().With.Message.EqualTo(text));

    [Test]
    public void Find_OfWhereWithANumberAsCondition_SaysTheWayOut() => Assert.That(() => ElementKernels.Find(Ufunc.Where, ElementType.Int32, ElementType.Float64, ElementType.Float64),
        Throws.TypeOf<NotSupportedException>().With.Message.EqualTo("Where: the condition has int32 elements. Use AsType<bool>() or a comparison first."));

    [TestCase(Ufunc.Ldexp, ElementType.Float64, (ElementType)0, (ElementType)0, "Ldexp: not a function of 1 operands. Use it with 2.")]
    [TestCase(Ufunc.Where, ElementType.Boolean, (ElementType)0, (ElementType)0, "Where: not a function of 1 operands. Use it with 3.")]
    [TestCase(Ufunc.Clip, ElementType.Float64, ElementType.Float64, (ElementType)0, "Clip: not a function of 2 operands. Use it with 3.")]
    [TestCase(Ufunc.Add, ElementType.Float64, ElementType.Float64, ElementType.Float64, "Add: not a function of 3 operands. Use it with 2.")]
    [TestCase(Ufunc.Cast, ElementType.Float64, (ElementType)0, (ElementType)0, "Cast: not a function of 1 operands. Use it with 2.")]
    [TestCase(Ufunc.Clip, ElementType.Logical32, ElementType.Logical32, ElementType.Logical32, "Clip: not defined for logical32 elements. Use AsType<bool>() first.")]
    [TestCase(Ufunc.Clip, ElementType.Int32, ElementType.Float64, ElementType.Float64, "Clip: the operands have elements of several types (int32, float64, float64). Use AsType<T>() first.")]
    public void Find_OfOperandsThatItIsNoFunctionOf_SaysTheWayOut(object ufunc, ElementType x, ElementType y, ElementType z, string text) =>
        Assert.That(() => ElementKernels.Find((Ufunc)ufunc, x, y, z), Throws.TypeOf<NotSupportedException>().With.Message.EqualTo(text));

    [Test]
    public void Find_OfAnyNumberOfOperandsOfAnyTypes_GivesAKernelOrARefusal()
    {
        ElementType[] types = [0, .. ElementTypes.All];
        int refused = 0; // which tells that there was something to refuse
        foreach (Ufunc ufunc in Enum.GetValues<Ufunc>())
            foreach (ElementType x in ElementTypes.All)
                foreach (ElementType y in types)
                    foreach (ElementType z in y == 0 ? [0] : types)
                    {
                        try
                        {
                            ElementKernels.Find(ufunc, x, y, z);
                        }
                        catch (NotSupportedException refusal)
                        {
                            Assert.That(refusal.Message, Does.Contain("Use ").Or.Contain("use "), $"{ufunc} of {x}, {y}, {z}");
                            refused++;
                        }
                    }
        Assert.That(refused, Is.GreaterThan(1000));
    }

    [Test]
    public void Find_WithAnotherResultType_SaysWhichAndTheWayOut()
    {
        Assert.That(() => ElementKernels.Find<int>(Ufunc.Divide, ElementType.Int32, ElementType.Int32), Throws.TypeOf<NotSupportedException>().With.Message.Contains("FloorDivide"));
        Assert.That(() => ElementKernels.Find<System.Numerics.Complex>(Ufunc.Absolute, ElementType.Complex128), Throws.TypeOf<NotSupportedException>().With.Message.Contains("float64, not complex128"));
    }

    [Test]
    public void Power_OfIntegersToANegativeExponent_IsRefused()
    {
        Assert.That(() => ElementKernels.CheckScalar(Ufunc.Power, -2), Throws.ArgumentException.With.Message.Contains("the exponent is -2"));
        Assert.That(() => ElementKernels.CheckScalar(Ufunc.Power, -2.0), Throws.Nothing);
        Assert.That(() => ElementKernels.CheckScalar(Ufunc.Power, 2UL), Throws.Nothing);
        ElementKernel power = ElementKernels.Find(Ufunc.Power, ElementType.Int32, ElementType.Int32);
        Assert.That(() => KernelRun.Run<int, int>(power, [2, 3], [3, -1]), Throws.ArgumentException.With.Message.Contains("an exponent is -1"));
    }
}
