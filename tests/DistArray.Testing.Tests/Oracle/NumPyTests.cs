using System.Numerics;

namespace DistArray.Testing.Tests.Oracle;

public class NumPyTests
{
    [TestCase(1)]
    [TestCase(3)]
    public void Expression_IsEvaluated_ForEveryRank(int ranks) => ThreadCommunicator.Run(ranks, world =>
    {
        DistArray<double> a = Np.FromFunction<double>(new Distribution(world, [4, 3], "bc"), (i, j) => (7 * i + 5 * j) % 11 * 0.1);
        using DistArray<double> sorted = NumPy.Evaluate("np.sort(a, axis=0)", ("a", a));
        Assert.That(sorted.Shape.ToArray(), Is.EqualTo(new long[] { 4, 3 }));
        Assert.That(Is.ArrayEqualTo(sorted).ApplyTo(Np.Sort(a, 0)).IsSuccess, Is.True);
    });

    [Test]
    public void Arrays_OfSeveralTypes()
    {
        SelfCommunicator world = new();
        DistArray<long> index = Np.FromArray(new Distribution(world, [2]), new long[] { 2, 0 });
        DistArray<Complex> z = Np.FromArray(new Distribution(world, [3]), new[] { new Complex(1, 2), new Complex(3, -4), Complex.ImaginaryOne });
        Assert.That(NumPy.On(world).Let("z", z).Let("i", index).Evaluate<double>("np.abs(z[i])"), Is.ArrayCloseTo(new[] { 1, Math.Sqrt(5) }, 1e-15));
        Assert.That(NumPy.On(world).Let("z", z).Evaluate<bool>("z.real > 0.5").ToArray(), Is.EqualTo(new[] { true, true, false }));
        Assert.That(NumPy.On(world).Evaluate<long>("np.int64(6) * 7").ToArray(), Is.EqualTo(new[] { 42L }));
        Assert.That(NumPy.On(world).Evaluate<float>("np.zeros((0, 3), 'f4').T").Shape.ToArray(), Is.EqualTo(new long[] { 3, 0 }));
        Assert.That(NumPy.On(world).Evaluate<int>("np.arange(6, dtype='i4').reshape(2, 3).T").ToArray(), Is.EqualTo(new[] { 0, 3, 1, 4, 2, 5 }));
    }

    [Test]
    public void ErrorsOfPython_ComeWithTheirText()
    {
        SelfCommunicator world = new();
        Assert.That(() => NumPy.On(world).Evaluate<double>("np.linalg.inv(np.zeros((2, 2)))"), Throws.TypeOf<NumPyException>().With.Message.EqualTo("NumPy, np.linalg.inv(np.zeros((2, 2))): LinAlgError: Singular matrix"));
        Assert.That(() => NumPy.On(world).Evaluate<double>("np.arange(3)"), Throws.TypeOf<NumPyException>().With.Message.Contains("the result has the type <i8, and <f8 was asked for"));
        Assert.That(() => NumPy.On(world).Evaluate<double>("1 +"), Throws.TypeOf<NumPyException>().With.Message.Contains("SyntaxError"));
    }

    [Test]
    public void WithoutPython_TheTestIsIgnored()
    {
        string? before = Environment.GetEnvironmentVariable("DISTARRAY_PYTHON");
        try
        {
            Environment.SetEnvironmentVariable("DISTARRAY_PYTHON", "/nowhere/python3");
            Assert.That(() => NumPy.On(new SelfCommunicator()).Evaluate<double>("np.zeros(3)"), Throws.TypeOf<IgnoreException>().With.Message.Contains("apt-get install python3-numpy"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("DISTARRAY_PYTHON", before);
        }
    }

    [Test]
    public void ExpressionThatDoesNotEnd_IsKilled()
    {
        var answer = DistArray.Testing.Oracle.PythonChild.Evaluate("[0 for _ in iter(int, 1)]", [], TimeSpan.FromSeconds(2));
        Assert.That(answer.Error ?? answer.Missing, Is.EqualTo("it took longer than 2 s.").Or.Contains("NumPy is not here"));
    }
}
