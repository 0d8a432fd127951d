using System.Security.Cryptography;

namespace DistArray.Core.Tests.Kernels;

public class VectorFunctionTests
{
    private const int Count = 16_384;

    // Also with DOTNET_EnableAVX512=0, DOTNET_EnableAVX2=0 and DOTNET_EnableHWIntrinsic=0: the bits are those of vectors of any width.
    [TestCase(Ufunc.Sin, "9BF4D39B8E2A078E")]
    [TestCase(Ufunc.Cos, "61BF920F5F6C4BAE")]
    [TestCase(Ufunc.Tan, "F1738FD84F7705FF")]
    [TestCase(Ufunc.Exp, "2F3D7E46B9DD7BC0")]
    [TestCase(Ufunc.Log, "692AF140DE2E19ED")]
    public void Run_WithinTheRange_GivesTheSameBitsOnEveryMachine(object ufunc, string hash)
    {
        double[] angles = [.. Enumerable.Range(0, Count).Select(Spread)];
        double[] x = (Ufunc)ufunc switch
        {
            Ufunc.Exp => [.. angles.Select(angle => angle / 128)],
            Ufunc.Log => [.. angles.Select(angle => (angle * angle) + 1e-300)],
            _ => angles,
        };
        double[] doubles = KernelRun.Run<double, double>(ElementKernels.Find((Ufunc)ufunc, ElementType.Float64), x);
        float[] floats = KernelRun.Run<float, float>(ElementKernels.Find((Ufunc)ufunc, ElementType.Float32), Array.ConvertAll(x, value => (float)Math.Max(value, (Ufunc)ufunc == Ufunc.Log ? 1e-40 : value)));
        Assert.That(Convert.ToHexString(SHA256.HashData([.. KernelRun.Bytes(doubles), .. KernelRun.Bytes(floats)]))[..16], Is.EqualTo(hash));
    }

    // Of either sign, from 0 to 98,304, as many small ones as large ones.
    private static double Spread(int i) => ((i * 0.6180339887498949 % 1) - 0.5) * (1.5 * (1 << (i % 18)));
}
