using System.Diagnostics;
using System.Security.Cryptography;
namespace DistArray.Core.Tests.Kernels;
public unsafe class TempSpeed
{
    [Test, Explicit]
    public void Hash()
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (TestCaseData c in KernelTests.Cases())
        {
            var kernel = (ElementKernel)c.Arguments[0]!;
            ElementType[] types = kernel.Operands.ToArray();
            byte[][] ops = [.. types.Select((t, i) => KernelValues.Operand(kernel.Ufunc, t, i))];
            int count = ops.Select((b, i) => b.Length / ElementTypes.SizeOf(types[i])).Min();
            byte[] r = KernelRun.Run(kernel, [.. ops.Select((b, i) => b[..(count * ElementTypes.SizeOf(types[i]))])]);
            byte[] h = SHA256.HashData(r);
            File.AppendAllText("/tmp/hash" + Environment.GetEnvironmentVariable("HASHTAG"), $"{kernel.Name} {types[^1]} {Convert.ToHexString(h)[..16]}\n");
        }
        TestContext.Out.WriteLine(System.Runtime.Intrinsics.Vector512.IsHardwareAccelerated + " " + System.Runtime.Intrinsics.Vector256.IsHardwareAccelerated);
    }
    [Test, Explicit]
    public void Speed()
    {
        foreach (TestCaseData c in KernelTests.Cases())
        {
            var kernel = (ElementKernel)c.Arguments[0]!;
            ElementType[] types = kernel.Operands.ToArray();
            if (types[^1] is not (ElementType.Float64 or ElementType.Float32 or ElementType.Int32 or ElementType.Complex128 or ElementType.Boolean)) continue;
            var random = new System.Random(1);
            double[] v = [.. Enumerable.Range(0, 1024).Select(_ => 10 * random.NextDouble() + 0.1)];
            byte[][] ops = [.. types.Select((t, i) => KernelRun.Run(ElementKernels.FindCast(ElementType.Float64, t), KernelRun.Bytes(v)))];
            var result = new byte[16 * 1024];
            fixed (byte* d = result, x = ops[0], y = ops[^1], m = ops[ops.Length / 2])
            {
                double best = 1e9;
                for (int k = 0; k < 30; k++) { long t0 = Stopwatch.GetTimestamp(); for (int r = 0; r < 50; r++) kernel.Run(d, x, types.Length == 3 ? m : y, y, 1024); best = Math.Min(best, Stopwatch.GetElapsedTime(t0).TotalNanoseconds / 50 / 1024); if (k == 20) Thread.Sleep(120); }
                TestContext.Out.WriteLine($"{kernel.Name,-14} {types[^1],-10} {best:F2}");
            }
        }
    }
}
