using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>What is kept of a program: its steps over tiles, and its emitted loops.</summary>
internal sealed class CompiledProgram
{
    private const int MostPrograms = 4096;
    private const long EmissionWork = 1 << 18; // elements whose evaluation by tiles costs about as much as an emission
    private const long EvaluationWork = 512; // elements that an evaluation counts as besides its own

    private static readonly ConcurrentDictionary<FusedProgram, CompiledProgram> s_programs = new();

    private readonly FusedProgram _program;
    private readonly Lazy<bool> _isEmittable;
    private readonly Lock _emitting = new();
    private KeyValuePair<LoopVariant, EmittedLoop>[] _loops = [];
    private long _work;

    private CompiledProgram(FusedProgram program)
    {
        _program = program;
        Tiles = new TilePlan(program);
        _isEmittable = new Lazy<bool>(() => RuntimeFeature.IsDynamicCodeSupported && LoopEmitter.Accepts(program));
    }

    /// <summary>The program as steps over tiles.</summary>
    public TilePlan Tiles { get; }

    /// <summary>The one of all equal programs. Those with functions of the user are not kept: they would keep the functions.</summary>
    public static CompiledProgram Of(FusedProgram program)
    {
        if (s_programs.TryGetValue(program, out CompiledProgram? known)) return known;
        var compiled = new CompiledProgram(program);
        if (program.Instructions.Any(instruction => instruction.Kernel.Ufunc == Ufunc.User)) return compiled;
        if (s_programs.Count >= MostPrograms) s_programs.Clear();
        return s_programs.GetOrAdd(program, compiled);
    }

    /// <summary>Whether to run an emitted loop for so many elements.</summary>
    public bool IsEmitted(long elements, EvaluationEngine engine)
    {
        if (engine == EvaluationEngine.Tiles) return false;
        if (engine == EvaluationEngine.Automatic && _work <= EmissionWork) _work += elements + EvaluationWork; // approximate where several threads count
        return (engine == EvaluationEngine.Emitted || _work > EmissionWork) && _isEmittable.Value;
    }

    /// <summary>The emitted loop of a variant.</summary>
    public EmittedLoop Loop(LoopVariant variant)
    {
        foreach (KeyValuePair<LoopVariant, EmittedLoop> loop in _loops)
        {
            if (loop.Key == variant) return loop.Value;
        }
        return Emit(variant);
    }

    private EmittedLoop Emit(LoopVariant variant)
    {
        lock (_emitting)
        {
            foreach (KeyValuePair<LoopVariant, EmittedLoop> loop in _loops)
            {
                if (loop.Key == variant) return loop.Value;
            }
            EmittedLoop emitted = LoopEmitter.Emit(_program, variant);
            _loops = [.. _loops, KeyValuePair.Create(variant, emitted)];
            return emitted;
        }
    }
}
