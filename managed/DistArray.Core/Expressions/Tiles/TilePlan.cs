namespace DistArray;

/// <summary>A program with registers for tiles: as few as the order of its instructions allows.</summary>
/// <remarks>Register 0 is null and 1 the destination; the inputs, the constants and the temporary tiles follow.</remarks>
internal sealed class TilePlan
{
    public const int Destination = 1, FirstInput = 2;

    private readonly TileStep[] _steps;
    private readonly int[] _sizes;
    private readonly int[] _constantSizes;

    public TilePlan(FusedProgram program)
    {
        ElementType[] constants = program.Constants;
        _sizes = [ElementTypes.SizeOf(program.Result), .. program.Inputs.Select(ElementTypes.SizeOf)];
        _constantSizes = Array.ConvertAll(constants, ElementTypes.SizeOf);
        FirstConstant = FirstInput + program.Inputs.Length;
        FirstTemporary = FirstConstant + constants.Length;
        Result = program.Instructions.Length > 0 ? Destination : FirstInput;
        int[] sizes = Array.ConvertAll(program.Instructions, instruction => ElementTypes.SizeOf(instruction.Kernel.Result));
        LargestElement = Math.Max(_sizes.Max(), Math.Max(_constantSizes.Prepend(0).Max(), sizes.Prepend(0).Max()));
        _steps = Allocate(program, sizes, out int temporaries);
        Temporaries = temporaries;
    }

    public ReadOnlySpan<TileStep> Steps => _steps;

    /// <summary>Bytes of an element, of the result and then of each input.</summary>
    public ReadOnlySpan<int> Sizes => _sizes;

    /// <summary>Bytes of each constant.</summary>
    public ReadOnlySpan<int> ConstantSizes => _constantSizes;

    public int Inputs => _sizes.Length - 1;

    public int FirstConstant { get; }

    public int FirstTemporary { get; }

    public int Temporaries { get; }

    public int Registers => FirstTemporary + Temporaries;

    /// <summary>Register of the result.</summary>
    public int Result { get; }

    /// <summary>Bytes of the largest element of any register.</summary>
    public int LargestElement { get; }

    private TileStep[] Allocate(FusedProgram program, int[] sizes, out int temporaries)
    {
        FusedInstruction[] instructions = program.Instructions;
        int known = program.Inputs.Length + program.Constants.Length;
        var lastUse = new int[instructions.Length];
        for (int i = 0; i < instructions.Length; i++)
        {
            foreach (int operand in (ReadOnlySpan<int>)[instructions[i].X, instructions[i].Y, instructions[i].Z])
            {
                if (operand >= known) lastUse[operand - known] = i;
            }
        }

        var steps = new TileStep[instructions.Length];
        var register = new int[instructions.Length];
        var free = new Stack<int>();
        temporaries = 0;
        for (int i = 0; i < steps.Length; i++)
        {
            FusedInstruction instruction = instructions[i];
            IEnumerable<int> operands = new HashSet<int> { instruction.X, instruction.Y, instruction.Z };
            int[] dying = [.. operands.Select(operand => operand - known).Where(operand => operand >= 0 && lastUse[operand] == i)];
            // A kernel may write over an operand, but over none whose elements have another size.
            int reused = Array.FindIndex(dying, operand => sizes[operand] == sizes[i]);
            if (i == steps.Length - 1) register[i] = Destination;
            else if (reused >= 0) register[i] = register[dying[reused]];
            else register[i] = free.TryPop(out int released) ? released : FirstTemporary + temporaries++;
            foreach (int operand in dying)
            {
                if (register[operand] != register[i]) free.Push(register[operand]);
            }
            steps[i] = new TileStep(instruction.Kernel, register[i], Register(instruction.X), Register(instruction.Y), Register(instruction.Z));
        }
        return steps;

        int Register(int of) => of < 0 ? 0 : of < known ? FirstInput + of : register[of - known];
    }
}
