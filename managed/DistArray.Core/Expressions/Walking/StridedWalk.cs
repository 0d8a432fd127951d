namespace DistArray;

/// <summary>Walks any number of operands of one shape, each with strides or tables of its own, panel by panel: in the memory order of the destination with few
/// long rows, or in row-major order.</summary>
internal unsafe partial struct StridedWalk
{
    private readonly int _operands; // the destination among them
    private readonly nint* _pointers; // an operand
    private readonly long* _counts; // an axis, outermost first
    private readonly long* _strides; // an axis and operand
    private readonly long* _index; // an axis
    private readonly long[]?[]? _tables; // an axis and operand, where the distances are unequal; null where there is none
    private readonly bool _isEmpty;
    private readonly bool _hasRows; // whether the axis before the last goes into the panels
    private int _axes;

    /// <summary>Plans a walk.</summary>
    /// <param name="shape">Number of elements along each axis.</param>
    /// <param name="destination">The first operand.</param>
    /// <param name="inputs">The other operands.</param>
    /// <param name="ordered">Whether to keep row-major order.</param>
    /// <param name="sizes">Bytes of an element, one each an operand.</param>
    /// <param name="words">Memory of <see cref="Words"/> numbers, which the walk needs as long as it lives.</param>
    public StridedWalk(ReadOnlySpan<int> shape, in LocalOperand destination, ReadOnlySpan<LocalOperand> inputs, bool ordered, ReadOnlySpan<int> sizes, long* words)
    {
        _operands = inputs.Length + 1;
        _pointers = (nint*)words;
        _counts = words + _operands;
        _index = _counts + shape.Length + 1;
        _strides = _index + shape.Length + 1;
        _pointers[0] = destination.Pointer;
        for (int i = 0; i < inputs.Length; i++) _pointers[i + 1] = inputs[i].Pointer;
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] == 0)
            {
                _isEmpty = true;
                return;
            }
            bool kept = shape[axis] > 1;
            long* strides = _strides + (_axes * _operands);
            for (int operand = 0; operand < _operands; operand++)
            {
                ref readonly LocalOperand from = ref operand == 0 ? ref destination : ref inputs[operand - 1];
                if (from.Tables?[axis] is not { } table)
                {
                    if (kept) strides[operand] = from.ByteStrides[axis];
                    continue;
                }
                if (!kept || IsRegular(table, shape[axis])) _pointers[operand] += (nint)table[0];
                else (_tables ??= new long[shape.Length * _operands][])[(_axes * _operands) + operand] = table;
                if (kept) strides[operand] = table[1] - table[0];
            }
            if (kept) _counts[_axes++] = shape[axis];
        }
        if (!ordered)
        {
            Flip();
            Sort();
        }
        Join();
        if (_axes == 0)
        {
            _counts[0] = 1;
            for (int operand = 0; operand < _operands; operand++) _strides[operand] = sizes[operand];
            _axes = 1;
        }
        _hasRows = _axes > 1 && !HasTables(_axes - 1) && !HasTables(_axes - 2);
    }

    /// <summary>Numbers that a walk needs memory for.</summary>
    public static int Words(int axes, int operands) => ((axes + 1) * (operands + 2)) + operands;

    /// <summary>Number of operands, the destination among them.</summary>
    public readonly int Operands => _operands;

    /// <summary>Number of elements.</summary>
    public readonly long Size
    {
        get
        {
            if (_isEmpty) return 0;
            long size = 1;
            for (int axis = 0; axis < _axes; axis++) size *= _counts[axis];
            return size;
        }
    }

    /// <summary>The first panel, and the addresses of its first elements. There is none without elements.</summary>
    public readonly Panel First(out nint* pointers)
    {
        int row = _axes - 1;
        long* strides = _strides + (row * _operands);
        pointers = _pointers;
        return new Panel(_hasRows ? _counts[row - 1] : 1, _counts[row], _hasRows ? strides - _operands : strides, strides, Tables(row));
    }

    /// <summary>Hands over the panels.</summary>
    /// <param name="engine">What works on them.</param>
    public readonly void Run<TEngine>(ref TEngine engine) where TEngine : struct, IPanelEngine, allows ref struct
    {
        if (_isEmpty) return;
        Panel panel = First(out _);
        int outer = _axes - (_hasRows ? 2 : 1);
        new Span<long>(_index, outer).Clear();
        for (int axis = 0; axis < outer; axis++) Move(axis, 0);
        while (true)
        {
            engine.Run(panel, _pointers);
            int axis = outer - 1;
            for (; axis >= 0; axis--)
            {
                if (Step(axis)) break;
            }
            if (axis < 0) return;
        }
    }

    // Whether there is another index along an axis; else it starts anew.
    private readonly bool Step(int axis)
    {
        long next = _index[axis] + 1;
        bool more = next < _counts[axis];
        if (!more) next = 0;
        long* strides = _strides + (axis * _operands);
        ReadOnlySpan<long[]?> tables = Tables(axis);
        for (int operand = 0; operand < _operands; operand++)
        {
            if (!tables.IsEmpty && tables[operand] is { } table) _pointers[operand] += (nint)(table[next] - table[_index[axis]]);
            else _pointers[operand] += (nint)((next - _index[axis]) * strides[operand]);
        }
        _index[axis] = next;
        return more;
    }

    private readonly void Move(int axis, int index)
    {
        ReadOnlySpan<long[]?> tables = Tables(axis);
        for (int operand = 0; operand < tables.Length; operand++) _pointers[operand] += (nint)(tables[operand]?[index] ?? 0);
    }

    private readonly bool HasTables(int axis) => !Tables(axis).IsEmpty;

    private readonly ReadOnlySpan<long[]?> Tables(int axis)
    {
        if (_tables is null) return default;
        ReadOnlySpan<long[]?> tables = _tables.AsSpan(axis * _operands, _operands);
        return tables.ContainsAnyExcept((long[]?)null) ? tables : default;
    }

    private static bool IsRegular(long[] table, int count)
    {
        long stride = table[1] - table[0];
        for (int i = 2; i < count; i++)
        {
            if (table[i] - table[i - 1] != stride) return false;
        }
        return true;
    }
}
