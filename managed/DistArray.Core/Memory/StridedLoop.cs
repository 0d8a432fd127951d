namespace DistArray;

/// <summary>Walks up to three operands of one shape and any strides row by row, in the memory order of the first; joins axes that have no gap between.</summary>
internal static unsafe class StridedLoop
{
    private const int MostAxes = 64;

    /// <summary>Runs a kernel over the rows. Strides are in elements; all operands have elements of one size, and those without pointer none.</summary>
    public static void Run<TKernel>(ref TKernel kernel, ReadOnlySpan<int> shape, int elementSize, void* p0, ReadOnlySpan<long> s0,
        void* p1 = null, ReadOnlySpan<long> s1 = default, void* p2 = null, ReadOnlySpan<long> s2 = default) where TKernel : struct, IRowKernel =>
        Run(ref kernel, shape, (elementSize, elementSize, elementSize), p0, s0, p1, s1, p2, s2);

    /// <summary>Runs a kernel over the rows of operands whose elements differ in size.</summary>
    public static void Run<TKernel>(ref TKernel kernel, ReadOnlySpan<int> shape, (int First, int Second, int Third) sizes, void* p0, ReadOnlySpan<long> s0,
        void* p1 = null, ReadOnlySpan<long> s1 = default, void* p2 = null, ReadOnlySpan<long> s2 = default) where TKernel : struct, IRowKernel
    {
        if (shape.Length > MostAxes) throw new NotSupportedException($"Arrays have at most {MostAxes} dimensions, not {shape.Length}.");
        Span<Axis> axes = stackalloc Axis[shape.Length];
        int n = 0;
        for (int i = 0; i < shape.Length; i++)
        {
            if (shape[i] == 0) return;
            if (shape[i] > 1) axes[n++] = new Axis(shape[i], s0[i] * sizes.First, s1.IsEmpty ? 0 : s1[i] * sizes.Second, s2.IsEmpty ? 0 : s2[i] * sizes.Third);
        }
        axes = axes[..n];
        Sort(axes);
        axes = Join(axes);
        if (axes.IsEmpty)
        {
            kernel.Row(p0, 0, p1, 0, p2, 0, 1);
            return;
        }
        Walk(ref kernel, axes[..^1], axes[^1], (byte*)p0, (byte*)p1, (byte*)p2);
    }

    private static void Walk<TKernel>(ref TKernel kernel, ReadOnlySpan<Axis> outer, Axis row, byte* p0, byte* p1, byte* p2) where TKernel : struct, IRowKernel
    {
        Span<long> index = stackalloc long[outer.Length];
        index.Clear();
        while (true)
        {
            kernel.Row(p0, row.S0, p1, row.S1, p2, row.S2, row.Count);
            int axis = outer.Length - 1;
            for (; axis >= 0; axis--)
            {
                Axis step = outer[axis];
                p0 += step.S0;
                p1 += step.S1;
                p2 += step.S2;
                if (++index[axis] < step.Count) break;
                p0 -= step.S0 * step.Count;
                p1 -= step.S1 * step.Count;
                p2 -= step.S2 * step.Count;
                index[axis] = 0;
            }
            if (axis < 0) return;
        }
    }

    // Stable: among equal strides (0) the order of the axes stays.
    private static void Sort(Span<Axis> axes)
    {
        for (int i = 1; i < axes.Length; i++)
        {
            Axis axis = axes[i];
            int j = i;
            for (; j > 0 && Math.Abs(axes[j - 1].S0) < Math.Abs(axis.S0); j--) axes[j] = axes[j - 1];
            axes[j] = axis;
        }
    }

    private static Span<Axis> Join(Span<Axis> axes)
    {
        int n = 0;
        for (int i = 0; i < axes.Length; i++)
        {
            Axis axis = axes[i];
            if (n > 0 && axes[n - 1].Continues(axis)) axes[n - 1] = axis with { Count = axis.Count * axes[n - 1].Count };
            else axes[n++] = axis;
        }
        return axes[..n];
    }

    private readonly record struct Axis(long Count, long S0, long S1, long S2)
    {
        public bool Continues(Axis inner) => S0 == inner.S0 * inner.Count && S1 == inner.S1 * inner.Count && S2 == inner.S2 * inner.Count;
    }
}
