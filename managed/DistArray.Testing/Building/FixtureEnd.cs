using System.Reflection;
using DistArray.Testing.Host;
using DistArray.Testing.Jobs;
using DistArray.Testing.Reports;
using NUnit.Framework;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace DistArray.Testing.Building;

/// <summary>Keeps the one-time set-up of a fixture that has tests on ranks only out of the test process, where there is no MPI, and tells the
/// ranks when the fixture is over.</summary>
internal static class FixtureEnd
{
    private static readonly MethodInfo Method = typeof(FixtureEnd).GetMethod(nameof(TellRanks))!;

    public static void LeaveToRanks(Test suite)
    {
        if (RankSession.Current is not null || suite is not TestSuite { TypeInfo: { } type } fixture) return;
        if (fixture.OneTimeTearDownMethods.Any(method => method.MethodInfo == Method)) return;
        bool ranksOnly = type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .All(method => method.IsDefined<MpiTestAttribute>(true)
                || !(method.IsDefined<ITestBuilder>(true) || method.IsDefined<ISimpleTestBuilder>(true)));
        if (ranksOnly) Set(fixture, nameof(TestSuite.OneTimeSetUpMethods), []);
        // NUnit calls what the fixture's type says to be its own.
        Set(fixture, nameof(TestSuite.OneTimeTearDownMethods), [.. ranksOnly ? [] : fixture.OneTimeTearDownMethods, new MethodWrapper(type.Type, Method)]);
    }

    /// <summary>Runs the one-time tear-down of the current fixture on the ranks that have its set-up.</summary>
    public static void TellRanks()
    {
        TestExecutionContext context = TestExecutionContext.CurrentContext;
        if (context.CurrentTest.TypeInfo is not { } type) return;
        List<string> failures = [];
        foreach (JobReport report in MpiJobs.EndFixture(type.Assembly, context.CurrentTest.FullName))
        {
            ReportText text = new(report);
            context.OutWriter.Write(text.Output);
            if (text.State.Status == TestStatus.Failed) failures.Add($"{report.Ranks.Count} ranks: {text.Message}\n{text.StackTrace}");
        }
        if (failures.Count > 0) throw new AssertionException(string.Join('\n', failures));
    }

    // NUnit has no public way to say this: the setters are protected.
    private static void Set(TestSuite fixture, string property, IMethodInfo[] methods) => typeof(TestSuite).GetProperty(property)!.SetValue(fixture, methods);
}
