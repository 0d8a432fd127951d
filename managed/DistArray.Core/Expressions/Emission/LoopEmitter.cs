using System.Reflection.Emit;

namespace DistArray;

/// <summary>Writes the loop of a program: what its instructions do to a vector stays in registers, and only inputs and results touch memory.</summary>
/// <remarks>Rows end in masked vectors, so that every element passes through the same operations wherever it lies, and nothing is fused that rounds: the bits
/// are those of the kernels. Only of two NaNs it is open which one's sign and payload an operation passes on.</remarks>
internal sealed partial class LoopEmitter
{
    private const int Unrolled = 2; // vectors a turn of the main loop
    private const byte Kernels = 0, Pointers = 1, RowStrides = 2, Rows = 3, RowLength = 4, Constants = 5; // arguments
    private const int LongProgram = 16; // instructions from which on the loop's own are nothing beside them

    // The kernels of the program, which the delegate is bound to, and what the delegate takes.
    private static readonly Type[] s_parameters =
        [typeof(ElementKernel[]), .. typeof(EmittedLoop).GetMethod("Invoke")!.GetParameters().Select(parameter => parameter.ParameterType)];

    private readonly FusedProgram _program;
    private readonly LoopVariant _variant;
    private readonly LaneMethods _lanes;
    private readonly int _elementSize;
    private readonly DynamicMethod _method;
    private readonly ILGenerator _il;
    private readonly LocalBuilder[] _pointers; // of the current row
    private readonly LocalBuilder[] _values; // a register of the program
    private readonly LocalBuilder _offset, _end; // bytes within the row
    private readonly LocalBuilder _again; // pointers of the vector that the other loop is called for
    private readonly LaneFunction?[] _functions; // an instruction, where it is a call
    private readonly DynamicMethod? _beyond; // the loop for vectors with arguments out of some function's range, where there is one
    private readonly bool _isBeyond; // whether this is it

    private LoopEmitter(FusedProgram program, LoopVariant variant, Type element, LaneFunction?[] functions, DynamicMethod? beyond, bool isBeyond)
    {
        _isBeyond = isBeyond;
        _functions = functions;
        _beyond = beyond;
        _program = program;
        _variant = variant;
        _lanes = new LaneMethods(element);
        _elementSize = ElementTypes.SizeOf(program.Result);
        Type pointer = typeof(nint);
        _method = new DynamicMethod("FusedLoop", typeof(void), s_parameters, typeof(LoopEmitter).Module, skipVisibility: true);
        _il = _method.GetILGenerator();
        _pointers = [.. Enumerable.Range(0, program.Inputs.Length + 1).Select(_ => _il.DeclareLocal(pointer))];
        _values = [.. Enumerable.Range(0, program.Inputs.Length + program.Constants.Length + program.Instructions.Length).Select(_ => _il.DeclareLocal(_lanes.Vector))];
        _offset = _il.DeclareLocal(pointer);
        _end = _il.DeclareLocal(pointer);
        _again = _il.DeclareLocal(pointer);
    }

    /// <summary>Whether a program consists of nothing but what can be emitted.</summary>
    public static bool Accepts(FusedProgram program)
    {
        ElementType type = program.Result;
        if (type is not (ElementType.Float32 or ElementType.Float64 or ElementType.Int32 or ElementType.Int64)) return false;
        if (program.Instructions.Length == 0 || program.Inputs.Length is 0 or > LoopVariant.MostInputs) return false;
        return !program.Inputs.AsSpan().ContainsAnyExcept(type)
            && !program.Constants.AsSpan().ContainsAnyExcept(type, ElementType.Boolean)
            && program.Instructions.All(instruction => LaneOperations.Knows(instruction.Kernel, type));
    }

    /// <summary>Compiles a program that is accepted.</summary>
    public static EmittedLoop Emit(FusedProgram program, LoopVariant variant)
    {
        LaneFunction?[] functions = Array.ConvertAll(program.Instructions,
            instruction => LaneOperations.IsCalled(instruction.Kernel, program.Result) ? instruction.Kernel.LaneFunction : null);
        DynamicMethod? beyond = functions.Any(function => function?.Range is not null) ? Write(program, variant, functions, null, isBeyond: true) : null;
        ElementKernel[] kernels = Array.ConvertAll(program.Instructions, instruction => instruction.Kernel);
        return Write(program, variant, functions, beyond, isBeyond: false).CreateDelegate<EmittedLoop>(kernels);
    }

    private static DynamicMethod Write(FusedProgram program, LoopVariant variant, LaneFunction?[] functions, DynamicMethod? beyond, bool isBeyond)
    {
        var emitter = new LoopEmitter(program, variant, ElementTypes.NetTypeOf(program.Result), functions, beyond, isBeyond);
        emitter.EmitMethod();
        return emitter._method;
    }

