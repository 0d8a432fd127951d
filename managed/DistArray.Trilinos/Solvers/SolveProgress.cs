using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistArray.Trilinos;

/// <summary>The residuals of a solve as they come, and who wants to know of them.</summary>
internal sealed unsafe class SolveProgress : IDisposable
{
    private readonly Action<int, double>? _progress;
    private readonly List<double> _history = [];
    private GCHandle _self;

    public SolveProgress(Action<int, double>? progress)
    {
        _progress = progress;
        _self = GCHandle.Alloc(this);
    }

    /// <summary>What the native side calls.</summary>
    public static delegate* unmanaged[Cdecl]<void*, int, double, int> Entry => &Report;

    /// <summary>What the native side gives back.</summary>
    public void* Pointer => (void*)GCHandle.ToIntPtr(_self);

    /// <summary>Residuals, one each an iteration.</summary>
    public IReadOnlyList<double> History => _history;

    /// <summary>What the program's function threw.</summary>
    public Exception? Failure { get; private set; }

    public void Dispose() => _self.Free();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Report(void* context, int iteration, double residual) => ((SolveProgress)GCHandle.FromIntPtr((nint)context).Target!).Report(iteration, residual);

    private int Report(int iteration, double residual)
    {
        if (iteration > 0) _history.Add(residual);
        try
        {
            _progress?.Invoke(iteration, residual);
            return 0;
        }
        catch (Exception e)
        {
            Failure = e;
            return 1;
        }
    }
}
