using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Sums of the columns of rows of doubles without rounding, eight at a time: as <see cref="ExactBlock"/>, with cuts that suit each column.</summary>
internal static unsafe class ExactColumns
{
    /// <summary>Columns that are summed together.</summary>
    public const int Width = 8;

    private const int MantissaBits = 52;
    private const int AboveLargest = 11, BelowFirst = 43; // of a place's exponent: so lie the cuts of ExactBlock
    private const double TooLarge = 1.0715086071862673e301; // 2^1000

    /// <summary>Adds the columns of at most <see cref="ExactBlock.Most"/> rows to a sum each.</summary>
    /// <param name="sums">The sums of eight neighbouring columns.</param>
    /// <param name="values">The first of them in the first row.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="rowStride">Distance of rows in bytes.</param>
    public static void Add(ExactState* sums, byte* values, nint rows, nint rowStride)
    {
        Vector512<double> largest = Largest(values, rows, rowStride);
        if (!Vector512.LessThanAll(largest, Vector512.Create(TooLarge))) // or NaN
        {
            for (nint row = 0; row < rows; row++)
                for (int column = 0; column < Width; column++) sums[column].Add(((double*)(values + (row * rowStride)))[column]);
            return;
        }
        Vector512<long> exponents = Vector512.Max(Vector512.ShiftRightLogical(largest.AsInt64(), MantissaBits), Vector512<long>.One) + Vector512.Create((long)AboveLargest);
        Vector512<double> first = Place(exponents), second = Place(Vector512.Max(exponents - Vector512.Create((long)BelowFirst), Vector512<long>.One));
        double* parts = stackalloc double[2 * Width];
        bool isLeft = Cut(values, rows, rowStride, first, second, parts);
        for (int column = 0; column < Width; column++)
        {
            sums[column].Add(parts[column]);
            sums[column].Add(parts[Width + column]);
            if (isLeft) AddRest(ref sums[column], values + (column * sizeof(double)), rows, rowStride, first[column], second[column]);
        }
    }

    private static Vector512<double> Place(Vector512<long> exponents) => (Vector512.ShiftLeft(exponents, MantissaBits) | Vector512.Create(1L << (MantissaBits - 1))).AsDouble();

    private static Vector512<double> Largest(byte* values, nint rows, nint rowStride)
    {
        Vector512<double> largest = Vector512<double>.Zero, notNaN = Vector512<double>.AllBitsSet;
        for (nint row = 0; row < rows; row++, values += rowStride)
        {
            Vector512<double> x = Vector512.Abs(Vector512.Load((double*)values));
            largest = Vector512.MaxNative(largest, x);
            notNaN &= Vector512.Equals(x, x);
        }
        return Vector512.ConditionalSelect(notNaN, largest, Vector512.Create(double.NaN));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool Cut(byte* values, nint rows, nint rowStride, Vector512<double> first, Vector512<double> second, double* parts)
    {
        Vector512<double> upper = Vector512<double>.Zero, lower = upper, left = upper;
        for (nint row = 0; row < rows; row++, values += rowStride)
        {
            Vector512<double> x = Vector512.Load((double*)values), above = (x + first) - first;
            upper += above;
            x -= above;
            above = (x + second) - second;
            lower += above;
            left |= x - above;
        }
        upper.Store(parts);
        lower.Store(parts + Width);
        return !Vector512.EqualsAll(left, Vector512<double>.Zero);
    }

    private static void AddRest(ref ExactState sum, byte* values, nint rows, nint rowStride, double first, double second)
    {
        for (nint row = 0; row < rows; row++, values += rowStride)
        {
            double x = *(double*)values;
            x -= (x + first) - first;
            x -= (x + second) - second;
            if (x != 0) sum.Add(x);
        }
    }
}
