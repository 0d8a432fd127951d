using System.Reflection;

namespace DistArray.Fuzz.Binding;

/// <summary>A method with the arguments of a call in its parameters' places.</summary>
internal sealed class Overload
{
    private Overload(MethodInfo method, object?[] arguments, int distance)
    {
        Method = method;
        Arguments = arguments;
        Distance = distance;
    }

    public MethodInfo Method { get; }

    /// <summary>The receiver first where the method has one.</summary>
    public object?[] Arguments { get; }

    /// <summary>How far the arguments are from the parameters' types: the least is what C# would choose.</summary>
    public int Distance { get; }

    /// <summary>The method for these arguments; null where they do not fit.</summary>
    public static Overload? Match(MethodInfo open, object?[] positional, IReadOnlyDictionary<string, object?> named)
    {
        ParameterInfo[] parameters = open.GetParameters();
        int receiver = open.IsStatic ? 0 : 1;
        var given = new object?[parameters.Length + receiver];
        Array.Fill(given, Type.Missing);
        if (positional.Length > given.Length || !Place(parameters, receiver, positional, named, given)) return null;
        var types = new Dictionary<Type, Type>();
        for (int i = 0; i < given.Length; i++)
            if (given[i] != Type.Missing && !Fitting.Infer(TypeOf(i), given[i], types)) return null;
        if (Close(open, types, named) is not { } method) return null;
        return Fit(method, method.GetParameters(), receiver, given);

        Type TypeOf(int place) => place < receiver ? open.DeclaringType! : parameters[place - receiver].ParameterType;
    }

    private static bool Place(ParameterInfo[] parameters, int receiver, object?[] positional, IReadOnlyDictionary<string, object?> named, object?[] given)
    {
        positional.CopyTo(given, 0);
        foreach ((string name, object? value) in named)
        {
            if (value is TypeName) continue;
            int place = Array.FindIndex(parameters, parameter => Library.Plain(parameter.Name!) == name);
            if (place < 0 && name == "axis") place = Array.FindIndex(parameters, parameter => parameter.Name == "axes");
            if (place < 0 || given[place + receiver] != Type.Missing) return false;
            given[place + receiver] = value;
        }
        return true;
    }

    private static MethodInfo? Close(MethodInfo open, Dictionary<Type, Type> types, IReadOnlyDictionary<string, object?> named)
    {
        Type[] wanted = Library.TypeParameters(open);
        Type[] missing = [.. wanted.Where(type => !types.ContainsKey(type))];
        object? dtype = named.Values.OfType<TypeName>().FirstOrDefault();
        if (missing.Length > 1 || missing.Length == 1 != dtype is not null) return null;
        if (dtype is TypeName name) types[missing[0]] = name.Type;
        return Library.Close(open, Array.ConvertAll(wanted, type => types[type]));
    }

    private static Overload? Fit(MethodInfo method, ParameterInfo[] parameters, int receiver, object?[] given)
    {
        var arguments = new object?[given.Length];
        int distance = 0;
        for (int i = 0; i < given.Length; i++)
        {
            Type type = i < receiver ? method.DeclaringType! : parameters[i - receiver].ParameterType;
            if (given[i] == Type.Missing)
            {
                if (Default(parameters, i - receiver) is not { } value) return null;
                arguments[i] = value.Value;
                distance++;
                continue;
            }
            if (Fitting.Fit(type, given[i]) is not { } fitted) return null;
            arguments[i] = fitted.Value;
            distance += fitted.Distance;
        }
        return new Overload(method, arguments, distance);
    }

    private static (object? Value, bool)? Default(ParameterInfo[] parameters, int place)
    {
        if (place < 0) return null;
        ParameterInfo parameter = parameters[place];
        if (parameter.HasDefaultValue)
        {
            Type type = parameter.ParameterType;
            if (parameter.DefaultValue is { } value) return (type.IsEnum ? Enum.ToObject(type, value) : value, true);
            return (type.IsValueType && Nullable.GetUnderlyingType(type) is null ? Activator.CreateInstance(type) : null, true);
        }
        bool isParams = parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(System.Runtime.CompilerServices.ParamCollectionAttribute));
        return isParams ? (Array.CreateInstance(Fitting.ElementOfList(parameter.ParameterType)!, 0), true) : null;
    }
}
