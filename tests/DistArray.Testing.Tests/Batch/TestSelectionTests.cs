using DistArray.Testing.Batch;
using NUnit.Framework.Internal;

namespace DistArray.Testing.Tests.Batch;

public class TestSelectionTests
{
    [TestCase("", false)]
    [TestCase("Energy", true)]
    [TestCase("energy_", true)]
    [TestCase("Momentum", false)]
    [TestCase("FullyQualifiedName~Waves", true)]
    [TestCase(@"FullyQualifiedName=My.Waves.Energy_IsKept\(2 ranks\)", true)]
    [TestCase(@"Name=Energy_IsKept\(2 ranks\)", true)]
    [TestCase("Name!~Energy", false)]
    [TestCase("TestCategory=Slow", true)]
    [TestCase("TestCategory!=Slow", false)]
    [TestCase("Category=Ranks2", true)]
    [TestCase("Momentum|Energy&TestCategory=Slow", true)]
    [TestCase("(Momentum|Energy)&TestCategory=Quick", false)]
    [TestCase("Energy | Momentum & TestCategory=Quick", true)]
    public void Expression_Picks(string expression, bool picks)
    {
        TestSuite fixture = new("Waves");
        fixture.Properties.Add(PropertyNames.Category, "Slow");
        TestMethod test = new(new MethodWrapper(typeof(TestSelectionTests), nameof(Expression_Picks)), fixture) { Name = "Energy_IsKept(2 ranks)", FullName = "My.Waves.Energy_IsKept(2 ranks)" };
        test.Properties.Add(PropertyNames.Category, "Ranks2");
        test.Parent = fixture;
        if (expression.Length == 0) Assert.That(() => TestSelection.Parse(expression), Throws.TypeOf<FormatException>());
        else Assert.That(TestSelection.Parse(expression).Picks(test), Is.EqualTo(picks));
    }

    [TestCase("Energy&", "a condition is missing")]
    [TestCase("(Energy", "a ) is missing")]
    [TestCase("Energy)", "')' comes where & or | is expected")]
    [TestCase("Priority=1", "there is no 'Priority'")]
    public void Mistake_IsTold(string expression, string what) =>
        Assert.That(() => TestSelection.Parse(expression), Throws.TypeOf<FormatException>().With.Message.Contains(what));
}
