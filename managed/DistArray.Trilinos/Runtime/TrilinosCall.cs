using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;
using System.Text;
using DistArray.Bindings;
using DistArray.Mpi;

namespace DistArray.Trilinos;

/// <summary>Calls into Trilinos: status to exceptions, and one outcome on all ranks.</summary>
internal static class TrilinosCall
{
    /// <summary>Throws unless the call ended well.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(DaStatus status)
    {
        if (status != DaStatus.Ok) Throw(status);
    }

    /// <summary>Runs what every rank runs together; where one of them fails, all throw.</summary>
    /// <remarks><b>Collective.</b> One all-reduce. A rank that fails while the others wait for it inside of the body ends the job after
    /// <see cref="FailureDeadline"/>.</remarks>
    public static void Together(ICommunicator communicator, Action body)
    {
        Exception? failure = null;
        try
        {
            body();
        }
        catch (Exception e)
        {
            failure = e;
        }
        Agree(communicator, failure);
    }

    /// <summary>Throws on every rank where one of them has failed: the rank's own exception where all have, else a <see cref="RankFailedException"/>.</summary>
    /// <remarks><b>Collective.</b> One all-reduce.</remarks>
    public static void Agree(ICommunicator communicator, Exception? failure)
    {
        using FailureDeadline? deadline = failure is null || communicator.Size == 1 ? null : new FailureDeadline(failure);
        int failed = communicator.Size == 1 ? failure is null ? 0 : 1 : communicator.Allreduce(failure is null ? 0 : 1, Operation<int>.Add);
        if (failed == 0) return;
        if (failed == communicator.Size) ExceptionDispatchInfo.Throw(failure!);
        communicator.ThrowIfAny(failure);
    }

    /// <summary>The handle of MPI that a communicator stands for.</summary>
    /// <exception cref="InvalidOperationException">MPI does not run.</exception>
    /// <exception cref="NotSupportedException">The ranks are threads.</exception>
    public static long HandleOf(ICommunicator communicator) => communicator switch
    {
        Communicator mpi => mpi.Handle,
        { Size: 1 } when MpiEnvironment.IsActive => Communicator.Self.Handle,
        { Size: 1 } => throw new InvalidOperationException("Trilinos works over MPI, which does not run. Use MpiEnvironment.Run, and Trilinos inside of it."),
        _ => throw new NotSupportedException($"Trilinos' ranks are processes of MPI, but those of this {communicator.GetType().Name} are not. Use a Communicator."),
    };

    /// <summary>A text of the native side, which is asked for its length first.</summary>
    public static unsafe string Text(TextFunction call)
    {
        Check(call(null, 0, out long length));
        byte[] text = new byte[length + 1];
        fixed (byte* buffer = text) Check(call(buffer, text.Length, out length));
        return Encoding.UTF8.GetString(text, 0, (int)Math.Min(length, text.Length - 1));
    }

    /// <summary>Gives a text of the native side as much as fits, and its length.</summary>
    public unsafe delegate DaStatus TextFunction(byte* buffer, long capacity, out long length);

    [DoesNotReturn]
    private static void Throw(DaStatus status)
    {
        NativeException native = NativeStatus.ExceptionFor(status);
        throw status switch
        {
            DaStatus.ErrMemory => new OutOfMemoryException(native.Message),
            DaStatus.ErrArgument => new ArgumentException(native.Message),
            DaStatus.ErrState => new InvalidOperationException(native.Message),
            DaStatus.ErrUnsupported => new NotSupportedException(native.Message),
            _ => new TrilinosException(native.Message, native),
        };
    }
}
