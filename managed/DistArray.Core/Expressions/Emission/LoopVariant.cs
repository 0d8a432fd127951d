namespace DistArray;

/// <summary>What an emitted loop depends on besides the program.</summary>
/// <param name="Scalars">A bit an input, set where one element meets a whole row; the other operands' rows are dense.</param>
/// <param name="NonTemporal">Whether the results go past the cache.</param>
internal readonly record struct LoopVariant(ulong Scalars, bool NonTemporal)
{
    /// <summary>Most inputs that a variant can tell.</summary>
    public const int MostInputs = 64;

    private const long NonTemporalBytes = 2 << 20; // of the results, from which on they had better go past the cache
    private const long NonTemporalRow = 1024; // bytes of a row from which on aligning it pays

    /// <summary>The variant for a walk over elements of one size, or null where rows are neither dense nor of one element.</summary>
    public static unsafe LoopVariant? Of(in StridedWalk walk, int size)
    {
        Panel panel = walk.First(out nint* pointers);
        if (panel.HasTables || panel.Strides[0] != size) return null;
        ulong scalars = 0;
        bool isInPlace = false;
        for (int i = 1; i < walk.Operands; i++)
        {
            if (panel.Strides[i] == 0) scalars |= 1UL << (i - 1);
            else if (panel.Strides[i] != size) return null;
            isInPlace |= pointers[i] == pointers[0];
        }
        bool isLarge = walk.Size * size >= NonTemporalBytes && panel.Count * size >= NonTemporalRow;
        return new LoopVariant(scalars, isLarge && !isInPlace && pointers[0] % size == 0);
    }
}
