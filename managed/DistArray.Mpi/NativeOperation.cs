using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DistArray.Bindings;

namespace DistArray.Mpi;

/// <summary>MPI's side of a user-made <see cref="Operation"/>: made once for each, freed some time after the operation is collected.</summary>
internal sealed unsafe class NativeOperation
{
    private const int Types = 16;
    private static readonly long[] s_builtIn = new long[16 * Types];
    private static readonly ConditionalWeakTable<Operation, NativeOperation> s_made = [];
    private static readonly ConcurrentQueue<(long Handle, GCHandle Context)> s_dead = new();

    private readonly Operation _operation;
    private readonly GCHandle _context;
    private readonly long _handle;
    private Exception? _failure;

    private NativeOperation(Operation operation)
    {
        _operation = operation;
        // Weak, or the operation could never be collected; whoever reduces with it keeps this alive.
        _context = GCHandle.Alloc(this, GCHandleType.Weak);
        FreeDead();
        if (Create(out _handle) == DaStatus.ErrUnsupported)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            FreeDead();
            NativeError.Check(Create(out _handle));
        }
    }

    /// <summary>Leaves the freeing to the next thread that makes an operation: a finalizer never calls MPI.</summary>
    ~NativeOperation()
    {
        if (_handle != 0)
            s_dead.Enqueue((_handle, _context));
    }

    /// <summary>MPI's handle of an operation, and what stands for it where it is the user's.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Find(Operation operation, out NativeOperation? made)
    {
        made = null;
        int index = ((int)operation.Kind * Types) + (int)operation.ElementType;
        long handle = s_builtIn[index];
        return handle != 0 ? handle : FindOther(operation, index, out made);
    }

    /// <summary>Throws what the user's function threw meanwhile, and keeps this alive until here.</summary>
    public void ThrowIfFailed()
    {
        if (Interlocked.Exchange(ref _failure, null) is { } failure)
            throw new CommunicationException($"The function of a reduction of {_operation.ElementType} threw {failure.GetType().Name}: {failure.Message} The result is not valid on any rank.", failure);
        GC.KeepAlive(this);
    }

    private static long FindOther(Operation operation, int index, out NativeOperation? made)
    {
        made = null;
        if (operation.Kind == OperationKind.User)
        {
            made = s_made.GetValue(operation, o => new NativeOperation(o));
            return made._handle;
        }
        NativeError.Check(NativeMpi.OpBuiltin((int)operation.Kind, (int)operation.ElementType, out long handle));
        return s_builtIn[index] = handle;
    }

    private DaStatus Create(out long handle) =>
        NativeMpi.OpCreate(&Combine, (void*)GCHandle.ToIntPtr(_context), _operation.IsCommutative ? 1 : 0, out handle);

    private static void FreeDead()
    {
        while (s_dead.TryDequeue(out var dead))
        {
            NativeError.Check(NativeMpi.OpFree(dead.Handle));
            dead.Context.Free();
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Combine(void* context, void* input, void* inout, long count)
    {
        var made = (NativeOperation)GCHandle.FromIntPtr((nint)context).Target!;
        try
        {
            made._operation.Combine(input, inout, count);
        }
        catch (Exception e)
        {
            // Nothing may pass through MPI: the call that reduces throws it afterwards.
            Interlocked.CompareExchange(ref made._failure, e, null);
        }
    }
}
