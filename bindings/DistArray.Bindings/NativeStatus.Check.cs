using System.Runtime.CompilerServices;
using System.Text;

namespace DistArray.Bindings;

public static unsafe partial class NativeStatus
{
    /// <summary>Throws unless a native call ended well. Call it on the thread that made the call, before any other.</summary>
    /// <param name="status">What the call returned.</param>
    /// <exception cref="NativeException">It is not <see cref="DaStatus.Ok"/>.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(DaStatus status)
    {
        if (status != DaStatus.Ok)
            throw ExceptionFor(status);
    }

    /// <summary>The exception for a failed call, with the text and MPI's code that the native side keeps for this thread.</summary>
    /// <param name="status">What the call returned.</param>
    /// <returns>The exception, not thrown.</returns>
    public static NativeException ExceptionFor(DaStatus status)
    {
        int mpiCode = 0;
        if (status == DaStatus.ErrMpi)
            _ = LastMpiError(out mpiCode);
        return new NativeException(status, LastErrorText(), mpiCode);
    }

    /// <summary>Text of the last error of the calling thread.</summary>
    /// <returns>The text, empty where no call failed.</returns>
    public static string LastErrorText()
    {
        if (LastError(null, 0, out long length) != DaStatus.Ok || length == 0)
            return "";
        byte[] text = new byte[length + 1];
        fixed (byte* buffer = text)
            _ = LastError(buffer, text.Length, out length);
        return Encoding.UTF8.GetString(text, 0, (int)Math.Min(length, text.Length - 1));
    }
}
