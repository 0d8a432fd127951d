using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace DistArray.Testing.Host;

/// <summary>Lets NUnit run a set of tests, explicit ones too.</summary>
internal sealed class ChosenTests : ITestFilter
{
    private readonly HashSet<ITest> _chosen;

    public ChosenTests(IReadOnlySet<ITest> tests)
    {
        _chosen = [.. tests];
        foreach (ITest test in tests)
            for (ITest? suite = test.Parent; suite is not null && _chosen.Add(suite); suite = suite.Parent)
            {
            }
    }

    /// <inheritdoc/>
    public bool Pass(ITest test) => _chosen.Contains(test);

    /// <inheritdoc/>
    public bool IsExplicitMatch(ITest test) => _chosen.Contains(test);

    /// <inheritdoc/>
    public TNode ToXml(bool recursive) => new("filter");

    /// <inheritdoc/>
    public TNode AddToXml(TNode parentNode, bool recursive) => parentNode.AddElement("filter");
}
