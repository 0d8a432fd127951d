namespace DistArray.Core.Tests.Expressions;

/// <summary>A random expression, and its values element by element.</summary>
internal sealed class RandomProgram
{
    private readonly System.Random _random;
    private readonly ElementType _type;
    private readonly List<ElementType> _inputs = [], _constants = [];
    private readonly List<(BitsKernel Kernel, int[] Operands)> _instructions = [];

    public RandomProgram(System.Random random, ElementType type, int depth, ElementType result)
    {
        _random = random;
        _type = type;
        int last = Node(result, depth);
        if (_inputs.Count == 0) last = Instruction(BasicKernels.Find(Ufunc.Add, type), Input(type), result == type ? last : Constant(type));
        if (_instructions.Count > 0 && last != 2000 + _instructions.Count - 1) throw new InvalidOperationException("The last instruction is the result.");
        Program = new FusedProgram([.. _inputs], [.. _constants], [.. _instructions.Select(i => new FusedInstruction(i.Kernel, Register(i.Operands, 0), Register(i.Operands, 1), Register(i.Operands, 2)))]);
        ConstantBits = [.. _constants.Select(constant => Values.Next(random, constant))];
    }

    public FusedProgram Program { get; }

    public ulong[] ConstantBits { get; }

    public FusedConstant[] Constants => [.. ConstantBits.Select(FusedConstant.Of)];

    public ulong Evaluate(ReadOnlySpan<ulong> inputs)
    {
        Span<ulong> registers = stackalloc ulong[inputs.Length + ConstantBits.Length + Program.Instructions.Length];
        inputs.CopyTo(registers);
        ConstantBits.CopyTo(registers[inputs.Length..]);
        int next = inputs.Length + ConstantBits.Length;
        foreach (FusedInstruction i in Program.Instructions)
            registers[next++] = ((BitsKernel)i.Kernel).Apply(registers[i.X], i.Y < 0 ? 0 : registers[i.Y], i.Z < 0 ? 0 : registers[i.Z]);
        return registers[Program.Instructions.Length > 0 ? ^1 : 0];
    }

    public override string ToString() => string.Join(" ", Program.Instructions.Select(i => $"{i.Kernel.Name}({i.X},{i.Y},{i.Z})"));

    // Inputs are numbered from 0, constants from 1000, instructions from 2000 until all are known.
    private int Node(ElementType type, int depth)
    {
        if (depth == 0)
        {
            if (_random.Next(4) == 0) return Constant(type);
            return _random.Next(2) == 0 && _inputs.IndexOf(type) is >= 0 and int known ? known : Input(type);
        }
        BitsKernel[] kernels = [.. BasicKernels.Of(_type).Where(kernel => kernel.Result == type)];
        BitsKernel kernel = kernels[_random.Next(kernels.Length)];
        var operands = new int[kernel.Operands.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            bool again = i > 0 && kernel.Operands[i] == kernel.Operands[i - 1] && _random.Next(8) == 0;
            operands[i] = again ? operands[i - 1] : Node(kernel.Operands[i], kernel.Operands[i] == ElementType.Boolean && depth == 1 ? 1 : _random.Next(depth));
        }
        return Instruction(kernel, operands);
    }

    private int Input(ElementType type)
    {
        _inputs.Add(type);
        return _inputs.Count - 1;
    }

    private int Constant(ElementType type)
    {
        _constants.Add(type);
        return 1000 + _constants.Count - 1;
    }

    private int Instruction(BitsKernel kernel, params int[] operands)
    {
        _instructions.Add((kernel, operands));
        return 2000 + _instructions.Count - 1;
    }

    private int Register(int[] operands, int i) => i >= operands.Length ? -1 : operands[i] switch
    {
        >= 2000 => operands[i] - 2000 + _inputs.Count + _constants.Count,
        >= 1000 => operands[i] - 1000 + _inputs.Count,
        _ => operands[i],
    };
}
