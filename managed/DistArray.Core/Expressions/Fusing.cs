using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>Makes one program of an expression: operands that were used once are fused, others computed first; each array and each common part is read once.</summary>
internal sealed class Fusing
{
    private readonly List<IOperand> _arrays = [];
    private readonly List<FusedConstant> _constants = [];
    private readonly List<ElementType> _constantTypes = [];
    private readonly List<(ElementKernel Kernel, int X, int Y, int Z)> _instructions = [];
    private readonly List<HaloRead> _reads = [];
    private readonly List<(PendingOperation Pending, int Register)> _done = [];
    private Distribution _distribution = null!;

    // Computing an operand that cannot be fused fuses another expression meanwhile.
    [ThreadStatic] private static Fusing? t_idle;

    /// <summary>The expression of an operation.</summary>
    public static FusedExpression Fuse(PendingOperation pending)
    {
        Fusing fusing = Begin(pending.Distribution);
        fusing.Visit(pending);
        return fusing.Finish();
    }

    /// <summary>An array, or a constant, spread over a distribution of a larger shape.</summary>
    public static FusedExpression Fuse(IOperand operand, Distribution distribution)
    {
        Fusing fusing = Begin(distribution);
        fusing.Visit(operand);
        return fusing.Finish();
    }

    private static Fusing Begin(Distribution distribution)
    {
        Fusing fusing = t_idle ?? new Fusing();
        t_idle = null;
        fusing._distribution = distribution;
        return fusing;
    }

    // Registers while fusing: 0 and up for instructions, then far above for arrays and constants.
    private const int ArrayRegister = 1 << 20, ConstantRegister = 1 << 21;

    private int Visit(IOperand operand)
    {
        if (operand.TryGetConstant(out FusedConstant value))
        {
            _constants.Add(value);
            _constantTypes.Add(operand.ElementType);
            return ConstantRegister + _constants.Count - 1;
        }
        if (operand.Pending is { } pending)
        {
            foreach (var (done, register) in CollectionsMarshal.AsSpan(_done))
                if (ReferenceEquals(done, pending)) return register;
            if (operand.Distribution.Shape.SequenceEqual(_distribution.Shape) && (pending.Reads < 2 || Occurrences(pending) == pending.Reads)) return Visit(pending);
            operand.Evaluate();
        }
        for (int i = 0; i < _arrays.Count; i++)
            if (ReferenceEquals(_arrays[i], operand)) return ArrayRegister + i;
        _arrays.Add(operand);
        return ArrayRegister + _arrays.Count - 1;
    }

    private PendingOperation? _root;

    private int Visit(PendingOperation pending)
    {
        _root ??= pending;
        if (pending.Read is not null && !_reads.Contains(pending.Read)) _reads.Add(pending.Read);
        if (pending.Kernel is null) return Visit(pending.X);
        int x = Visit(pending.X), y = pending.Y is null ? -1 : Visit(pending.Y), z = pending.Z is null ? -1 : Visit(pending.Z);
        _instructions.Add((pending.Kernel, x, y, z));
        int register = _instructions.Count - 1;
        if (pending.Reads > 1) _done.Add((pending, register));
        return register;
    }

    // How often this expression itself uses an operation: where nobody else does, it is computed once here and not kept.
    private int Occurrences(PendingOperation wanted)
    {
        return In(_root!, []);

        int In(PendingOperation pending, HashSet<PendingOperation> seen) => seen.Add(pending) ? Of(pending.X, seen) + Of(pending.Y, seen) + Of(pending.Z, seen) : 0;

        int Of(IOperand? operand, HashSet<PendingOperation> seen) =>
            operand?.Pending is not { } pending ? 0 : ReferenceEquals(pending, wanted) ? 1 : In(pending, seen);
    }

    private FusedExpression Finish()
    {
        int arrays = _arrays.Count, constants = _constants.Count;
        var instructions = new FusedInstruction[_instructions.Count];
        for (int i = 0; i < instructions.Length; i++)
            instructions[i] = new FusedInstruction(_instructions[i].Kernel, Register(_instructions[i].X), Register(_instructions[i].Y), Register(_instructions[i].Z));
        var types = new ElementType[arrays];
        var inputs = new LocalOperand[arrays];
        for (int i = 0; i < arrays; i++)
        {
            types[i] = _arrays[i].ElementType;
            inputs[i] = Spread(_arrays[i]);
        }
        var expression = new FusedExpression(new FusedProgram(types, [.. _constantTypes], instructions), _distribution.LocalShape.ToArray(), inputs, [.. _constants], _arrays.ToArray()) { Reads = [.. _reads] };
        Clear();
        t_idle = this;
        return expression;

        int Register(int number) => number < 0 ? -1 : number >= ConstantRegister ? arrays + number - ConstantRegister : number >= ArrayRegister ? number - ArrayRegister : arrays + constants + number;
    }

    private void Clear()
    {
        _arrays.Clear();
        _constants.Clear();
        _constantTypes.Clear();
        _instructions.Clear();
        _reads.Clear();
        _done.Clear();
        _root = null;
    }

    // Axes that the operand lacks, or along which it has one element for all, do not move on in memory.
    private LocalOperand Spread(IOperand array)
    {
        LocalOperand operand = array.ReadOperand();
        ReadOnlySpan<long> shape = array.Distribution.Shape;
        if (shape.SequenceEqual(_distribution.Shape)) return operand;
        int ndim = _distribution.NDim, missing = ndim - shape.Length;
        var strides = new long[ndim];
        long[]?[]? tables = operand.Tables is null ? null : new long[]?[ndim];
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] == 1 && _distribution.Shape[missing + axis] != 1)
            {
                // A table of one element is an offset of all.
                if (operand.Tables?[axis] is { Length: > 0 } table) operand = operand with { Pointer = operand.Pointer + (nint)table[0] };
                continue;
            }
            strides[missing + axis] = operand.ByteStrides[axis];
            if (tables is not null) tables[missing + axis] = operand.Tables![axis];
        }
        return new LocalOperand(operand.Pointer, strides, tables);
    }
}
