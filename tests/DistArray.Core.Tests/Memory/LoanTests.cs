namespace DistArray.Core.Tests.Memory;

public class LoanTests
{
    [Test]
    public void Dispose_WhileTheMemoryIsLent_IsRefusedUntilTheLoanEnds()
    {
        var a = Np.Arange<double>(new SelfCommunicator(), 5);
        IDisposable first = a.Block.Owner.Lend("a solver"), second = a.Block.Owner.Lend("a file");
        Assert.That(a.Dispose, Throws.InvalidOperationException.With.Message.Contains("a file"));
        second.Dispose();
        second.Dispose();
        Assert.That(a.Dispose, Throws.InvalidOperationException.With.Message.Contains("a solver"));
        Assert.That(a.Sum(), Is.EqualTo(10));
        first.Dispose();
        a.Dispose();
        Assert.That(() => a.Sum(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void Dispose_OfAView_DoesNotAsk()
    {
        using var a = Np.Arange<double>(new SelfCommunicator(), 5);
        using IDisposable loan = a.Block.Owner.Lend("a solver");
        a[1..3].Dispose();
    }

    [Test]
    public void Scope_WithLentMemory_ThrowsAtItsEndAndKeepsThatMemoryAlone()
    {
        DistArray<double> lent = null!, other = null!;
        IDisposable loan = null!;
        Assert.That(() =>
        {
            using var scope = new ArrayScope();
            lent = Np.Arange<double>(new SelfCommunicator(), 5);
            other = Np.Arange<double>(new SelfCommunicator(), 5);
            loan = lent.Block.Owner.Lend("a solver");
        }, Throws.InvalidOperationException.With.Message.Contains("a solver"));
        Assert.That(lent.Sum(), Is.EqualTo(10));
        Assert.That(() => other.Sum(), Throws.InstanceOf<ObjectDisposedException>());
        loan.Dispose();
        lent.Dispose();
    }

    [Test]
    public void Lend_OfMemoryThatIsGone_Throws()
    {
        var a = Np.Arange<double>(new SelfCommunicator(), 5);
        MemoryOwner memory = a.Block.Owner;
        a.Dispose();
        Assert.That(() => memory.Lend("a solver"), Throws.InstanceOf<ObjectDisposedException>());
    }
}
