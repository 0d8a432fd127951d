namespace DistArray;

/// <summary>An instruction of a <see cref="FusedProgram"/>: a kernel and the registers of its operands, -1 for none.</summary>
internal readonly record struct FusedInstruction(ElementKernel Kernel, int X, int Y = -1, int Z = -1);

/// <summary>An elementwise expression as straight code: what an engine runs over each element.</summary>
/// <remarks>Registers are numbered: first the array inputs, then the constants, then one each an instruction. The last register is the result. A program
/// without instructions copies its first register. Equal programs have equal structure; the values of constants are no part of it.</remarks>
internal sealed class FusedProgram : IEquatable<FusedProgram>
{
    private readonly int _hash;

    public FusedProgram(ElementType[] inputs, ElementType[] constants, FusedInstruction[] instructions)
    {
        Inputs = inputs;
        Constants = constants;
        Instructions = instructions;
        var hash = new HashCode();
        foreach (ElementType type in inputs) hash.Add(type);
        hash.Add(-1);
        foreach (ElementType type in constants) hash.Add(type);
        foreach (FusedInstruction instruction in instructions) hash.Add(instruction);
        _hash = hash.ToHashCode();
    }

    public ElementType[] Inputs { get; }

    public ElementType[] Constants { get; }

    public FusedInstruction[] Instructions { get; }

    public ElementType Result => Instructions.Length > 0 ? Instructions[^1].Kernel.Result : Inputs.Length > 0 ? Inputs[0] : Constants[0];

    /// <summary>What engines keep of the program, made at first use.</summary>
    public CompiledProgram Compiled => field ??= CompiledProgram.Of(this);

    public bool Equals(FusedProgram? other) => ReferenceEquals(this, other) || (other is not null && _hash == other._hash
        && Inputs.AsSpan().SequenceEqual(other.Inputs) && Constants.AsSpan().SequenceEqual(other.Constants) && Instructions.AsSpan().SequenceEqual(other.Instructions));

    public override bool Equals(object? obj) => Equals(obj as FusedProgram);

    public override int GetHashCode() => _hash;
}
