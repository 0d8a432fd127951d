namespace DistArray.Core.Tests.Kernels;

/// <summary>Kernels and NumPy on the same values.</summary>
internal static class KernelCases
{
    public static ElementKernel? Try(Ufunc ufunc, ElementType x, ElementType y = 0, ElementType z = 0)
    {
        try
        {
            return z != 0 ? ElementKernels.Find(ufunc, x, y, z) : y != 0 ? ElementKernels.Find(ufunc, x, y) : ElementKernels.Find(ufunc, x);
        }
        catch (NotSupportedException)
        {
            return null;
        }
    }

    public static Difference Compare(NumPyServer numPy, ElementKernel kernel, int values = 8192)
    {
        ElementType[] types = kernel.Operands.ToArray();
        byte[][] operands = [.. types.Select((type, i) => KernelValues.Operand(kernel.Ufunc, type, i, values))];
        int count = operands.Select((bytes, i) => bytes.Length / ElementTypes.SizeOf(types[i])).Min();
        operands = [.. operands.Select((bytes, i) => bytes[..(count * ElementTypes.SizeOf(types[i]))])];
        NumPyValue[] arrays = [.. operands.Select((bytes, i) => new NumPyValue(NumPyExpression.Dtype(types[i]), KernelRun.AsNumPy(types[i], bytes)))];
        NumPyValue expected = numPy.Evaluate(NumPyExpression.Of(kernel.Ufunc, types[^1]), arrays);
        Assert.That(NumPyExpression.Dtype(kernel.Result), Is.EqualTo(expected.Dtype), "type of the result");
        byte[] actual = KernelRun.AsNumPy(kernel.Result, KernelRun.Run(kernel, operands));
        Difference difference = Difference.Largest(kernel.Result, actual, expected.Bytes, zeros: !IsExtreme(kernel.Ufunc) && !(types[^1] >= ElementType.Complex64 && MayDiffer(kernel.Ufunc, types[^1])));
        return difference with { Text = $"{difference.Text} of {string.Join(", ", operands.Select((bytes, i) => Show(types[i], bytes, difference.Index)))}" };
    }

    /// <summary>Whether IEEE 754 leaves the last places open, so that NumPy's differ from processor to processor.</summary>
    public static bool MayDiffer(Ufunc ufunc, ElementType type) => ufunc is Ufunc.Power or Ufunc.FloatPower or (>= Ufunc.Cbrt and <= Ufunc.ArcTanh) or Ufunc.Sinc or Ufunc.Angle
        ? type >= ElementType.Float32 || ufunc == Ufunc.FloatPower
        : type is ElementType.Complex64 or ElementType.Complex128 && (ufunc is Ufunc.Multiply or Ufunc.Divide or Ufunc.Square or Ufunc.Reciprocal or Ufunc.Absolute or Ufunc.Sign or Ufunc.Sqrt);

    /// <summary>Units in the last place that are allowed.</summary>
    public static double Tolerance(ElementKernel kernel) => MayDiffer(kernel.Ufunc, kernel.Operands[^1]) ? 4 : 0;

    // Which of 0 and -0 is the larger, NumPy leaves to the processor.
    private static bool IsExtreme(Ufunc ufunc) => ufunc is >= Ufunc.Maximum and <= Ufunc.Clip;

    private static string Show(ElementType type, byte[] bytes, int index)
    {
        int size = ElementTypes.SizeOf(type);
        ReadOnlySpan<byte> value = bytes.AsSpan(index * size, size);
        return type switch
        {
            ElementType.Float32 => BitConverter.ToSingle(value).ToString("R"),
            ElementType.Float64 => BitConverter.ToDouble(value).ToString("R"),
            ElementType.Complex64 => $"({BitConverter.ToSingle(value):R}, {BitConverter.ToSingle(value[4..]):R})",
            ElementType.Complex128 => $"({BitConverter.ToDouble(value):R}, {BitConverter.ToDouble(value[8..]):R})",
            _ => Convert.ToHexString(value),
        };
    }
}
