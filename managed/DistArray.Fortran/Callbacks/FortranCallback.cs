using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>A C# function that Fortran calls: an argument for a <c>bind(C)</c> dummy procedure or a <c>type(c_funptr), value</c>.</summary>
/// <remarks>
/// <para>Scalars that Fortran passes with <c>value</c> are parameters of an element type; everything else is a parameter of type
/// <see cref="nint"/>: the address of a scalar or of an explicit-shape array, or of the descriptor of an assumed-shape one, which
/// <see cref="View{T}(nint)"/> reads.</para>
/// <para>An exception does not pass through Fortran. The call into the core that was under way throws it when Fortran returns; until then the
/// function is not run again and Fortran sees results of 0. Where Fortran called on a thread of its own, the next call into a core that
/// ends throws it, on whatever thread.</para>
/// <para>The function finds the core's arrays as they were before the call that is under way, and as the core has published them in it: a core
/// that moves an array and then calls back runs its publish procedure in between.</para>
/// <para>Fortran may keep the address: a callback lives until it is disposed. Do that when no Fortran code can call it any more.</para>
/// </remarks>
public sealed unsafe partial class FortranCallback : IDisposable
{
    private readonly FortranCallbackHandle _handle;
    private readonly Action<nint, nint> _body;
    private readonly GCHandle _self;
    private readonly nint _address;
    private readonly int _resultBytes;

    private FortranCallback(ReadOnlySpan<int> arguments, int result, int resultBytes, Action<nint, nint> body)
    {
        _body = body;
        _resultBytes = resultBytes;
        _self = GCHandle.Alloc(this);
        fixed (int* types = arguments)
        {
            NativeStatus.Check(NativeFortran.CallbackCreate(types, arguments.Length, result, &Run, (void*)GCHandle.ToIntPtr(_self), out _handle, out void* address));
            _address = (nint)address;
        }
    }

    /// <summary>What Fortran calls.</summary>
    /// <exception cref="ObjectDisposedException">The callback was disposed.</exception>
    public nint Address
    {
        get
        {
            ObjectDisposedException.ThrowIf(_handle.IsClosed, this);
            return _address;
        }
    }

    /// <summary>Ends the use of the callback: Fortran must not call it any more.</summary>
    public void Dispose()
    {
        if (_handle.IsClosed) return;
        _handle.Dispose();
        _self.Free();
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Run(void** arguments, void* result, void* context)
    {
        var callback = (FortranCallback)GCHandle.FromIntPtr((nint)context).Target!;
        if (callback._resultBytes > 0)
            new Span<byte>(result, Math.Max(callback._resultBytes, sizeof(long))).Clear();
        FortranThread thread = FortranThread.Current;
        if (thread.HasThrown) return;
        Lifetime? outer = t_running;
        t_running = null;
        try
        {
            thread.Library?.FollowCallUnderWay();
            try
            {
                callback._body((nint)arguments, (nint)result);
            }
            finally
            {
                thread.Library?.BeforeWrite(); // Fortran goes on
            }
        }
        catch (Exception e)
        {
            thread.Keep(e);
        }
        finally
        {
            t_running?.HasEnded = true;
            t_running = outer;
        }
    }
}
