using System.Reflection.Emit;

namespace DistArray;

internal sealed partial class LoopEmitter
{
    // Loads, computes and stores the vector at a distance from the offset: all of it, or only the bytes that a variable tells.
    private void EmitVector(int distance, LocalBuilder? part)
    {
        for (int i = 0; i < _program.Inputs.Length; i++)
        {
            if (IsScalar(i)) continue;
            EmitAddress(i + 1, distance);
            if (part is not null) _il.Emit(OpCodes.Ldloc, part);
            _il.Emit(OpCodes.Call, part is null ? _lanes.Load : _lanes.LoadTail);
            _il.Emit(OpCodes.Stloc, _values[i]);
        }
        int register = _program.Inputs.Length + _program.Constants.Length;
        for (int i = 0; i < _program.Instructions.Length; i++)
        {
            if (_functions[i] is { } function) EmitCall(i, function);
            else EmitInstruction(_program.Instructions[i]);
            _il.Emit(OpCodes.Stloc, _values[register + i]);
        }
        Label? next = _beyond is null ? null : EmitGuard(distance, part);
        Push(_values[^1]);
        EmitAddress(0, distance);
        if (part is not null) _il.Emit(OpCodes.Ldloc, part);
        _il.Emit(OpCodes.Call, part is not null ? _lanes.StoreTail : _variant.NonTemporal ? _lanes.StoreNonTemporal : _lanes.Store);
        if (next is { } label) _il.MarkLabel(label);
    }

    private void EmitInstruction(FusedInstruction instruction)
    {
        int x = instruction.X, y = instruction.Y;
        if (LaneOperations.Function(instruction.Kernel.Ufunc) is var (name, operands))
        {
            Push(x);
            if (operands > 1) Push(y);
            if (operands > 2) Push(instruction.Z);
            Call(name, operands);
            return;
        }
        switch (instruction.Kernel.Ufunc)
        {
            case Ufunc.Square:
                Push(x);
                Push(x);
                Call("Multiply", 2);
                break;
            case Ufunc.NotEqual:
                Push(x);
                Push(y);
                Call("Equals", 2);
                Call("OnesComplement", 1);
                break;
            case Ufunc.Minimum:
                EmitExtreme("LessThanOrEqual", x, y);
                break;
            case Ufunc.Maximum:
                EmitExtreme("GreaterThanOrEqual", x, y);
                break;
            default:
                throw new NotSupportedException(instruction.Kernel.Name);
        }
    }

    // x where it compares so or is NaN, else y: NaN where one is NaN, and x of equal numbers.
    private void EmitExtreme(string comparison, int x, int y)
    {
        Push(x);
        Push(y);
        Call(comparison, 2);
        Push(x);
        Push(x);
        Call("Equals", 2);
        Call("OnesComplement", 1);
        Call("BitwiseOr", 2);
        Push(x);
        Push(y);
        Call("ConditionalSelect", 3);
    }

    private void EmitConstant(int i)
    {
        LocalBuilder value = _values[_program.Inputs.Length + i];
        _il.Emit(OpCodes.Ldarg_S, Constants);
        LoadNumber(i * TileLayout.LargestElement);
        _il.Emit(OpCodes.Add);
        if (_program.Constants[i] != ElementType.Boolean)
        {
            EmitBroadcast(value);
            return;
        }
        // A mask: the complement of whether the byte is 0.
        _il.Emit(OpCodes.Ldind_U1);
        _il.Emit(_elementSize == 4 ? OpCodes.Conv_I4 : OpCodes.Conv_I8);
        if (_program.Result == ElementType.Float32) _il.Emit(OpCodes.Conv_R4);
        if (_program.Result == ElementType.Float64) _il.Emit(OpCodes.Conv_R8);
        _il.Emit(OpCodes.Call, _lanes.Broadcast);
        _il.Emit(OpCodes.Stloc, value);
        Push(value);
        Push(value);
        Push(value);
        Call("Subtract", 2);
        Call("Equals", 2);
        Call("OnesComplement", 1);
        _il.Emit(OpCodes.Stloc, value);
    }

    // From the address on the stack.
    private void EmitBroadcast(LocalBuilder value)
    {
        _il.Emit(OpCodes.Ldobj, ElementTypes.NetTypeOf(_program.Result));
        _il.Emit(OpCodes.Call, _lanes.Broadcast);
        _il.Emit(OpCodes.Stloc, value);
    }

    private void EmitAddress(int operand, int distance)
    {
        _il.Emit(OpCodes.Ldloc, _pointers[operand]);
        _il.Emit(OpCodes.Ldloc, _offset);
        _il.Emit(OpCodes.Add);
        if (distance == 0) return;
        LoadNumber(distance);
        _il.Emit(OpCodes.Add);
    }

    private void Push(int register) => Push(_values[register]);

    private void Push(LocalBuilder value) => _il.Emit(OpCodes.Ldloc, value);

    private void Call(string name, int operands) => _il.Emit(OpCodes.Call, _lanes.Of(name, operands));
}
