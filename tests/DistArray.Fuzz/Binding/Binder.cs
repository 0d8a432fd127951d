using System.Reflection;

namespace DistArray.Fuzz.Binding;

/// <summary>Chooses an overload and calls it.</summary>
internal static class Binder
{
    /// <summary>Calls the function of a name that fits best.</summary>
    /// <exception cref="NoOverloadException">None fits: in C#, the call does not compile.</exception>
    public static object? Call(string name, object?[] positional, IReadOnlyDictionary<string, object?> named)
    {
        Overload? best = null;
        foreach (MethodInfo method in Library.Find(name))
        {
            Overload? one = Overload.Match(method, positional, named);
            if (one is not null && (best is null || (one.Distance, one.Method.IsGenericMethod).CompareTo((best.Distance, best.Method.IsGenericMethod)) < 0)) best = one;
        }
        if (!Library.Find(name).Any()) throw new NoOverloadException($"no function: {name}");
        if (best is null) throw new NoOverloadException(name, positional, named);
        return Invoker.Call(best.Method, best.Arguments);
    }
}

/// <summary>There is no such function for such arguments; a C# program with this call does not compile.</summary>
internal sealed class NoOverloadException : Exception
{
    public NoOverloadException(string message) : base(message) { }

    public NoOverloadException(string name, object?[] positional, IReadOnlyDictionary<string, object?> named)
        : this($"no overload: {name}({string.Join(", ", positional.Select(Describe).Concat(named.Select(pair => $"{pair.Key}={Describe(pair.Value)}")))})")
    {
    }

    private static string Describe(object? value) => value switch
    {
        null => "None",
        TypeName type => Elements.Element.Find(type.Type)!.Name,
        object?[] items => $"({string.Join(", ", items.Select(Describe).Distinct())})",
        _ => Elements.Element.OfArray(value)?.Name ?? value.GetType().Name,
    };
}
