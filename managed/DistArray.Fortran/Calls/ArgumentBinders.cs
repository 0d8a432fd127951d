using System.Collections.Frozen;
using System.Numerics;
using DistArray.Mpi;

namespace DistArray.Fortran;

/// <summary>Finds the binder of an argument by its .NET type.</summary>
internal static class ArgumentBinders
{
    private static readonly ArgumentBinder s_absent = new AbsentBinder();
    private static readonly FrozenDictionary<Type, ArgumentBinder> s_binders = All();

    /// <summary>How an argument is passed.</summary>
    /// <param name="argument">The argument as given.</param>
    /// <param name="index">Its number, for the error text.</param>
    /// <param name="procedure">The procedure, for the error text.</param>
    /// <param name="value">What the binder takes.</param>
    /// <exception cref="ArgumentException">Values of this type are not passed to Fortran.</exception>
    public static ArgumentBinder For(object? argument, int index, string procedure, out object value)
    {
        value = argument ?? s_absent;
        if (argument is null)
            return s_absent;
        if (argument is FortranArgument special)
        {
            value = special.Value;
            return special.Binder;
        }
        return s_binders.TryGetValue(argument.GetType(), out ArgumentBinder? binder) ? binder : throw new ArgumentException(
            $"Argument {index + 1} of {procedure} is a {argument.GetType()}, which is not passed to Fortran. Pass an element type, Ref<T>, a string, " +
            "a Communicator, T[], LocalView<T>, DistArray<T>, a FortranCallback, an nint or null.");
    }

    private static FrozenDictionary<Type, ArgumentBinder> All()
    {
        var binders = new Dictionary<Type, ArgumentBinder>
        {
            [typeof(string)] = new TextBinder(),
            [typeof(Communicator)] = new CommunicatorBinder(),
            [typeof(nint)] = new AddressBinder(),
            [typeof(FortranCallback)] = new CallbackBinder(),
        };
        Add<bool>(binders);
        Add<sbyte>(binders);
        Add<byte>(binders);
        Add<short>(binders);
        Add<ushort>(binders);
        Add<int>(binders);
        Add<uint>(binders);
        Add<long>(binders);
        Add<ulong>(binders);
        Add<float>(binders);
        Add<double>(binders);
        Add<Complex64>(binders);
        Add<Complex>(binders);
        Add<Logical32>(binders);
        Add<Logical64>(binders);
        return binders.ToFrozenDictionary();
    }

    private static void Add<T>(Dictionary<Type, ArgumentBinder> binders) where T : unmanaged
    {
        binders[typeof(T)] = new ValueBinder<T>();
        binders[typeof(Ref<T>)] = new RefBinder<T>();
        binders[typeof(T[])] = new ArrayBinder<T>();
        binders[typeof(LocalView<T>)] = new ViewBinder<T>();
        binders[typeof(DistArray<T>)] = new DistArrayBinder<T>();
    }
}
