using DistArray.Bindings;

namespace DistArray.Fortran;

public sealed unsafe partial class FortranCallback
{
    /// <summary>Makes a subroutine without arguments.</summary>
    /// <param name="function">What it runs.</param>
    public static FortranCallback Create(Action function)
    {
        ArgumentNullException.ThrowIfNull(function);
        return new FortranCallback([], (int)DaFortranPassing.None, 0, (_, _) => function());
    }

    /// <summary>Makes a subroutine of one argument.</summary>
    /// <typeparam name="T1">An element type (by value) or <see cref="nint"/> (an address).</typeparam>
    /// <param name="function">What it runs.</param>
    /// <exception cref="NotSupportedException">A parameter is of another type.</exception>
    public static FortranCallback Create<T1>(Action<T1> function) where T1 : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        return new FortranCallback([Passing<T1>()], (int)DaFortranPassing.None, 0, (a, _) => function(Argument<T1>(a, 0)));
    }

    /// <summary>Makes a subroutine of two arguments.</summary>
    /// <typeparam name="T1">An element type (by value) or <see cref="nint"/> (an address).</typeparam>
    /// <typeparam name="T2">As <typeparamref name="T1"/>.</typeparam>
    /// <param name="function">What it runs.</param>
    /// <exception cref="NotSupportedException">A parameter is of another type.</exception>
    public static FortranCallback Create<T1, T2>(Action<T1, T2> function) where T1 : unmanaged where T2 : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        return new FortranCallback([Passing<T1>(), Passing<T2>()], (int)DaFortranPassing.None, 0,
            (a, _) => function(Argument<T1>(a, 0), Argument<T2>(a, 1)));
    }

    /// <summary>Makes a subroutine of three arguments.</summary>
    /// <typeparam name="T1">An element type (by value) or <see cref="nint"/> (an address).</typeparam>
    /// <typeparam name="T2">As <typeparamref name="T1"/>.</typeparam>
    /// <typeparam name="T3">As <typeparamref name="T1"/>.</typeparam>
    /// <param name="function">What it runs.</param>
    /// <exception cref="NotSupportedException">A parameter is of another type.</exception>
    public static FortranCallback Create<T1, T2, T3>(Action<T1, T2, T3> function) where T1 : unmanaged where T2 : unmanaged where T3 : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        return new FortranCallback([Passing<T1>(), Passing<T2>(), Passing<T3>()], (int)DaFortranPassing.None, 0,
            (a, _) => function(Argument<T1>(a, 0), Argument<T2>(a, 1), Argument<T3>(a, 2)));
    }

    /// <summary>Makes a function of one argument.</summary>
    /// <typeparam name="T1">An element type (by value) or <see cref="nint"/> (an address).</typeparam>
    /// <typeparam name="TResult">As <typeparamref name="T1"/>.</typeparam>
    /// <param name="function">What it runs.</param>
    /// <exception cref="NotSupportedException">A parameter or the result is of another type.</exception>
    public static FortranCallback Create<T1, TResult>(Func<T1, TResult> function) where T1 : unmanaged where TResult : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        return new FortranCallback([Passing<T1>()], Passing<TResult>(), sizeof(TResult), (a, r) => *(TResult*)r = function(Argument<T1>(a, 0)));
    }

    /// <summary>Makes a function of two arguments.</summary>
    /// <typeparam name="T1">An element type (by value) or <see cref="nint"/> (an address).</typeparam>
    /// <typeparam name="T2">As <typeparamref name="T1"/>.</typeparam>
    /// <typeparam name="TResult">As <typeparamref name="T1"/>.</typeparam>
    /// <param name="function">What it runs.</param>
    /// <exception cref="NotSupportedException">A parameter or the result is of another type.</exception>
    public static FortranCallback Create<T1, T2, TResult>(Func<T1, T2, TResult> function)
        where T1 : unmanaged where T2 : unmanaged where TResult : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        return new FortranCallback([Passing<T1>(), Passing<T2>()], Passing<TResult>(), sizeof(TResult),
            (a, r) => *(TResult*)r = function(Argument<T1>(a, 0), Argument<T2>(a, 1)));
    }

    /// <summary>Makes a procedure of any number of arguments. Generated classes use it.</summary>
    /// <param name="arguments">The type of each argument that is passed by value; null of one that is passed by its address.</param>
    /// <param name="result">Type of the result; null for a subroutine.</param>
    /// <param name="function">What it runs: given where the addresses of the arguments stand (each that of the value, or of the address of it), and where the result goes.</param>
    public static FortranCallback Create(ReadOnlySpan<ElementType?> arguments, ElementType? result, Action<nint, nint> function)
    {
        ArgumentNullException.ThrowIfNull(function);
        var passings = new int[arguments.Length];
        for (int i = 0; i < passings.Length; i++) passings[i] = arguments[i] is { } type ? (int)type : (int)DaFortranPassing.Pointer;
        return new FortranCallback(passings, result is { } returned ? (int)returned : (int)DaFortranPassing.None, result is { } sized ? ElementTypes.SizeOf(sized) : 0, function);
    }

    private static int Passing<T>() where T : unmanaged => typeof(T) == typeof(nint) ? (int)DaFortranPassing.Pointer : (int)ElementTypes.Of<T>();

    private static T Argument<T>(nint arguments, int index) where T : unmanaged => *((T**)arguments)[index];
}
