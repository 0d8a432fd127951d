using System.Collections;
using System.Reflection;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace DistArray.Testing.Building;

/// <summary>The sets of arguments of a test method, without the communicator.</summary>
internal static class MpiTestCases
{
    private const BindingFlags Static = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.FlattenHierarchy;

    /// <summary>The cases in the order they are written; one without arguments where the method names none.</summary>
    public static IEnumerable<TestCaseParameters> Of(IMethodInfo method, Combining combining)
    {
        MpiTestCaseAttribute[] cases = method.GetCustomAttributes<MpiTestCaseAttribute>(inherit: false);
        MpiTestCaseSourceAttribute[] sources = method.GetCustomAttributes<MpiTestCaseSourceAttribute>(inherit: false);
        if (cases.Length == 0 && sources.Length == 0) return FromValues(Filled(method), combining);
        return cases.Select(x => new TestCaseParameters([.. x.Arguments]) { TestName = x.TestName })
            .Concat(sources.SelectMany(source => FromSource(source.SourceType ?? method.TypeInfo.Type, source.SourceName, method)));
    }

    /// <summary>The parameters that cases fill.</summary>
    public static IParameterInfo[] Filled(IMethodInfo method) =>
        [.. method.GetParameters().Where(p => !typeof(ICommunicator).IsAssignableFrom(p.ParameterType))];

    private static IEnumerable<TestCaseParameters> FromValues(IParameterInfo[] parameters, Combining combining)
    {
        ParameterDataSourceProvider values = new();
        if (!parameters.Any(values.HasDataFor)) return [new TestCaseParameters([])];
        IEnumerable[] sources = [.. parameters.Select(parameter => values.GetDataFor(parameter))];
        if (combining == Combining.Sequential && sources.Select(source => source.Cast<object?>().Count()).Distinct().Count() > 1)
            throw new ArgumentException("Sequential cases take lists of the same length.");
        ICombiningStrategy strategy = combining switch
        {
            Combining.Pairwise => new PairwiseStrategy(),
            Combining.Sequential => new SequentialStrategy(),
            _ => new CombinatorialStrategy(),
        };
        return strategy.GetTestCases(sources).Select(data => new TestCaseParameters(data));
    }

    private static IEnumerable<TestCaseParameters> FromSource(Type type, string name, IMethodInfo method)
    {
        IParameterInfo[] parameters = Filled(method);
        foreach (object? item in Read(type, name))
            yield return item switch
            {
                ITestCaseData data => new TestCaseParameters(data) { TestName = data.TestName },
                object?[] arguments when parameters.Length != 1 || parameters[0].ParameterType != arguments.GetType() =>
                    new TestCaseParameters(arguments),
                _ => new TestCaseParameters([item]),
            };
    }

    private static IEnumerable Read(Type type, string name)
    {
        object? value = type.GetMember(name, MemberTypes.Field | MemberTypes.Property | MemberTypes.Method, Static).FirstOrDefault() switch
        {
            FieldInfo field => field.GetValue(null),
            PropertyInfo property => property.GetValue(null),
            MethodInfo member when member.GetParameters().Length == 0 => member.Invoke(null, null),
            _ => throw new ArgumentException($"{type.FullName} has no static field, property or parameterless method called '{name}'."),
        };
        return value as IEnumerable
            ?? throw new ArgumentException($"{type.FullName}.{name} is {value?.GetType().FullName ?? "null"}, not a sequence of cases.");
    }
}
