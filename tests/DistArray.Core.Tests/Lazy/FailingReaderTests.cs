namespace DistArray.Core.Tests.Lazy;

/// <summary>A pending array that cannot be computed.</summary>
[TestFixture]
public class FailingReaderTests
{
    private static DistArray<double> Ramp(ICommunicator comm) => Np.FromFunction(new Distribution(comm, [12], "b"), (long i) => 1.0 + i);

    private static DistArray<double> Failing(DistArray<double> a) => Np.Map<double, double>(a, x => throw new NotFiniteNumberException());

    [Test]
    public void Write_ThatAFailingReaderRefuses_LeavesTheOthersTheirValues() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), fails = Failing(a), twice = a * 2.0;
        for (int i = 0; i < 2; i++) Assert.That(() => a.Fill(0), Throws.TypeOf<NotFiniteNumberException>());
        Assert.That(a.ToArray(), Is.EqualTo(Enumerable.Range(1, 12)));
        fails.Dispose();
        a.Fill(0);
        Assert.That(twice.ToArray(), Is.EqualTo(Enumerable.Range(1, 12).Select(i => 2 * i)));
        Assert.That(a.ToArray(), Is.All.Zero);
    });

    [Test]
    public void Disposal_WithAFailingReader_Disposes() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> a = Ramp(comm), fails = Failing(a), twice = a * 2.0;
        Assert.That(a.Dispose, Throws.TypeOf<NotFiniteNumberException>());
        Assert.That(a.Dispose, Throws.Nothing);
        Assert.That(() => fails.LocalToArray(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(twice.ToArray(), Is.EqualTo(Enumerable.Range(1, 12).Select(i => 2 * i)));
    });

    [Test]
    public void Scope_WithAFailingReader_DisposesOfAll() => ThreadCommunicator.Run(2, comm =>
    {
        var scope = new ArrayScope();
        DistArray<double> a = Ramp(comm), b = Ramp(comm), fails = Failing(a), twice = b * 2.0;
        Assert.That(scope.Dispose, Throws.TypeOf<NotFiniteNumberException>());
        Assert.That(() => fails.LocalToArray(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(() => b.LocalToArray(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That(twice.ToArray(), Is.EqualTo(Enumerable.Range(1, 12).Select(i => 2 * i)));
    });
}
