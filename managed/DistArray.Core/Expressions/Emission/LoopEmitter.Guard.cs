using System.Reflection.Emit;

namespace DistArray;

internal sealed partial class LoopEmitter
{
    // The loop calls nothing, so that all stays in registers. Where an argument is not inside, the vector is computed again from memory by another method.
    private Label EmitGuard(int distance, LocalBuilder? part)
    {
        Label inside = _il.DefineLabel(), next = _il.DefineLabel();
        bool first = true;
        foreach (FusedInstruction instruction in _program.Instructions)
        {
            if (instruction.Kernel.Lanes?.IsInside is not { } isInside) continue;
            Push(instruction.X);
            _il.Emit(OpCodes.Call, isInside);
            if (!first) Call("BitwiseAnd", 2);
            first = false;
        }
        _il.Emit(OpCodes.Call, _lanes.AreAllSet);
        _il.Emit(OpCodes.Brtrue, inside);
        for (int operand = 0; operand < _pointers.Length; operand++)
        {
            _il.Emit(OpCodes.Ldloc, _again);
            LoadNumber(operand * sizeof(long));
            _il.Emit(OpCodes.Add);
            if (operand > 0 && IsScalar(operand - 1)) _il.Emit(OpCodes.Ldloc, _pointers[operand]);
            else EmitAddress(operand, distance);
            _il.Emit(OpCodes.Stind_I);
        }
        _il.Emit(OpCodes.Ldloc, _again);
        _il.Emit(OpCodes.Ldarg_1);
        LoadNumber(1);
        if (part is null) LoadNumber(_lanes.Bytes);
        else _il.Emit(OpCodes.Ldloc, part);
        LoadNumber(_elementSize);
        _il.Emit(OpCodes.Div);
        _il.Emit(OpCodes.Ldarg, 4);
        _il.Emit(OpCodes.Call, _anywhere!);
        _il.Emit(OpCodes.Br, next);
        _il.MarkLabel(inside);
        return next;
    }

    private void EmitRoomForPointers()
    {
        LoadNumber(_pointers.Length * sizeof(long));
        _il.Emit(OpCodes.Localloc);
        _il.Emit(OpCodes.Stloc, _again);
    }
}
