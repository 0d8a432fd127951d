using System.Text;
using DistArray.Bindings;

namespace DistArray.Fortran;

public sealed unsafe partial class FortranLibrary
{
    private readonly Dictionary<string, FortranProcedure> _procedures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SignatureCache> _signatures = new(StringComparer.Ordinal);

    /// <summary>Calls a subroutine of the core, then publishes its arrays anew.</summary>
    /// <param name="procedure">Name of a <c>bind(C)</c> subroutine of the companion.</param>
    /// <param name="arguments">Its arguments; <see cref="FortranProcedure"/> tells what is passed how.</param>
    /// <exception cref="MissingMethodException">There is no such procedure; the text names similar ones.</exception>
    /// <exception cref="FortranException">The core ended by STOP, or published something that cannot be shown.</exception>
    /// <exception cref="ArgumentException">A value of a type that is not passed to Fortran.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed, or an array is not valid any more.</exception>
    /// <remarks>Collective where the procedure is. An array that moved or vanished makes older views of it throw.</remarks>
    public void Call(string procedure, params ReadOnlySpan<object?> arguments) => Procedure(procedure).Call(arguments);

    /// <summary>Calls a function of the core, then publishes its arrays anew.</summary>
    /// <typeparam name="TResult">An element type, or <see cref="nint"/> for a <c>type(c_ptr)</c>.</typeparam>
    /// <param name="procedure">Name of a <c>bind(C)</c> function of the companion.</param>
    /// <param name="arguments">Its arguments; <see cref="FortranProcedure"/> tells what is passed how.</param>
    /// <returns>The function's result.</returns>
    /// <exception cref="MissingMethodException">There is no such procedure; the text names similar ones.</exception>
    /// <exception cref="FortranException">The core ended by STOP, or published something that cannot be shown.</exception>
    /// <exception cref="ArgumentException">A value of a type that is not passed to Fortran.</exception>
    /// <exception cref="NotSupportedException"><typeparamref name="TResult"/> is no element type.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed, or an array is not valid any more.</exception>
    /// <remarks>Collective where the procedure is. An array that moved or vanished makes older views of it throw.</remarks>
    public TResult Call<TResult>(string procedure, params ReadOnlySpan<object?> arguments) where TResult : unmanaged =>
        Procedure(procedure).Call<TResult>(arguments);

    /// <summary>A procedure of the core, for calls in a loop.</summary>
    /// <param name="name">Name of a <c>bind(C)</c> procedure of the companion.</param>
    /// <returns>The procedure, the same object every time; valid as long as the library.</returns>
    /// <exception cref="MissingMethodException">There is no such procedure; the text names similar ones.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed.</exception>
    public FortranProcedure Procedure(string name)
    {
        ThrowIfDisposed();
        ArgumentException.ThrowIfNullOrEmpty(name);
        if (_procedures.TryGetValue(name, out FortranProcedure? known))
            return known;
        if (!TryFindSymbol(name, out nint address))
            throw NoSuchProcedure(name);
        var signatures = new SignatureCache(_handle, address);
        _signatures[name] = signatures;
        return _procedures[name] = new FortranProcedure(this, name, address, signatures);
    }

    /// <summary>The exception for a call that failed.</summary>
    internal Exception Failure(DaStatus status, string procedure) => status switch
    {
        DaStatus.ErrFortran => new FortranException(
            $"{procedure} of the core {Name} ended with: {NativeStatus.LastErrorText()}. MPI state and Fortran units that were open may be lost: " +
            "end the job, and go on from a file.", isStop: true),
        DaStatus.ErrArgument => new FortranException($"{procedure} of the core {Name}: {NativeStatus.LastErrorText()}", isStop: false),
        _ => NativeStatus.ExceptionFor(status),
    };

    internal bool TryFindSymbol(string name, out nint address)
    {
        bool found = NativeFortran.LibrarySymbol(_handle, name, out void* symbol) == DaStatus.Ok;
        address = found ? (nint)symbol : 0;
        return found;
    }

    private MissingMethodException NoSuchProcedure(string name)
    {
        string[] functions = ExportedFunctions();
        string advice = functions.FirstOrDefault(f => f == $"{name}_" || f.EndsWith($"_MOD_{name}", StringComparison.OrdinalIgnoreCase)) is { } plain
            ? $"It has {plain}, a Fortran procedure without bind(C): call it from a bind(C) procedure of the companion."
            : Suggestions.For(name, functions) is { Count: > 0 } near
                ? $"Similar ones are {string.Join(", ", near)}."
                : "Names are those of bind(C), in lower case where none is given there.";
        return new MissingMethodException($"The core {Name} ({Path}) has no procedure '{name}'. {advice}");
    }

    private string[] ExportedFunctions()
    {
        NativeStatus.Check(NativeFortran.LibraryFunctions(_handle, null, 0, out long length));
        byte[] text = new byte[length + 1];
        fixed (byte* buffer = text)
            NativeStatus.Check(NativeFortran.LibraryFunctions(_handle, buffer, text.Length, out length));
        return Encoding.UTF8.GetString(text, 0, (int)length).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
