using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;
using NUnit.Framework.Internal.Builders;

namespace DistArray.Testing.Building;

/// <summary>Turns an <see cref="MpiTestAttribute"/> method into NUnit tests, the same ones in the test process and on the ranks.</summary>
internal sealed class MpiTestBuilder(MpiTestAttribute attribute, IMethodInfo method, Test? suite)
{
    private const string Category = "Mpi";
    private const string RanksProperty = "MpiRanks";
    private const string TimeoutProperty = "MpiTimeout";
    private readonly NUnitTestCaseBuilder _builder = new();
    private readonly bool _takesWorld = method.GetParameters() is [var first, ..] && typeof(ICommunicator).IsAssignableFrom(first.ParameterType);

    /// <summary>World size of a test that this class built.</summary>
    public static int RanksOf(ITest test) => (int)test.Properties.Get(RanksProperty)!;

    /// <summary>Deadline of a test that this class built.</summary>
    public static TimeSpan TimeoutOf(ITest test) => TimeSpan.FromSeconds((int)test.Properties.Get(TimeoutProperty)!);

    /// <summary>True where this class built a test.</summary>
    public static bool Built(ITest test) => test.Properties.ContainsKey(RanksProperty);

    /// <summary>The fixture that a test belongs to.</summary>
    public static ITest FixtureOf(ITest test)
    {
        ITest fixture = test;
        while (fixture is not NUnit.Framework.Internal.TestFixture && fixture.Parent is { } parent) fixture = parent;
        return fixture;
    }

    /// <summary>True where the first parameter is the communicator.</summary>
    public static bool TakesWorld(ITest test) =>
        test.Method!.GetParameters() is [var first, ..] && typeof(ICommunicator).IsAssignableFrom(first.ParameterType);

    /// <summary>What makes NUnit build further tests of the method, which know nothing of ranks; or null.</summary>
    public static string? Rival(IMethodInfo method)
    {
        if (method.GetCustomAttributes<CombiningStrategyAttribute>(inherit: false) is [var strategy, ..])
        {
            string name = strategy.GetType().Name[..^nameof(Attribute).Length];
            return $"[{name}] builds tests without ranks. Write [MpiTest(…, Combining = Combining.{name})].";
        }
        IParameterInfo[] parameters = method.GetParameters();
        bool takesWorld = parameters is [var first, ..] && typeof(ICommunicator).IsAssignableFrom(first.ParameterType);
        return !takesWorld && parameters.Any(new ParameterDataSourceProvider().HasDataFor)
            ? $"NUnit builds tests without ranks from the values of {method.Name}. Give it an ICommunicator as first parameter."
            : null;
    }

    public IReadOnlyList<TestMethod> Build()
    {
        if (Problem() is { } problem) return [Invalid(problem)];
        List<TestMethod> tests = [];
        try
        {
            IReadOnlyList<TestCaseParameters> cases = [.. MpiTestCases.Of(method, attribute.Combining)];
            if (cases.Count == 0) return [Invalid("The sources of cases gave none.")];
            foreach (int ranks in attribute.Ranks)
            foreach (TestCaseParameters parameters in cases)
                tests.Add(BuildOne(ranks, parameters));
        }
        catch (Exception exception)
        {
            return [Invalid($"The cases of {method.Name} could not be read: {exception}")];
        }
        if (suite is not null) FixtureEnd.LeaveToRanks(suite);
        return tests;
    }

    private string? Problem()
    {
        if (attribute.Ranks.Count == 0) return "[MpiTest] names no world size. Give one or more, as in [MpiTest(1, 2, 3, 4)].";
        if (attribute.Ranks.Any(n => n < 1)) return $"[MpiTest({string.Join(", ", attribute.Ranks)})]: a world has 1 rank or more.";
        if (attribute.Ranks.Distinct().Count() != attribute.Ranks.Count)
            return $"[MpiTest({string.Join(", ", attribute.Ranks)})] names a world size twice.";
        if (Rival(method) is { } rival) return rival;
        return attribute.Timeout < 1 ? $"[MpiTest(Timeout = {attribute.Timeout})]: the deadline is 1 second or more." : null;
    }

    private TestMethod BuildOne(int ranks, TestCaseParameters given)
    {
        object?[] arguments = _takesWorld ? [null, .. given.Arguments] : given.Arguments;
        TestCaseParameters parameters = new(arguments) { RunState = given.RunState };
        foreach (string key in given.Properties.Keys)
        foreach (object value in given.Properties[key])
            parameters.Properties.Add(key, value);
        TestMethod test = _builder.BuildTestMethod(method, suite, parameters);
        string size = ranks == 1 ? "1 rank" : $"{ranks} ranks";
        bool isNamed = given.TestName is not null || given.Arguments.Length == 0;
        string shown = isNamed ? "" : "," + new TestNameGenerator("{a}").GetDisplayName(test, given.Arguments)[1..^1];
        Rename(test, $"{given.TestName ?? method.Name}({size}{shown})");
        test.Properties.Set(RanksProperty, ranks);
        test.Properties.Set(TimeoutProperty, attribute.Timeout);
        test.Properties.Add(PropertyNames.Category, Category);
        test.Properties.Add(PropertyNames.Category, $"Ranks{ranks}");
        return test;
    }

    private static void Rename(TestMethod test, string name)
    {
        string prefix = test.FullName[..^test.Name.Length];
        test.Name = name;
        test.FullName = prefix + name;
    }

    private TestMethod Invalid(string reason)
    {
        TestMethod test = new(method, suite);
        test.MakeInvalid(reason);
        return test;
    }
}
