using System.Numerics;
using System.Numerics.Tensors;

namespace DistArray;

/// <summary>Adds boxes of elements to memory of any strides; a stride of 0 adds several to one.</summary>
internal static unsafe class BoxAdd
{
    /// <summary>Whether the elements can be added.</summary>
    public static bool IsFor(ElementType type) => type is not (ElementType.Boolean or ElementType.Logical32 or ElementType.Logical64);

    /// <summary>Adds a box. Strides are in bytes.</summary>
    public static void Run(ElementType type, byte* to, ReadOnlySpan<long> toStrides, byte* from, ReadOnlySpan<long> fromStrides, ReadOnlySpan<int> shape)
    {
        switch (type)
        {
            case ElementType.Int8: Add<sbyte>(to, toStrides, from, fromStrides, shape); break;
            case ElementType.UInt8: Add<byte>(to, toStrides, from, fromStrides, shape); break;
            case ElementType.Int16: Add<short>(to, toStrides, from, fromStrides, shape); break;
            case ElementType.UInt16: Add<ushort>(to, toStrides, from, fromStrides, shape); break;
            case ElementType.Int32: Add<int>(to, toStrides, from, fromStrides, shape); break;
            case ElementType.UInt32: Add<uint>(to, toStrides, from, fromStrides, shape); break;
            case ElementType.Int64: Add<long>(to, toStrides, from, fromStrides, shape); break;
            case ElementType.UInt64: Add<ulong>(to, toStrides, from, fromStrides, shape); break;
            case ElementType.Float32: Add<float>(to, toStrides, from, fromStrides, shape); break;
            case ElementType.Float64: Add<double>(to, toStrides, from, fromStrides, shape); break;
            case ElementType.Complex64: Add<Complex64>(to, toStrides, from, fromStrides, shape); break;
            case ElementType.Complex128: Add<Complex>(to, toStrides, from, fromStrides, shape); break;
            default: throw new NotSupportedException($"Elements of {ElementTypes.NameOf(type)} cannot be added.");
        }
    }

    private static void Add<T>(byte* to, ReadOnlySpan<long> toStrides, byte* from, ReadOnlySpan<long> fromStrides, ReadOnlySpan<int> shape)
        where T : unmanaged, INumberBase<T>
    {
        var kernel = default(AddKernel<T>);
        StridedLoop.Run(ref kernel, shape, 1, to, toStrides, from, fromStrides);
    }

    private struct AddKernel<T> : IRowKernel where T : unmanaged, INumberBase<T>
    {
        public readonly void Row(void* p0, long s0, void* p1, long s1, void* p2, long s2, long count)
        {
            if (s0 == sizeof(T) && s1 == sizeof(T) && count <= int.MaxValue)
            {
                var to = new Span<T>(p0, (int)count);
                TensorPrimitives.Add(to, new ReadOnlySpan<T>(p1, (int)count), to);
                return;
            }
            for (long i = 0; i < count; i++) *(T*)((byte*)p0 + (i * s0)) += *(T*)((byte*)p1 + (i * s1));
        }
    }
}
