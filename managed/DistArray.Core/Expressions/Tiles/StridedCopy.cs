using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Moves elements of any size between dense memory and such with strides or tables. All distances are in bytes.</summary>
internal static unsafe class StridedCopy
{
    /// <summary>Copies elements from any stride to any other.</summary>
    public static void Copy(void* destination, long stride, void* source, long sourceStride, nint count, int size)
    {
        if (stride == size && sourceStride == size)
        {
            Dense((byte*)destination, (byte*)source, count * size);
            return;
        }
        switch (size)
        {
            case 1: Copy<byte>((byte*)destination, (nint)stride, (byte*)source, (nint)sourceStride, count); break;
            case 2: Copy<ushort>((byte*)destination, (nint)stride, (byte*)source, (nint)sourceStride, count); break;
            case 4: Copy<uint>((byte*)destination, (nint)stride, (byte*)source, (nint)sourceStride, count); break;
            case 8: Copy<ulong>((byte*)destination, (nint)stride, (byte*)source, (nint)sourceStride, count); break;
            default: Copy<Vector128<byte>>((byte*)destination, (nint)stride, (byte*)source, (nint)sourceStride, count); break;
        }
    }

    /// <summary>Copies elements at listed offsets to dense memory.</summary>
    public static void Gather(void* destination, void* source, ReadOnlySpan<long> offsets, int size)
    {
        for (int i = 0; i < offsets.Length; i++) Move((byte*)destination + ((nint)i * size), (byte*)source + offsets[i], size);
    }

    /// <summary>Copies dense elements to listed offsets.</summary>
    public static void Scatter(void* destination, ReadOnlySpan<long> offsets, void* source, int size)
    {
        for (int i = 0; i < offsets.Length; i++) Move((byte*)destination + offsets[i], (byte*)source + ((nint)i * size), size);
    }

    /// <summary>Repeats an element.</summary>
    public static void Fill(void* destination, void* element, int count, int size)
    {
        switch (size)
        {
            case 1: new Span<byte>(destination, count).Fill(*(byte*)element); break;
            case 2: new Span<ushort>(destination, count).Fill(*(ushort*)element); break;
            case 4: new Span<uint>(destination, count).Fill(*(uint*)element); break;
            case 8: new Span<ulong>(destination, count).Fill(*(ulong*)element); break;
            default: new Span<Vector128<byte>>(destination, count).Fill(*(Vector128<byte>*)element); break;
        }
    }

    // Short rows do not pay for a call; the last vector may overlap the one before.
    private static void Dense(byte* destination, byte* source, nint bytes)
    {
        if (bytes is < 32 or > 2048)
        {
            Buffer.MemoryCopy(source, destination, bytes, bytes);
            return;
        }
        Vector256<byte> last = Vector256.Load(source + bytes - 32);
        for (nint i = 0; i < bytes - 32; i += 32) Vector256.Load(source + i).Store(destination + i);
        last.Store(destination + bytes - 32);
    }

    private static void Copy<T>(byte* destination, nint stride, byte* source, nint sourceStride, nint count) where T : unmanaged
    {
        for (; count >= 4; count -= 4)
        {
            T a = *(T*)source, b = *(T*)(source + sourceStride), c = *(T*)(source + (2 * sourceStride)), d = *(T*)(source + (3 * sourceStride));
            *(T*)destination = a;
            *(T*)(destination + stride) = b;
            *(T*)(destination + (2 * stride)) = c;
            *(T*)(destination + (3 * stride)) = d;
            source += 4 * sourceStride;
            destination += 4 * stride;
        }
        for (; count > 0; count--)
        {
            *(T*)destination = *(T*)source;
            source += sourceStride;
            destination += stride;
        }
    }

    private static void Move(byte* destination, byte* source, int size)
    {
        switch (size)
        {
            case 1: *destination = *source; break;
            case 2: *(ushort*)destination = *(ushort*)source; break;
            case 4: *(uint*)destination = *(uint*)source; break;
            case 8: *(ulong*)destination = *(ulong*)source; break;
            default: *(Vector128<byte>*)destination = *(Vector128<byte>*)source; break;
        }
    }
}
