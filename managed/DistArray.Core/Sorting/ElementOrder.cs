using System.Numerics;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>NumPy's order of elements: NaN comes last; complex numbers by their real parts, then by their imaginary ones.</summary>
internal readonly struct ElementOrder<T> : IComparer<T>, IComparer<(T Element, long Place)> where T : unmanaged
{
    /// <summary>Throws where the elements have no order.</summary>
    public static void Check(string operation)
    {
        if (ElementTypes.Of<T>() is ElementType.Logical32 or ElementType.Logical64)
            throw new NotSupportedException($"{operation}: elements of {ElementTypes.NameOf(ElementTypes.Of<T>())} have no order. Use AsType<bool>().");
    }

    public int Compare(T x, T y)
    {
        if (typeof(T) == typeof(double)) return Compare(Unsafe.BitCast<T, double>(x), Unsafe.BitCast<T, double>(y));
        if (typeof(T) == typeof(float)) return Compare(Unsafe.BitCast<T, float>(x), Unsafe.BitCast<T, float>(y));
        if (typeof(T) == typeof(Complex)) return Compare(Unsafe.BitCast<T, Complex>(x), Unsafe.BitCast<T, Complex>(y));
        if (typeof(T) == typeof(Complex64)) return Compare((Complex)Unsafe.BitCast<T, Complex64>(x), (Complex)Unsafe.BitCast<T, Complex64>(y));
        return Comparer<T>.Default.Compare(x, y);
    }

    /// <summary>Equal elements stay in the order of their places.</summary>
    public int Compare((T Element, long Place) x, (T Element, long Place) y)
    {
        int order = Compare(x.Element, y.Element);
        return order != 0 ? order : x.Place.CompareTo(y.Place);
    }

    private static int Compare(double x, double y) => x < y ? -1 : x > y ? 1 : x == y ? 0 : double.IsNaN(x) ? double.IsNaN(y) ? 0 : 1 : -1;

    // Numbers, then NaN in the imaginary part, in the real part, in both.
    private static int Compare(Complex x, Complex y)
    {
        int order = NaNs(x).CompareTo(NaNs(y));
        if (order != 0) return order;
        order = Compare(x.Real, y.Real);
        return order != 0 ? order : Compare(x.Imaginary, y.Imaginary);
    }

    private static int NaNs(Complex x) => (double.IsNaN(x.Real) ? 2 : 0) + (double.IsNaN(x.Imaginary) ? 1 : 0);
}
