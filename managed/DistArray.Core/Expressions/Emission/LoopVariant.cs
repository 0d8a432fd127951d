namespace DistArray;

/// <summary>What an emitted loop depends on besides the program.</summary>
/// <param name="Scalars">A bit an input, set where one element meets a whole row; the other operands' rows are dense.</param>
/// <param name="NonTemporal">Whether the results go past the cache.</param>
internal readonly record struct LoopVariant(ulong Scalars, bool NonTemporal)
{
    /// <summary>Most inputs that a variant can tell.</summary>
    public const int MostInputs = 64;

    private const long NonTemporalRow = 4096; // bytes of a row from which on its unaligned ends do not matter

    /// <summary>The variant for a walk over elements of one size, or null where rows are neither dense nor of one element.</summary>
    public static unsafe LoopVariant? Of(in StridedWalk walk, int size)
    {
        Panel panel = walk.First(out nint* pointers);
        if (panel.HasTables || panel.Strides[0] != size) return null;
        ulong scalars = 0;
        for (int i = 1; i < walk.Operands; i++)
        {
            if (panel.Strides[i] == 0) scalars |= 1UL << (i - 1);
            else if (panel.Strides[i] != size) return null;
        }
        return new LoopVariant(scalars, panel.Count * size >= NonTemporalRow && pointers[0] % size == 0 && IsLarge(panel, pointers, walk.Operands, walk.Size * size));
    }

    // Measured: the more arrays are read along, the sooner the results had better go past the cache. What is read for a store in place is in the cache anyway.
    private static unsafe bool IsLarge(in Panel panel, nint* pointers, int operands, long bytes)
    {
        if (bytes < NonTemporalBytes(3)) return false;
        int arrays = 0;
        for (int i = 1; i < operands; i++)
        {
            if (pointers[i] == pointers[0]) return false;
            if (panel.Strides[i] == 0 || (panel.Rows > 1 && panel.RowStrides[i] == 0)) continue;
            bool isKnown = false; // shifted views of one array are one
            for (int j = 1; j < i; j++) isKnown |= Math.Abs(pointers[i] - pointers[j]) < bytes / 2;
            if (!isKnown) arrays++;
        }
        return bytes >= NonTemporalBytes(arrays);
    }

    private static long NonTemporalBytes(int arrays) => arrays switch
    {
        >= 3 => 2 << 20,
        2 => 4 << 20,
        _ => 12 << 20,
    };
}
