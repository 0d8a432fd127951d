using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistArray.Trilinos;

/// <summary>A function of the program behind an operator of Trilinos: what the native side calls back, and what the function threw.</summary>
internal abstract unsafe class FunctionContext : IDisposable
{
    private GCHandle _self;
    private Exception? _failure;
    private FailureDeadline? _deadline;

    protected FunctionContext(Distribution distribution, int[] order, bool hasTranspose)
    {
        Distribution = distribution;
        HasTranspose = hasTranspose;
        Strides = LocalOrder.Strides(distribution.LocalShape, order);
        _self = GCHandle.Alloc(this);
    }

    /// <summary>Whether there is a function for the transposed operator.</summary>
    public bool HasTranspose { get; }

    /// <summary>What the native side gives back.</summary>
    public void* Pointer => (void*)GCHandle.ToIntPtr(_self);

    /// <summary>What the native side calls.</summary>
    public static delegate* unmanaged[Cdecl]<void*, double*, long, long, double*, long, long, int, int, int> Entry => &Run;

    /// <summary>Which rank owns which element of a vector.</summary>
    protected Distribution Distribution { get; }

    /// <summary>Distance of neighbours along each axis of a vector's memory.</summary>
    protected long[] Strides { get; }

    /// <summary>What the function threw since this was asked last, or null.</summary>
    public Exception? TakeFailure()
    {
        Exception? failure = _failure;
        _failure = null;
        _deadline?.Dispose();
        _deadline = null;
        return failure;
    }

    /// <summary>Trilinos' operator is gone.</summary>
    public virtual void Dispose()
    {
        _deadline?.Dispose();
        if (_self.IsAllocated) _self.Free();
    }

    /// <summary>Computes one column.</summary>
    protected abstract void Compute(double* x, double* y, bool transpose);

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Run(void* context, double* x, long xStride, long xRows, double* y, long yStride, long yRows, int columns, int transpose) =>
        ((FunctionContext)GCHandle.FromIntPtr((nint)context).Target!).Run(x, xStride, y, yStride, columns, transpose);

    private int Run(double* x, long xStride, double* y, long yStride, int columns, int transpose)
    {
        // Once it has failed it gives NaN at once, until all ranks are out of the solver.
        if (_failure is not null) return 1;
        try
        {
            for (int column = 0; column < columns; column++) Compute(x + (column * xStride), y + (column * yStride), transpose != 0);
            return 0;
        }
        catch (Exception e)
        {
            _failure = e;
            if (Distribution.Communicator.Size > 1) _deadline = new FailureDeadline(e);
            return 1;
        }
    }
}
