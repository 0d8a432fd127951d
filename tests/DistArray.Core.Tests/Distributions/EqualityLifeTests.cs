using System.Runtime.CompilerServices;

namespace DistArray.Core.Tests.Distributions;

/// <summary>What a distribution remembers of those that were equal to it does not keep them alive.</summary>
[TestFixture]
public class EqualityLifeTests
{
    [Test]
    public void LoopOverViews_KeepsNoDistributionOfTheStepsBefore()
    {
        using var comm = new SelfCommunicator();
        DistArray<double> a = Np.FromFunction(new Distribution(comm, [20], "b"), (long i) => 1.0 * i), sum = a[1..^1];
        WeakReference first = First(a, ref sum);
        for (int i = 0; i < 5; i++) Step(a, ref sum);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        Assert.That(first.IsAlive, Is.False);
        Assert.That(sum.ToArray()[0], Is.EqualTo(7));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference First(DistArray<double> a, ref DistArray<double> sum) => new(Step(a, ref sum));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Distribution Step(DistArray<double> a, ref DistArray<double> sum)
    {
        sum = a[1..^1] + sum;
        return sum.Evaluate().Distribution;
    }
}
