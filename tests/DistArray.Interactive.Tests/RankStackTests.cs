using DistArray.Interactive.Jobs;

namespace DistArray.Interactive.Tests;

/// <summary>How it is told where a rank is.</summary>
internal sealed class RankStackTests
{
    private const string Line = "Submission#0+<<Initialize>>d__0.MoveNext()";

    [Test]
    public void Types_AreLeftOut()
    {
        RankStack stack = Stack("DistArray.CommunicatorExtensions.Allreduce[[System.Double, System.Private.CoreLib]](DistArray.ICommunicator, Double, DistArray.Operation`1<Double>)",
            "DistArray.DistArray`1[[System.Collections.Generic.List`1[[System.Int32[], System.Private.CoreLib]], System.Private.CoreLib]].Sum()", Line);
        Assert.That($"{stack}", Is.EqualTo("in CommunicatorExtensions.Allreduce < DistArray.Sum < the line"));
    }

    [Test]
    public void DeepOnes_HaveTheirEnds()
    {
        RankStack stack = Stack("A.B.First()", "A.B.Second()", "A.B.Second(Int32)", "A.B.Third()", "A.B.Fourth()", "A.B.Fifth()", Line, Line);
        Assert.That($"{stack}", Is.EqualTo("in B.First < B.Second < ... < B.Fifth < the line"));
    }

    private static RankStack Stack(params string[] frames) => new(frames, IsInMpi: true);
}
