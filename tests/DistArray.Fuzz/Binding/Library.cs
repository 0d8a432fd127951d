using System.Collections.Concurrent;
using System.Reflection;

namespace DistArray.Fuzz.Binding;

/// <summary>The public functions of DistArray.Core under NumPy's names: found by reflection, so that a new one is there by itself.</summary>
internal static class Library
{
    private static readonly ILookup<string, MethodInfo> s_functions = All().ToLookup(method => Plain(method.Name));

    private static readonly ConcurrentDictionary<(MethodInfo, string), MethodInfo?> s_closed = new();

    /// <summary>A name as both sides spell it: without case and underscores. isnan is IsNaN, floor_divide is FloorDivide.</summary>
    public static string Plain(string name) => name.StartsWith("op_", StringComparison.Ordinal) ? name : name.Replace("_", "").ToLowerInvariant();

    /// <summary>Every overload of a function: of Np, of extensions, of the array itself.</summary>
    public static IEnumerable<MethodInfo> Find(string name) => s_functions[Plain(name)];

    /// <summary>A method for types of elements; null where its constraints forbid them.</summary>
    public static MethodInfo? Close(MethodInfo method, Type[] types)
    {
        return s_closed.GetOrAdd((method, string.Join(',', (object[])types)), _ =>
        {
            try
            {
                if (method.DeclaringType is { IsGenericTypeDefinition: true } declaring)
                {
                    Type closed = declaring.MakeGenericType(types[..1]);
                    method = closed.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly).First(one => one.MetadataToken == method.MetadataToken);
                    types = types[1..];
                }
                return method.IsGenericMethodDefinition ? method.MakeGenericMethod(types) : method;
            }
            catch (ArgumentException)
            {
                return null;
            }
        });
    }

    /// <summary>The type parameters of a method, its class's first.</summary>
    public static Type[] TypeParameters(MethodInfo method) =>
        [.. method.DeclaringType!.IsGenericTypeDefinition ? method.DeclaringType.GetGenericArguments() : [], .. method.IsGenericMethodDefinition ? method.GetGenericArguments() : []];

    private static IEnumerable<MethodInfo> All()
    {
        IEnumerable<Type> types = typeof(Np).Assembly.GetExportedTypes().Where(type => type is { IsAbstract: true, IsSealed: true }).Append(typeof(DistArray<>));
        return types.SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Where(method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal) || method.Name.StartsWith("get_", StringComparison.Ordinal))
            .Where(method => method.Name is not ("op_Implicit" or "op_Explicit") && (method.DeclaringType == typeof(Np) || method.DeclaringType == typeof(DistArray<>) || IsOfArrays(method)));
    }

    // An extension of arrays.
    private static bool IsOfArrays(MethodInfo method) => method.GetParameters().Any(parameter => parameter.ParameterType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(DistArray<>));
}
