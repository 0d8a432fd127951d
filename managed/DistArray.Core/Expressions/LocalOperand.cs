namespace DistArray;

/// <summary>Where an operand of a fused program lies on this rank: elements at equal distances along each axis, or at listed ones.</summary>
/// <param name="Pointer">Address of the element with all indices 0.</param>
/// <param name="ByteStrides">Distance of neighbours along each axis in bytes, of any sign; 0 where one element meets all.</param>
/// <param name="Tables">For each axis null, or the byte offset of each index, which then counts in place of the stride; null where no axis has one.</param>
internal readonly unsafe record struct LocalOperand(nint Pointer, long[] ByteStrides, long[]?[]? Tables = null)
{
    /// <summary>The operand from an index on.</summary>
    public LocalOperand From(ReadOnlySpan<int> first)
    {
        nint pointer = Pointer;
        long[]?[]? tables = Tables is null ? null : [.. Tables];
        for (int axis = 0; axis < first.Length; axis++)
        {
            if (tables?[axis] is { } table) tables[axis] = table[first[axis]..];
            else pointer += (nint)(first[axis] * ByteStrides[axis]);
        }
        return new LocalOperand(pointer, ByteStrides, tables);
    }
}
