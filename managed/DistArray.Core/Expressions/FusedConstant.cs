using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>The value of a constant of a fused program.</summary>
[InlineArray(16)]
internal struct FusedConstant
{
    private byte _first;

    public static FusedConstant Of<T>(T value) where T : unmanaged
    {
        FusedConstant constant = default;
        Unsafe.As<FusedConstant, T>(ref constant) = value;
        return constant;
    }
}
