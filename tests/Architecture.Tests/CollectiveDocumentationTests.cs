using System.Reflection;
using DistArray;

namespace Architecture.Tests;

/// <summary>Whatever calls a collective operation is collective itself, and its documentation says so.</summary>
public class CollectiveDocumentationTests
{
    private static bool SaysCollective(MethodBase method)
    {
        var property = method.DeclaringType!.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .FirstOrDefault(candidate => candidate.GetAccessors().Contains(method));
        string id = property is null ? DocumentationId.Of(method) : DocumentationId.Of(property);
        return Product.Documentation.TryGetValue(id, out var member)
            && (member.Value.Contains("Collective", StringComparison.Ordinal) || member.Element("inheritdoc") is not null);
    }

    private static IEnumerable<MethodBase> CollectiveOperations() =>
        typeof(ICommunicator).GetMethods().Where(method => !method.IsSpecialName && SaysCollective(method));

    [Test]
    public void Communicator_NamesItsCollectiveOperations() =>
        Assert.That(CollectiveOperations().Select(method => method.Name).Distinct(), Is.SupersetOf(new[]
        {
            "Barrier", "Broadcast", "Reduce", "Allreduce", "Gather", "Allgather", "Scatter", "Alltoall", "ReduceScatter", "Scan", "ExclusiveScan", "Split", "Duplicate",
        }));

    [Test]
    public void PublicMember_ThatReachesACollectiveOperation_SaysCollective()
    {
        var reaching = new CallGraph(Product.Assemblies).Reaching(CollectiveOperations());
        var silent = reaching
            .Where(entry => entry.Key.DeclaringType!.IsVisible && (entry.Key.IsPublic || entry.Key.IsFamily) && !SaysCollective(entry.Key))
            .Select(entry => $"{DocumentationId.Of(entry.Key)}: {entry.Value}")
            .Order().ToArray();
        Assert.That(silent, Is.Empty);
    }
}
