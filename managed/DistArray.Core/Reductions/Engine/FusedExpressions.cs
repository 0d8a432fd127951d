namespace DistArray;

/// <summary>Makes expressions of expressions.</summary>
internal static class FusedExpressions
{
    /// <summary>A value that meets every element.</summary>
    public static FusedExpression Constant(int[] shape, ElementType type, FusedConstant value) => new(new FusedProgram([], [type], []), shape, [], [value], value);

    /// <summary>A kernel over the elements of one to three expressions of one shape.</summary>
    public static FusedExpression Apply(ElementKernel kernel, params ReadOnlySpan<FusedExpression> operands)
    {
        int inputs = 0, constants = 0, instructions = 0;
        foreach (FusedExpression operand in operands)
        {
            inputs += operand.Inputs.Length;
            constants += operand.Constants.Length;
            instructions += operand.Program.Instructions.Length;
        }
        var inputTypes = new List<ElementType>(inputs);
        var constantTypes = new List<ElementType>(constants);
        var code = new List<FusedInstruction>(instructions + 1);
        Span<int> results = [-1, -1, -1];
        for (int i = 0; i < operands.Length; i++)
        {
            FusedProgram program = operands[i].Program;
            int firstInput = inputTypes.Count, firstConstant = inputs + constantTypes.Count, firstInstruction = inputs + constants + code.Count;
            inputTypes.AddRange(program.Inputs);
            constantTypes.AddRange(program.Constants);
            foreach (FusedInstruction instruction in program.Instructions)
                code.Add(new FusedInstruction(instruction.Kernel, Moved(instruction.X), Moved(instruction.Y), Moved(instruction.Z)));
            results[i] = program.Instructions.Length > 0 ? inputs + constants + code.Count - 1 : Moved(0);

            int Moved(int register)
            {
                if (register < 0) return register;
                if (register < program.Inputs.Length) return firstInput + register;
                register -= program.Inputs.Length;
                return register < program.Constants.Length ? firstConstant + register : firstInstruction + register - program.Constants.Length;
            }
        }
        code.Add(new FusedInstruction(kernel, results[0], results[1], results[2]));
        var allInputs = new List<LocalOperand>(inputs);
        var allConstants = new List<FusedConstant>(constants);
        var keepAlive = new object[operands.Length];
        for (int i = 0; i < operands.Length; i++)
        {
            allInputs.AddRange(operands[i].Inputs);
            allConstants.AddRange(operands[i].Constants);
            keepAlive[i] = operands[i].KeepAlive;
        }
        return new FusedExpression(new FusedProgram([.. inputTypes], [.. constantTypes], [.. code]), operands[0].Shape, [.. allInputs], [.. allConstants], keepAlive);
    }

    /// <summary>A part of an expression along an axis.</summary>
    public static FusedExpression Slice(this FusedExpression expression, int axis, int start, int count)
    {
        int[] shape = [.. expression.Shape];
        shape[axis] = count;
        return expression with { Shape = shape, Inputs = Array.ConvertAll(expression.Inputs, input => input.Slice(axis, start)) };
    }

    /// <summary>An operand that begins at an index of an axis.</summary>
    public static LocalOperand Slice(this in LocalOperand operand, int axis, int start)
    {
        if (operand.Tables?[axis] is not { } table) return operand with { Pointer = operand.Pointer + (nint)(start * operand.ByteStrides[axis]) };
        long[]?[] tables = [.. operand.Tables];
        tables[axis] = table[start..];
        return operand with { Tables = tables };
    }
}
