using System.Reflection;
using DistArray.Testing.Host;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace DistArray.Testing.Building;

/// <summary>Keeps the one-time set-up of a fixture that has tests on ranks only out of the test process, where there is no MPI.</summary>
internal static class OneTimeSetUp
{
    public static void LeaveToRanks(Test suite)
    {
        if (RankServer.Current is not null || suite is not TestSuite { TypeInfo: { } type } fixture) return;
        bool ranksOnly = type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .All(method => method.IsDefined<MpiTestAttribute>(true)
                || !(method.IsDefined<ITestBuilder>(true) || method.IsDefined<ISimpleTestBuilder>(true)));
        if (!ranksOnly) return;
        Clear(fixture, nameof(TestSuite.OneTimeSetUpMethods));
        Clear(fixture, nameof(TestSuite.OneTimeTearDownMethods));
    }

    // NUnit has no public way to say this: the setters are protected.
    private static void Clear(TestSuite fixture, string property) =>
        typeof(TestSuite).GetProperty(property)!.SetValue(fixture, Array.Empty<IMethodInfo>());
}