    private void EmitMethod()
    {
        LocalBuilder rows = _il.DeclareLocal(typeof(nint));
        Label nextRow = _il.DefineLabel(), done = _il.DefineLabel();
        for (int operand = 0; operand < _pointers.Length; operand++)
        {
            LoadWord(Pointers, operand);
            _il.Emit(OpCodes.Stloc, _pointers[operand]);
        }
        for (int i = 0; i < _program.Constants.Length; i++) EmitConstant(i);
        if (_beyond is not null) EmitRoomForPointers();
        _il.Emit(OpCodes.Ldarg_S, RowLength);
        LoadNumber(_elementSize);
        _il.Emit(OpCodes.Mul);
        _il.Emit(OpCodes.Stloc, _end);
        _il.Emit(OpCodes.Ldarg_S, Rows);
        _il.Emit(OpCodes.Stloc, rows);

        _il.MarkLabel(nextRow);
        _il.Emit(OpCodes.Ldloc, rows);
        LoadNumber(0);
        _il.Emit(OpCodes.Ble, done);
        EmitRow();
        for (int operand = 0; operand < _pointers.Length; operand++)
        {
            _il.Emit(OpCodes.Ldloc, _pointers[operand]);
            LoadWord(RowStrides, operand);
            _il.Emit(OpCodes.Add);
            _il.Emit(OpCodes.Stloc, _pointers[operand]);
        }
        _il.Emit(OpCodes.Ldloc, rows);
        LoadNumber(1);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Stloc, rows);
        _il.Emit(OpCodes.Br, nextRow);
        _il.MarkLabel(done);
        if (_variant.NonTemporal) _il.Emit(OpCodes.Call, ((Action)Thread.MemoryBarrier).Method);
        _il.Emit(OpCodes.Ret);
    }

    private void EmitRow()
    {
        for (int i = 0; i < _program.Inputs.Length; i++)
        {
            if (!IsScalar(i)) continue;
            _il.Emit(OpCodes.Ldloc, _pointers[i + 1]);
            EmitBroadcast(_values[i]);
        }
        LoadNumber(0);
        _il.Emit(OpCodes.Stloc, _offset);
        if (_isBeyond)
        {
            EmitTail(); // never more than a vector
            return;
        }
        if (_variant.NonTemporal) EmitHead();
        if (_beyond is null && _program.Instructions.Length < LongProgram) EmitVectors(Unrolled);
        EmitVectors(1);
        EmitTail();
    }

    // while (offset <= end - n * bytes) { n vectors }
    private void EmitVectors(int n)
    {
        Label top = _il.DefineLabel(), test = _il.DefineLabel();
        LocalBuilder last = _il.DeclareLocal(typeof(nint));
        _il.Emit(OpCodes.Ldloc, _end);
        LoadNumber(n * _lanes.Bytes);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Stloc, last);
        _il.Emit(OpCodes.Br, test);
        _il.MarkLabel(top);
        for (int i = 0; i < n; i++) EmitVector(i * _lanes.Bytes, part: null);
        Advance(() => LoadNumber(n * _lanes.Bytes));
        _il.MarkLabel(test);
        _il.Emit(OpCodes.Ldloc, _offset);
        _il.Emit(OpCodes.Ldloc, last);
        _il.Emit(OpCodes.Ble, top);
    }

    // if (offset < end) the first end - offset bytes of a vector
    private void EmitTail()
    {
        Label skip = _il.DefineLabel();
        LocalBuilder part = _il.DeclareLocal(typeof(nint));
        _il.Emit(OpCodes.Ldloc, _offset);
        _il.Emit(OpCodes.Ldloc, _end);
        _il.Emit(OpCodes.Bge, skip);
        _il.Emit(OpCodes.Ldloc, _end);
        _il.Emit(OpCodes.Ldloc, _offset);
        _il.Emit(OpCodes.Sub);
        _il.Emit(OpCodes.Stloc, part);
        EmitVector(0, part);
        _il.MarkLabel(skip);
    }

    // What lies before the first vector that is aligned at the destination, if it is not aligned at once.
    private void EmitHead()
    {
        Label skip = _il.DefineLabel(), isPart = _il.DefineLabel();
        LocalBuilder part = _il.DeclareLocal(typeof(nint));
        _il.Emit(OpCodes.Ldloc, _pointers[0]);
        _il.Emit(OpCodes.Neg);
        LoadNumber(_lanes.Bytes - 1);
        _il.Emit(OpCodes.And);
        _il.Emit(OpCodes.Stloc, part);
        _il.Emit(OpCodes.Ldloc, part);
        LoadNumber(0);
        _il.Emit(OpCodes.Beq, skip);
        _il.Emit(OpCodes.Ldloc, part);
        _il.Emit(OpCodes.Ldloc, _end);
        _il.Emit(OpCodes.Ble, isPart);
        _il.Emit(OpCodes.Ldloc, _end);
        _il.Emit(OpCodes.Stloc, part);
        _il.MarkLabel(isPart);
        EmitVector(0, part);
        Advance(() => _il.Emit(OpCodes.Ldloc, part));
        _il.MarkLabel(skip);
    }

    private void Advance(Action load)
    {
        _il.Emit(OpCodes.Ldloc, _offset);
        load();
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Stloc, _offset);
    }

    private void LoadWord(byte argument, int index)
    {
        _il.Emit(OpCodes.Ldarg_S, argument);
        LoadNumber(index * sizeof(long));
        _il.Emit(OpCodes.Add);
        _il.Emit(OpCodes.Ldind_I);
    }

    private void LoadNumber(int number)
    {
        _il.Emit(OpCodes.Ldc_I4, number);
        _il.Emit(OpCodes.Conv_I);
    }

    private bool IsScalar(int input) => (_variant.Scalars >> input & 1) != 0;
}
