using DistArray.Core.Tests.Shape;

namespace DistArray.Core.Tests.Indexing;

public class BasicIndexingTests
{
    [Test]
    public void Assign_WhereARankOwnsColumnsOfNoElements_IsNoBroadcastView([Values(1, 2, 3, 5)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        // Rank 2 of 3 has the local shape (3, 0), whose strides without gaps are (0, 1).
        DistArray<double> array = Layouts.Arange(new Distribution(comm, [3, 2], "nb"));
        array.Assign(Layouts.Arange(array.Distribution, from: 10));
        Assert.That(array.ToArray(), Is.EqualTo(new double[] { 10, 11, 12, 13, 14, 15 }));
    });

    [Test]
    public void SlicedMap_OfOneUnstructuredPart_IsNotThatOfAWholeAxis()
    {
        var map = SlicedMap.Create(UnstructuredMap.Create(new SelfCommunicator(), 4, [3, 1, 2, 0]), 0, 2, 2);
        Assert.That(map == new ReplicatedMap(2), Is.False);
        Assert.That(new ReplicatedMap(2) == map, Is.False);
        DistArray<double> ordered = Layouts.Arange(new Distribution(new SelfCommunicator(), [2])), other = Np.Zeros<double>(new Distribution(new SelfCommunicator(), [map]));
        Assert.That(ordered.Distribution == other.Distribution, Is.False);
    }

    [Test]
    public void LocalView_OfAnUnevenView_SaysSoAndCopyHasOne() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> array = Layouts.Arange(new Distribution(comm, [16], "c(3)")), view = array[Np.Slice(null, null, 2)];
        Assert.That(() => view.LocalView, comm.Rank == 0 ? Throws.TypeOf<NotSupportedException>().With.Message.Contains("Copy()") : Throws.Nothing);
        Assert.That(view.Copy().LocalView.ToArray(), Is.EqualTo(view.LocalToArray()));
        Assert.That(view.LocalToArray(), Is.EqualTo(comm.Rank == 0 ? new double[] { 0, 2, 6, 8, 12, 14 } : new double[] { 4, 10 }));
        Assert.That(view.GetGlobal(5), Is.EqualTo(10));
        view.SetGlobal(-1, 5);
        Assert.That(array.GetGlobal(10), Is.EqualTo(-1));
        view.Fill(7);
        Assert.That(array.ToArray(), Is.EqualTo(new double[] { 7, 1, 7, 3, 7, 5, 7, 7, 7, 9, 7, 11, 7, 13, 7, 15 }));
    });

    [Test]
    public void Indexer_OfAnUnevenViewWithEvenElements_HasALocalView() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> view = Layouts.Arange(new Distribution(comm, [16], "c(3)"))[Np.Slice(null, null, 2)][..4];
        Assert.That(() => view.LocalView, comm.Rank == 0 ? Throws.TypeOf<NotSupportedException>() : Throws.Nothing); // 0, 2 and 6; 4
        Assert.That(view[..^1].LocalView.ToArray(), Is.EqualTo(comm.Rank == 0 ? new double[] { 0, 2 } : new double[] { 4 }));
    });

    [Test]
    public void Indexer_OutOfBounds_ThrowsOnEveryRank([Values(1, 3)] int size) => ThreadCommunicator.Run(size, comm =>
    {
        DistArray<double> array = Layouts.Arange(new Distribution(comm, [4, 3], "bn"));
        Assert.That(() => array[4], Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("Index 4").And.Message.Contains("axis 0"));
        Assert.That(() => array[0, -4], Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("Index -4").And.Message.Contains("axis 1"));
        Assert.That(() => array[^0], Throws.TypeOf<ArgumentOutOfRangeException>().With.Message.Contains("^0"));
        Assert.That(() => array[0, 0, 0], Throws.ArgumentException.With.Message.Contains("3 indices"));
        Assert.That(() => array[Np.Ellipsis, Np.Ellipsis], Throws.ArgumentException.With.Message.Contains("two ellipses"));
        Assert.That(() => array[Np.Slice(null, null, 0)], Throws.ArgumentException.With.Message.Contains("step 0"));
    });

    [Test]
    public void Indexer_OfABroadcastView_IsReadOnlyOnEveryRank() => ThreadCommunicator.Run(3, comm =>
    {
        DistArray<double> view = Layouts.Arange(new Distribution(comm, [5], "b"))[2..3].InsertAxis(0, 4);
        Assert.That(() => view.Assign(0), Throws.InvalidOperationException);
        Assert.That(() => view[1].Assign(0), Throws.InvalidOperationException);
        Assert.That(() => view.Transpose().Fill(0), Throws.InvalidOperationException);
        Assert.That(() => view[.., 0].SetGlobal(1, 0), Throws.InvalidOperationException);
        Assert.That(view.ToArray(), Is.EqualTo(new double[] { 2, 2, 2, 2 }));
    });

    [Test]
    public void Indexer_OfALiteral_IsAView() => ThreadCommunicator.Run(2, comm =>
    {
        DistArray<double> literal = new double[,] { { 1, 2, 3 }, { 4, 5, 6 } };
        Assert.That(literal[1, Np.Slice(null, null, -1)].ToArray(), Is.EqualTo(new double[] { 6, 5, 4 }));
    });
}
