using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Finds numbers among dense ones.</summary>
internal static unsafe class FirstEqual<T> where T : unmanaged, INumber<T>
{
    /// <summary>Place of the first number that equals another, or is NaN as it is; there is one.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static nint Of(T* values, nint count, T wanted)
    {
        bool isNaN = T.IsNaN(wanted);
        Vector512<T> sought = Vector512.Create(wanted);
        nint i = 0;
        for (; i + Vector512<T>.Count <= count; i += Vector512<T>.Count)
        {
            Vector512<T> value = Vector512.Load(values + i);
            ulong found = (isNaN ? ~Vector512.Equals(value, value) : Vector512.Equals(value, sought)).ExtractMostSignificantBits();
            if (found != 0) return i + BitOperations.TrailingZeroCount(found);
        }
        while (!IsSought(values[i], wanted, isNaN)) i++;
        return i;
    }

    /// <summary>Place of the last one.</summary>
    public static nint Last(T* values, nint count, T wanted)
    {
        bool isNaN = T.IsNaN(wanted);
        nint i = count - 1;
        while (!IsSought(values[i], wanted, isNaN)) i--;
        return i;
    }

    private static bool IsSought(T value, T wanted, bool isNaN) => isNaN ? T.IsNaN(value) : value == wanted;
}
