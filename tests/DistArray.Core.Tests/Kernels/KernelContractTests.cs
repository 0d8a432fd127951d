namespace DistArray.Core.Tests.Kernels;

public class KernelContractTests
{
    internal static IEnumerable<TestCaseData> Cases() => KernelTests.Cases();

    [TestCaseSource(nameof(Cases))]
    public void Run_OnTilesOfAnyLengthAndNeighbours_GivesAnElementTheSameBits(object test)
    {
        var kernel = (ElementKernel)test;
        ElementType[] types = kernel.Operands.ToArray();
        byte[][] whole = [.. types.Select((type, i) => KernelValues.Operand(kernel.Ufunc, type, i))];
        int count = whole.Select((bytes, i) => bytes.Length / ElementTypes.SizeOf(types[i])).Min();
        byte[][] alone = [.. whole.Select((bytes, i) => Spread(bytes[..(count * ElementTypes.SizeOf(types[i]))], ElementTypes.SizeOf(types[i])))];
        byte[] expected = Spread(KernelRun.Run(kernel, [.. whole.Select((bytes, i) => bytes[..(count * ElementTypes.SizeOf(types[i]))])]), ElementTypes.SizeOf(kernel.Result));
        Assert.That(KernelRun.Run(kernel, alone).AsSpan().SequenceEqual(expected), Is.True);
    }

    [TestCaseSource(nameof(Cases))]
    public unsafe void Run_IntoAnOperand_GivesTheSame(object test)
    {
        var kernel = (ElementKernel)test;
        ElementType[] types = kernel.Operands.ToArray();
        byte[][] operands = [.. types.Select((type, i) => KernelValues.Operand(kernel.Ufunc, type, i)[..(1024 * ElementTypes.SizeOf(type))])];
        byte[] expected = KernelRun.Run(kernel, operands);
        for (int into = 0; into < types.Length; into++)
        {
            if (ElementTypes.SizeOf(types[into]) != ElementTypes.SizeOf(kernel.Result)) continue;
            byte[][] copies = [.. operands.Select(bytes => bytes.ToArray())];
            fixed (byte* x = copies[0], y = copies[^1], middle = copies[copies.Length / 2], destination = copies[into])
                kernel.Run(destination, x, types.Length > 1 ? types.Length > 2 ? middle : y : null, types.Length > 2 ? y : null, 1024);
            Assert.That(copies[into].AsSpan().SequenceEqual(expected), Is.True, $"operand {into}");
        }
    }

    [TestCaseSource(nameof(Cases))]
    public void Find_OnSeveralThreads_GivesOneInstance(object test)
    {
        var kernel = (ElementKernel)test;
        ElementType[] types = [.. kernel.Operands, 0, 0];
        var found = new ElementKernel[8];
        Parallel.For(0, found.Length, i => found[i] = kernel.Operands.Length == 3 ? ElementKernels.Find(kernel.Ufunc, types[0], types[1], types[2])
            : kernel.Operands.Length == 2 ? ElementKernels.Find(kernel.Ufunc, types[0], types[1]) : ElementKernels.Find(kernel.Ufunc, types[0]));
        Assert.That(found, Is.All.SameAs(kernel));
    }

    // Each element on tiles of 64 of which the others are of another place.
    private static byte[] Spread(byte[] bytes, int size)
    {
        int count = bytes.Length / size;
        var spread = new byte[bytes.Length];
        for (int i = 0; i < count; i++) bytes.AsSpan(i * size, size).CopyTo(spread.AsSpan((int)(i * 4099L % count) * size));
        return spread;
    }
}
