namespace DistArray;

/// <summary>Which local indices of an axis a slice takes: from a start in steps, or those of a table.</summary>
internal readonly record struct LocalPick(int Start, int Step, int Count, int[]? Table = null)
{
    /// <summary>The pick of listed indices; by start and step where they are at equal distances.</summary>
    public static LocalPick Of(int[] locals)
    {
        if (locals.Length == 0) return new LocalPick(0, 1, 0);
        int step = locals.Length > 1 ? locals[1] - locals[0] : 1;
        for (int i = 2; i < locals.Length; i++)
            if (locals[i] - locals[i - 1] != step) return new LocalPick(0, 1, locals.Length, locals);
        return step == 0 ? new LocalPick(0, 1, locals.Length, locals) : new LocalPick(locals[0], step, locals.Length);
    }

    /// <summary>The local index of the source for one of the slice.</summary>
    public int this[int local] => Table is null ? Start + (local * Step) : Table[local];
}
