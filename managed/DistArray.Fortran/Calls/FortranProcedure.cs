using System.Runtime.InteropServices;
using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>A <c>bind(C)</c> procedure of a core, found once and called often.</summary>
/// <remarks>
/// <para>What is passed for an argument, and how the companion declares it:</para>
/// <list type="table">
/// <item><term>a number, <see cref="bool"/>, <see cref="System.Numerics.Complex"/>, <see cref="Logical32"/>, …</term><description>its value:
/// <c>real(c_double), value</c>, <c>logical(c_bool), value</c>, …</description></item>
/// <item><term><see cref="Ref{T}"/></term><description>the address of a scalar: no <c>value</c>, any intent</description></item>
/// <item><term><see cref="string"/></term><description>UTF-8 ended by a zero: <c>character(kind=c_char), intent(in) :: text(*)</c></description></item>
/// <item><term><see cref="Mpi.Communicator"/></term><description>its Fortran handle: <c>integer(c_int), value</c></description></item>
/// <item><term><c>T[]</c></term><description>the address of its first element: explicit shape or assumed size</description></item>
/// <item><term><see cref="LocalView{T}"/>, <see cref="DistArray{T}"/></term><description>a descriptor of any strides, of the local part with its
/// halo: assumed shape or assumed rank. <see cref="FortranArgument.Explicit{T}(LocalView{T})"/> passes the bare address</description></item>
/// <item><term><see cref="FortranCallback"/></term><description>a procedure: a <c>bind(C)</c> dummy procedure or <c>type(c_funptr), value</c></description></item>
/// <item><term><see cref="nint"/></term><description>an address: <c>type(c_ptr), value</c></description></item>
/// <item><term>null</term><description>an <c>optional</c> argument that is absent</description></item>
/// </list>
/// <para>Fortran tells nothing of its arguments at run time: a number, order or type that does not fit the declaration is not noticed.</para>
/// </remarks>
public sealed unsafe class FortranProcedure
{
    private const int StackBytes = 4096;
    private readonly FortranLibrary _library;
    private readonly SignatureCache _signatures;

    internal FortranProcedure(FortranLibrary library, string name, nint address, SignatureCache signatures)
    {
        _library = library;
        _signatures = signatures;
        Name = name;
        Address = address;
    }

    /// <summary>Name of the procedure.</summary>
    public string Name { get; }

    /// <summary>Address of its code. Who calls it directly does without the cure for STOP, which ends the process then, and without the check of moved arrays.</summary>
    public nint Address { get; }

    /// <summary>Calls a subroutine.</summary>
    /// <param name="arguments">The arguments, as the remarks of the class tell.</param>
    /// <exception cref="FortranException">The core ended by STOP, or published something that cannot be shown.</exception>
    /// <exception cref="ArgumentException">A value of a type that is not passed to Fortran.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed, or an array is not valid any more.</exception>
    /// <remarks>Collective where the procedure is.</remarks>
    public void Call(params ReadOnlySpan<object?> arguments) => Invoke(arguments, (int)DaFortranPassing.None, null);

    /// <summary>Calls a function.</summary>
    /// <typeparam name="TResult">An element type, or <see cref="nint"/> for a <c>type(c_ptr)</c>.</typeparam>
    /// <param name="arguments">The arguments, as the remarks of the class tell.</param>
    /// <returns>The function's result.</returns>
    /// <exception cref="FortranException">The core ended by STOP, or published something that cannot be shown.</exception>
    /// <exception cref="ArgumentException">A value of a type that is not passed to Fortran.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="TResult"/> is no element type.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed, or an array is not valid any more.</exception>
    /// <remarks>Collective where the procedure is.</remarks>
    public TResult Call<TResult>(params ReadOnlySpan<object?> arguments) where TResult : unmanaged
    {
        int passing = typeof(TResult) == typeof(nint) ? (int)DaFortranPassing.Pointer : (int)ElementTypes.Of<TResult>();
        long* result = stackalloc long[2];
        Invoke(arguments, passing, result);
        return *(TResult*)result;
    }

    private void Invoke(ReadOnlySpan<object?> arguments, int resultPassing, void* result)
    {
        _library.ThrowIfDisposed();
        Span<int> passings = stackalloc int[arguments.Length];
        int bytes = arguments.Length * (ArgumentSlot.ValueBytes + sizeof(void*) + sizeof(ArgumentSlot)) + ArgumentSlot.ValueBytes;
        for (int i = 0; i < arguments.Length; i++)
        {
            ArgumentBinder binder = ArgumentBinders.For(arguments[i], i, Name, out object value);
            passings[i] = binder.Passing;
            bytes = checked(bytes + RoundUp(binder.ExtraBytes(value)));
        }
        FortranProcedureHandle procedure = _signatures.Get(passings, resultPassing);
        if (bytes <= StackBytes)
        {
            byte* frame = stackalloc byte[bytes];
            Invoke(procedure, arguments, frame, result);
            return;
        }
        void* large = NativeMemory.AlignedAlloc((nuint)bytes, ArgumentSlot.ValueBytes);
        try
        {
            Invoke(procedure, arguments, (byte*)large, result);
        }
        finally
        {
            NativeMemory.AlignedFree(large);
        }
    }

    // The frame: a slot, a pointer and a value for every argument, then the extra bytes of each.
    private void Invoke(FortranProcedureHandle procedure, ReadOnlySpan<object?> arguments, byte* frame, void* result)
    {
        int count = arguments.Length, bound = 0;
        var slots = (ArgumentSlot*)frame;
        var pointers = (void**)(slots + count);
        var next = (byte*)RoundUp((nint)(pointers + count));
        DaStatus status;
        long generation;
        _library.EnterCall();
        FortranThread thread = FortranThread.Current;
        FortranLibrary? outer = thread.EnterCall(_library);
        try
        {
            for (; bound < count; bound++)
            {
                slots[bound] = new ArgumentSlot { Value = next, Extra = next + ArgumentSlot.ValueBytes };
                pointers[bound] = next;
                ArgumentBinder binder = ArgumentBinders.For(arguments[bound], bound, Name, out object value);
                next += ArgumentSlot.ValueBytes + RoundUp(binder.ExtraBytes(value));
                binder.Bind(value, ref slots[bound]);
            }
            status = NativeFortran.ProcedureCall(procedure, pointers, result, out generation);
        }
        finally
        {
            thread.LeaveCall(outer);
            _library.LeaveCall();
            for (int i = 0; i < bound; i++)
            {
                ArgumentBinders.For(arguments[i], i, Name, out object value).Finish(value, ref slots[i]);
                if (slots[i].Pin.IsAllocated)
                    slots[i].Pin.Free();
            }
        }
        Exception? failure = status == DaStatus.Ok ? null : _library.Failure(status, Name);
        _library.FollowChanges(status, generation);
        thread.ThrowPending();
        if (failure is not null)
            throw failure;
    }

    private static int RoundUp(int bytes) => (bytes + ArgumentSlot.ValueBytes - 1) & -ArgumentSlot.ValueBytes;

    private static nint RoundUp(nint address) => (address + ArgumentSlot.ValueBytes - 1) & -ArgumentSlot.ValueBytes;
}
