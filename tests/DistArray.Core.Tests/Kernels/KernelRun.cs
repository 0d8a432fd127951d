using System.Runtime.InteropServices;

namespace DistArray.Core.Tests.Kernels;

/// <summary>Runs kernels over the bytes of elements.</summary>
internal static unsafe class KernelRun
{
    public static byte[] Run(ElementKernel kernel, params byte[][] operands)
    {
        int count = operands[0].Length / ElementTypes.SizeOf(kernel.Operands[0]);
        Assert.That(count % ElementKernel.Multiple, Is.Zero, "the operands are whole tiles");
        var result = new byte[count * ElementTypes.SizeOf(kernel.Result)];
        fixed (byte* destination = result, x = operands[0], y = operands.Length > 1 ? operands[1] : null, z = operands.Length > 2 ? operands[2] : null)
            kernel.Run(destination, x, y, z, count);
        return result;
    }

    public static T[] Run<TX, T>(ElementKernel kernel, TX[] x, TX[]? y = null) where TX : unmanaged where T : unmanaged
    {
        TX[] whole = Fill(x);
        byte[] result = y is null ? Run(kernel, Bytes(whole)) : Run(kernel, Bytes(whole), Bytes(Fill(y)));
        return MemoryMarshal.Cast<byte, T>(result)[..x.Length].ToArray();
    }

    public static byte[] Bytes<T>(T[] values) where T : unmanaged => MemoryMarshal.AsBytes<T>(values).ToArray();

    /// <summary>The values as booleans, as our logicals are in NumPy.</summary>
    public static byte[] AsNumPy(ElementType type, byte[] bytes) => type switch
    {
        ElementType.Logical32 => Array.ConvertAll(MemoryMarshal.Cast<byte, int>(bytes).ToArray(), value => value != 0 ? (byte)1 : (byte)0),
        ElementType.Logical64 => Array.ConvertAll(MemoryMarshal.Cast<byte, long>(bytes).ToArray(), value => value != 0 ? (byte)1 : (byte)0),
        _ => bytes,
    };

    private static T[] Fill<T>(T[] values) where T : unmanaged
    {
        var whole = new T[(values.Length + ElementKernel.Multiple - 1) / ElementKernel.Multiple * ElementKernel.Multiple];
        for (int i = 0; i < whole.Length; i++) whole[i] = values[Math.Min(i, values.Length - 1)];
        return whole;
    }
}
