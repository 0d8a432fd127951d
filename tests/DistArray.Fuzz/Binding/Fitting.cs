using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using DistArray.Fuzz.Elements;

namespace DistArray.Fuzz.Binding;

/// <summary>Fits one argument to one parameter: what type parameters it fixes, and how well it fits.</summary>
internal static class Fitting
{
    /// <summary>Fixes type parameters by arrays among the arguments; false where an argument can never fit.</summary>
    public static bool Infer(Type parameter, object? argument, Dictionary<Type, Type> types)
    {
        if (argument is null or TypeName) return true;
        if (argument is object?[] items && ElementOfList(parameter) is { } one) return items.All(item => Infer(one, item, types));
        if (!parameter.ContainsGenericParameters || !parameter.IsGenericType || argument.GetType() is not { IsGenericType: true } given) return true;
        if (given.GetGenericTypeDefinition() != parameter.GetGenericTypeDefinition()) return parameter.GetGenericTypeDefinition() == typeof(Nullable<>);
        Type open = parameter.GetGenericArguments()[0], closed = given.GetGenericArguments()[0];
        return !open.IsGenericParameter ? open == closed : types.TryGetValue(open, out Type? before) ? before == closed : types.TryAdd(open, closed);
    }

    /// <summary>An argument as a value for a parameter, with its distance from it; null where it does not fit.</summary>
    public static (object? Value, int Distance)? Fit(Type parameter, object? argument)
    {
        if (Nullable.GetUnderlyingType(parameter) is { } inner) return argument is null ? (null, 0) : Fit(inner, argument);
        if (argument is null) return parameter.IsValueType ? null : (null, 0);
        if (parameter.IsInstanceOfType(argument)) return (argument, parameter == typeof(object) ? 3 : 0);
        if (ElementOfList(parameter) is { } one) return FitList(one, argument);
        if (argument is object?[] parts && typeof(ITuple).IsAssignableFrom(parameter)) return FitTuple(parameter, parts);
        if (argument is string text && parameter.IsEnum) return (Enum.Parse(parameter, text, ignoreCase: true), 0);
        if (parameter.IsGenericType && parameter.GetGenericTypeDefinition() == typeof(DistArray<>)) return FitLiteral(parameter, argument);
        if (Element.Find(parameter) is { } element) return element.Convert(argument) is { } number ? (number, 1) : null;
        return FitConversion(parameter, argument);
    }

    /// <summary>The type of the items where a parameter is an array, a span or a list.</summary>
    public static Type? ElementOfList(Type parameter)
    {
        if (parameter.IsArray) return parameter.GetElementType();
        if (!parameter.IsGenericType) return null;
        Type open = parameter.GetGenericTypeDefinition();
        return open == typeof(ReadOnlySpan<>) || open == typeof(IReadOnlyList<>) || open == typeof(IEnumerable<>) || open == typeof(IList<>) ? parameter.GetGenericArguments()[0] : null;
    }

    private static (object? Value, int Distance)? FitList(Type item, object argument)
    {
        object?[] items = argument is object?[] several ? several : [argument];
        var values = Array.CreateInstance(item, items.Length);
        int distance = argument is object?[] ? 0 : 2;
        for (int i = 0; i < items.Length; i++)
        {
            if (Fit(item, items[i]) is not { } fitted) return null;
            values.SetValue(fitted.Value, i);
            distance += fitted.Distance;
        }
        return (values, distance);
    }

    private static (object? Value, int Distance)? FitTuple(Type parameter, object?[] parts)
    {
        Type[] types = parameter.GetGenericArguments();
        if (types.Length != parts.Length) return null;
        var values = new object?[parts.Length];
        for (int i = 0; i < values.Length; i++)
        {
            if (Fit(types[i], parts[i]) is not { } fitted) return null;
            values[i] = fitted.Value;
        }
        return (Activator.CreateInstance(parameter, values), 0);
    }

    // By a conversion that the parameter's type defines.
    private static (object? Value, int Distance)? FitConversion(Type parameter, object argument)
    {
        foreach (MethodInfo conversion in parameter.GetMethods(BindingFlags.Public | BindingFlags.Static).Where(method => method.Name == "op_Implicit" && method.ReturnType == parameter))
        {
            Type source = conversion.GetParameters()[0].ParameterType;
            if (source.IsByRefLike || argument is object?[] != source.IsArray) continue;
            if (Fit(source, argument) is { } fitted) return (conversion.Invoke(null, [fitted.Value]), fitted.Distance + 1);
        }
        return null;
    }

    // A scalar or a list where an array is asked for, as C# would convert it.
    private static (object? Value, int Distance)? FitLiteral(Type parameter, object argument)
    {
        Type element = parameter.GetGenericArguments()[0];
        if (argument is object?[] items)
        {
            var values = Array.CreateInstance(element, items.Length);
            for (int i = 0; i < items.Length; i++)
            {
                if (LiteralOf(element, items[i]) is not { } value) return null;
                values.SetValue(value, i);
            }
            return (parameter.GetMethod("op_Implicit", [values.GetType()])!.Invoke(null, [values]), 2);
        }
        return LiteralOf(element, argument) is { } number ? (parameter.GetMethod("op_Implicit", [element])!.Invoke(null, [number]), 2) : null;
    }

    private static object? LiteralOf(Type element, object? value) => value is bool ? element == typeof(bool) ? value : null : value is null || value.GetType() == element ? value : Element.Find(element)?.Convert(value);
}

/// <summary>An element type as an argument: dtype="int64".</summary>
internal sealed record TypeName(Type Type);
