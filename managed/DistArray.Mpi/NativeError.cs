using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using DistArray.Bindings;

namespace DistArray.Mpi;

/// <summary>Turns the status of a native call into .NET's exceptions.</summary>
internal static class NativeError
{
    /// <summary>Throws unless the call ended well.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(DaStatus status)
    {
        if (status != DaStatus.Ok)
            Throw(status, "");
    }

    /// <summary>Throws what the status means; <paramref name="where"/> goes before the text.</summary>
    [DoesNotReturn]
    public static void Throw(DaStatus status, string where)
    {
        NativeException native = NativeStatus.ExceptionFor(status);
        string text = where + native.Message;
        throw status switch
        {
            DaStatus.ErrMpi => new MpiException(text, ClassOf(native.MpiCode), native.MpiCode),
            DaStatus.ErrState => new InvalidOperationException($"{text}. Use MpiEnvironment.Run, and communicate inside of it."),
            DaStatus.ErrNull or DaStatus.ErrArgument => new ArgumentException(text),
            DaStatus.ErrUnsupported => new NotSupportedException(text),
            DaStatus.ErrMemory => new InsufficientMemoryException(text),
            _ => new CommunicationException(text, native),
        };
    }

    private static MpiErrorClass ClassOf(int code) =>
        NativeMpi.ErrorClass(code, out int errorClass) == DaStatus.Ok ? (MpiErrorClass)errorClass : MpiErrorClass.Unknown;
}
