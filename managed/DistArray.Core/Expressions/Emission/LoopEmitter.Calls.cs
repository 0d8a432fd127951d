using System.Reflection.Emit;

namespace DistArray;

internal sealed partial class LoopEmitter
{
    private void EmitCall(int index, LaneFunction function)
    {
        FusedInstruction instruction = _program.Instructions[index];
        Push(instruction.X);
        if (instruction.Y >= 0) Push(instruction.Y);
        if (instruction.Z >= 0) Push(instruction.Z);
        if (!_isBeyond || function.Range is null)
        {
            _il.Emit(OpCodes.Call, function.Method);
            return;
        }
        _il.Emit(OpCodes.Ldarg_S, Kernels);
        _il.Emit(OpCodes.Ldc_I4, index);
        _il.Emit(OpCodes.Ldelem_Ref);
        _il.Emit(OpCodes.Call, _lanes.ByKernel);
    }

    // The loop calls nothing that is not inlined, so that all stays in registers. Where an argument is out of range, the vector is computed once more, from
    // memory and by another method, whose functions are the kernels themselves.
    private Label EmitGuard(int distance, LocalBuilder? part)
    {
        Label within = _il.DefineLabel(), next = _il.DefineLabel();
        bool isFirst = true;
        for (int i = 0; i < _functions.Length; i++)
        {
            if (_functions[i]?.Range is not var (low, high)) continue;
            Push(_program.Instructions[i].X);
            if (low == -high) Call("Abs", 1);
            EmitComparison("LessThanOrEqual", high);
            if (low != -high)
            {
                Push(_program.Instructions[i].X);
                EmitComparison("GreaterThanOrEqual", low);
                Call("BitwiseAnd", 2);
            }
            if (!isFirst) Call("BitwiseAnd", 2);
            isFirst = false;
        }
        _il.Emit(OpCodes.Call, _lanes.AreAllSet);
        _il.Emit(OpCodes.Brtrue, within);
        for (int operand = 0; operand < _pointers.Length; operand++)
        {
            _il.Emit(OpCodes.Ldloc, _again);
            LoadNumber(operand * sizeof(long));
            _il.Emit(OpCodes.Add);
            if (operand > 0 && IsScalar(operand - 1)) _il.Emit(OpCodes.Ldloc, _pointers[operand]);
            else EmitAddress(operand, distance);
            _il.Emit(OpCodes.Stind_I);
        }
        _il.Emit(OpCodes.Ldarg_S, Kernels);
        _il.Emit(OpCodes.Ldloc, _again);
        _il.Emit(OpCodes.Ldarg_S, RowStrides);
        LoadNumber(1);
        if (part is null) LoadNumber(_lanes.Bytes);
        else _il.Emit(OpCodes.Ldloc, part);
        LoadNumber(_elementSize);
        _il.Emit(OpCodes.Div);
        _il.Emit(OpCodes.Ldarg_S, Constants);
        _il.Emit(OpCodes.Call, _beyond!);
        _il.Emit(OpCodes.Br, next);
        _il.MarkLabel(within);
        return next;
    }

    // Of the vector on the stack with a number.
    private void EmitComparison(string name, double limit)
    {
        if (_program.Result == ElementType.Float32) _il.Emit(OpCodes.Ldc_R4, (float)limit);
        else _il.Emit(OpCodes.Ldc_R8, limit);
        _il.Emit(OpCodes.Call, _lanes.Broadcast);
        Call(name, 2);
    }

    private void EmitRoomForPointers()
    {
        LoadNumber(_pointers.Length * sizeof(long));
        _il.Emit(OpCodes.Localloc);
        _il.Emit(OpCodes.Stloc, _again);
    }
}
