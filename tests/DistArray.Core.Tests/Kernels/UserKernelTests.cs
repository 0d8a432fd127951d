using System.Numerics.Tensors;

namespace DistArray.Core.Tests.Kernels;

public class UserKernelTests
{
    [Test]
    public void Run_OfFunctionsOfOneToThreeOperands_CallsThemForEachElement()
    {
        Assert.That(KernelRun.Run<int, bool>(UserKernels.Find((int x) => x % 3 == 0), [3, 4, 6, -7]), Is.EqualTo(new[] { true, false, true, false }));
        Assert.That(KernelRun.Run<int, long>(UserKernels.Find((int x, int y) => (10L * x) + y), [1, 2, 3], [4, 5, 6]), Is.EqualTo(new[] { 14L, 25, 36 }));
        double[] x = [.. Enumerable.Range(0, 64).Select(i => i + 0.5)], y = [.. x.Select(value => 2 * value)], z = [.. x.Select(value => -value)];
        byte[] result = KernelRun.Run(UserKernels.Find((double a, double b, double c) => (a * b) - c), KernelRun.Bytes(x), KernelRun.Bytes(y), KernelRun.Bytes(z));
        Assert.That(BitConverter.ToDouble(result, 8 * 63), Is.EqualTo((63.5 * 127) + 63.5));
    }

    [Test]
    public void Run_OfSpanFunctions_HandsTilesOver()
    {
        Assert.That(KernelRun.Run<double, double>(UserKernels.Find<double, double>(TensorPrimitives.Negate), [1, -2, 3]), Is.EqualTo(new[] { -1.0, 2, -3 }));
        Assert.That(KernelRun.Run<double, double>(UserKernels.Find<double, double, double>(TensorPrimitives.Subtract), [1, -2, 3], [10, 20, 30]), Is.EqualTo(new[] { -9.0, -22, -27 }));
    }

    [Test]
    public void Find_OfOneDelegate_GivesOneInstanceOfTheUsersKind()
    {
        Func<double, double> function = x => x + 1, other = x => x + 1;
        Assert.That(UserKernels.Find(function), Is.SameAs(UserKernels.Find(function)).And.Not.SameAs(UserKernels.Find(other)));
        Assert.That(UserKernels.Find(function).Ufunc, Is.EqualTo(Ufunc.User));
    }

    [Test]
    public void Run_OfAFunctionThatThrows_ThrowsThat() => Assert.That(
        () => KernelRun.Run<int, int>(UserKernels.Find((int x) => x == 5 ? throw new FormatException("five") : x), [4, 5]), Throws.TypeOf<FormatException>().With.Message.EqualTo("five"));
}
