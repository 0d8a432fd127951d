namespace DistArray;

/// <summary>Goes over this rank's elements where a mask is true, in row-major order.</summary>
internal unsafe ref struct MaskedWalk
{
    private readonly bool[] _isTrue;
    private readonly byte* _pointer;
    private readonly long[] _rows;
    private readonly long[] _columns;
    private int _at = -1;

    public MaskedWalk(bool[] isTrue, LocalOperand operand, ReadOnlySpan<int> shape)
    {
        _isTrue = isTrue;
        _pointer = (byte*)operand.Pointer;
        (_rows, _columns) = isTrue.Length == 0 ? ([], []) : AxisTables.Rows(AxisTables.Offsets(operand, shape));
    }

    /// <summary>Where the element lies.</summary>
    public readonly byte* Address => _pointer + _rows[_at / _columns.Length] + _columns[_at % _columns.Length];

    public bool MoveNext()
    {
        int next = _isTrue.AsSpan(_at + 1).IndexOf(true);
        if (next < 0) return false;
        _at += 1 + next;
        return true;
    }
}
