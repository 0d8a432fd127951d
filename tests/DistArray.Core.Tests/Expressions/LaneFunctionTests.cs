using System.Numerics;

namespace DistArray.Core.Tests.Expressions;

public unsafe class LaneFunctionTests
{
    [Test]
    public void Sine_IsWithinTwoUnitsOfTheLibrarys() => Compare<SineLanes>(Math.Sin, 1e6, 1e9);

    [Test]
    public void Cosine_IsWithinTwoUnitsOfTheLibrarys() => Compare<CosineLanes>(Math.Cos, 1e6, 1e9);

    [Test]
    public void Exponential_IsWithinTwoUnitsOfTheLibrarys() => Compare<ExponentialLanes>(Math.Exp, 750, 1e300);

    [Test]
    public void Functions_OfSpecialValues_AreTheLibrarys()
    {
        double[] values = [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, 1e-310, -1e-310, 1e22, -1e300, 709.78, 709.79, -744.4, -745.1, -745.2, -746, Math.PI, 2 * Math.PI, Math.PI / 2, 355, 1e6];
        Assert.That(Evaluate<SineLanes, double>(values), Is.EqualTo(values.Select(Math.Sin)).Within(1).Ulps);
        Assert.That(Evaluate<CosineLanes, double>(values), Is.EqualTo(values.Select(Math.Cos)).Within(1).Ulps);
        Assert.That(Evaluate<ExponentialLanes, double>(values), Is.EqualTo(values.Select(Math.Exp)).Within(1).Ulps);
        Assert.That(double.IsNegative(Evaluate<SineLanes, double>([-0.0])[0]), Is.True);
    }

    [Test]
    public void Functions_OfFloat32_AreRoundedFromFloat64()
    {
        var random = new System.Random(3);
        float[] values = [.. Enumerable.Range(0, 4096).Select(i => (float)((random.NextDouble() - 0.5) * Math.Pow(10, random.Next(-5, 8)))), float.NaN, float.PositiveInfinity, 88.7f, 88.8f, -103.9f, -104.1f];
        Assert.That(Evaluate<SineLanes, float>(values), Is.EqualTo(values.Select(value => (float)Math.Sin(value))).Within(1).Ulps);
        Assert.That(Evaluate<CosineLanes, float>(values), Is.EqualTo(values.Select(value => (float)Math.Cos(value))).Within(1).Ulps);
        Assert.That(Evaluate<ExponentialLanes, float>(values), Is.EqualTo(values.Select(value => (float)Math.Exp(value))).Within(1).Ulps);
    }

    private static void Compare<TFunction>(Func<double, double> library, double usual, double largest) where TFunction : struct, ILaneFunction<double>
    {
        var random = new System.Random(5);
        double[] values = [.. Enumerable.Range(0, 64000).Select(i => (random.NextDouble() - 0.5) * 2 * (i % 64 == 7 && i > 32000 ? largest : i % 3 == 0 ? 4 : i % 3 == 1 ? usual : 1e-3))];
        double[] found = Evaluate<TFunction, double>(values);
        for (int i = 0; i < values.Length; i++)
        {
            double expected = library(values[i]);
            if (!double.IsFinite(expected)) Assert.That(found[i], Is.EqualTo(expected));
            else Assert.That(Math.Abs(found[i] - expected), Is.LessThanOrEqualTo(2 * (Math.BitIncrement(Math.Abs(expected)) - Math.Abs(expected))), $"of {values[i]:r}");
        }
        // Wherever an element lies, and whatever its neighbours are.
        random.Shuffle(values);
        double[] elsewhere = Evaluate<TFunction, double>(values[1..]);
        Dictionary<double, double> known = values[1..].Zip(elsewhere).DistinctBy(pair => pair.First).ToDictionary();
        random.Shuffle(values);
        Assert.That(Evaluate<TFunction, double>(values).Zip(values).All(pair => !known.TryGetValue(pair.Second, out double other) || pair.First.Equals(other)), Is.True);
    }

    private static T[] Evaluate<TFunction, T>(T[] values) where TFunction : struct, ILaneFunction<T> where T : unmanaged, INumber<T>
    {
        var results = new T[values.Length];
        ElementType type = ElementTypes.Of<T>();
        var program = new FusedProgram([type], [], [new FusedInstruction(new LaneFunctionKernel<TFunction, T>(Ufunc.Sin), 0)]);
        fixed (T* from = values, to = results)
            FusedEvaluation.Store(program, [values.Length], new LocalOperand((nint)to, [sizeof(T)]), [new LocalOperand((nint)from, [sizeof(T)])], []);
        return results;
    }
}
