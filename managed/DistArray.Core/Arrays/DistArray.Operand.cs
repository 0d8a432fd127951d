namespace DistArray;

public sealed unsafe partial class DistArray<T>
{
    /// <summary>Where the owned elements lie, for reading.</summary>
    internal LocalOperand ReadOperand() => Operand();

    /// <summary>Where the owned elements lie, for writing.</summary>
    internal LocalOperand WriteOperand() => Operand();

    /// <summary>The owned elements as a program: a pending array is computed by whoever runs it, once or never kept.</summary>
    /// <remarks>Local. Ask <see cref="DistArray.Distribution.LocalSize"/> first where the array may have no axes: a rank that is no member owns nothing then.</remarks>
    internal FusedExpression Fuse() => new(new FusedProgram([ElementType], [], []), LocalShape.ToArray(), [ReadOperand()], [], this);

    private LocalOperand Operand()
    {
        LocalView<T> view = LocalView;
        var strides = new long[view.NDim];
        for (int axis = 0; axis < strides.Length; axis++) strides[axis] = view.Strides[axis] * sizeof(T);
        return new LocalOperand((nint)view.Pointer, strides);
    }
}
