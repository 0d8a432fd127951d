namespace DistArray;

public static partial class Np
{
    /// <summary>An array whose elements, in row-major order, are moved on; those that leave at the end come in at the start.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="shift">By how many places; negative to move back.</param>
    /// <returns>A new array of the same distribution.</returns>
    /// <remarks><b>Collective.</b> Two reshapes and a move along one axis; along an axis it is cheaper. As numpy.roll.</remarks>
    public static DistArray<T> Roll<T>(DistArray<T> a, long shift) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        if (a.NDim == 1) return Roll(a, shift, 0);
        if (a.Size == 0 || a.NDim == 0) return a.Copy();
        using DistArray<T> row = a.Ravel(), moved = Roll(row, shift, 0);
        return Reshaping.Create(moved, a.Distribution.WithoutHalo(), "Roll");
    }

    /// <summary>An array whose elements are moved on along an axis; those that leave at the end come in at the start.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="shift">By how many places; negative to move back.</param>
    /// <param name="axis">Axis, in [-NDim, NDim).</param>
    /// <returns>A new array of the same distribution.</returns>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <remarks><b>Collective.</b> Each rank sends what leaves its part. As numpy.roll.</remarks>
    public static DistArray<T> Roll<T>(DistArray<T> a, long shift, int axis) where T : unmanaged => Roll(a, [shift], [axis]);

    /// <summary>An array whose elements are moved on along several axes; those that leave at the end come in at the start.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="a">The array.</param>
    /// <param name="shift">By how many places along each axis, negative to move back; one for all, or one each.</param>
    /// <param name="axis">Axes, each in [-NDim, NDim); of one that is named twice the moves add up.</param>
    /// <returns>A new array of the same distribution.</returns>
    /// <exception cref="AxisOutOfRangeException">An axis does not exist.</exception>
    /// <exception cref="ArgumentException">There is neither one shift nor one each axis.</exception>
    /// <remarks><b>Collective.</b> Each rank sends what leaves its part. As numpy.roll.</remarks>
    public static DistArray<T> Roll<T>(DistArray<T> a, ReadOnlySpan<long> shift, ReadOnlySpan<int> axis) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(a);
        if (shift.Length != 1 && shift.Length != axis.Length) throw new ArgumentException($"Roll: there are {shift.Length} shifts for {axis.Length} axes. Give one, or one each axis.", nameof(shift));
        var moves = new long[a.NDim];
        for (int i = 0; i < axis.Length; i++)
        {
            int along = AxisNumbers.Normalize(axis[i], a.NDim);
            if (a.Shape[along] > 0) moves[along] = (moves[along] + (shift[shift.Length == 1 ? 0 : i] % a.Shape[along])) % a.Shape[along];
        }
        if (Array.TrueForAll(moves, move => move == 0)) return a.Copy();
        if (a.NDim == 1) return RollRow(a, ((moves[0] % a.Shape[0]) + a.Shape[0]) % a.Shape[0]);
        var axes = new AxisIndices[a.NDim];
        for (int i = 0; i < axes.Length; i++) axes[i] = moves[i] == 0 ? AxisIndices.Identity : AxisIndices.Affine(-moves[i], 1, a.Shape[i]);
        return AxisGather.Take(a, a.Distribution.WithoutHalo(), axes, "Roll");
    }

    // A long axis goes in two pieces, which need no lists.
    private static DistArray<T> RollRow<T>(DistArray<T> a, long shift) where T : unmanaged
    {
        DistArray<T> result = DistArray<T>.Allocate(a.Distribution.WithoutHalo(), a.Order, zero: false);
        long rest = a.Shape[0] - shift;
        Redistribution.Copy(a.SliceAxis(0, 0, 1, rest), result.SliceAxis(0, shift, 1, rest), "Roll");
        Redistribution.Copy(a.SliceAxis(0, rest, 1, shift), result.SliceAxis(0, 0, 1, shift), "Roll");
        return result;
    }
}
