using System.Reflection;

namespace DistArray.Suite;

/// <summary>What every communicator must do, one method a behaviour, each for any number of ranks. Every rank calls the method.</summary>
public static partial class CommunicatorSuite
{
    /// <summary>Every behaviour by name.</summary>
    public static IReadOnlyDictionary<string, Action<ICommunicator>> All { get; } = typeof(CommunicatorSuite)
        .GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
        .Where(method => method.ReturnType == typeof(void) && method.GetParameters() is [{ ParameterType: var type }] && type == typeof(ICommunicator))
        .OrderBy(method => method.Name, StringComparer.Ordinal)
        .ToDictionary(method => method.Name, method => method.CreateDelegate<Action<ICommunicator>>());

    private static int Next(ICommunicator comm) => (comm.Rank + 1) % comm.Size;

    private static int Previous(ICommunicator comm) => (comm.Rank + comm.Size - 1) % comm.Size;

    private static long[] Range(long start, long count) => [.. Enumerable.Range(0, (int)count).Select(i => start + i)];

    private static int[] AllRanks(ICommunicator comm) => [.. Enumerable.Range(0, comm.Size)];
}
