using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Epetra;

public class EpetraMultiVectorTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Wrap_OfColumns_SharesThemWithPaddingBetween(ICommunicator world)
    {
        // A column-major array of which the middle columns and the last rows but one are taken: columns are farther apart than they are long.
        using DistArray<double> whole = Np.FromFunction(new Distribution(world, [9, 5], "bn"), (long i, long j) => (10.0 * i) + j, MemoryOrder.ColumnMajor);
        using DistArray<double> part = whole[.., 1..4];
        using EpetraMultiVector v = EpetraMultiVector.Wrap(part);
        Assert.That(v.Columns, Is.EqualTo(3));
        Assert.That(v.Norm1(), Is.EqualTo(new[] { 369.0, 378.0, 387.0 }));
        using EpetraMultiVector column = v.Column(1);
        Assert.That(column.Norm1(), Is.EqualTo(new[] { 378.0 }));
        column.Update(1, column, 1);
        Assert.That(whole[.., 2].Sum(), Is.EqualTo(756));
        Assert.That(whole[.., 3].Sum(), Is.EqualTo(387));
    }

    [MpiTest(1, 2, 3, 4)]
    public void Wrap_OfRows_WithAnOffset_HasTheRowsOfTheView(ICommunicator world)
    {
        using DistArray<double> whole = Np.FromFunction(new Distribution(world, [11, 2], "bn"), (long i, long j) => (10.0 * i) + j, MemoryOrder.ColumnMajor);
        using DistArray<double> part = whole[3..10];
        using EpetraMultiVector v = EpetraMultiVector.Wrap(part);
        Assert.That(v.Map.Size, Is.EqualTo(7));
        Assert.That(v.Norm1(), Is.EqualTo(new[] { 420.0, 427.0 }));
        v.Update(1, v, 1);
        Assert.That(whole.Sum(), Is.EqualTo(550 + 561 + 420 + 427));
    }

    [MpiTest(1, 2, 3)]
    public void Wrap_OfRowMajorArrays_NeedsTheColumnsFirst(ICommunicator world)
    {
        using DistArray<double> tall = Np.Ones<double>(new Distribution(world, [8, 3], "bn"));
        Assert.That(() => EpetraMultiVector.Wrap(tall), Throws.Exception.With.Message.Contains("CopyToEpetraMultiVector"));
        using DistArray<double> flat = Np.FromFunction(new Distribution(world, [3, 8], "nb"), (long i, long j) => i + (10.0 * j));
        using EpetraMultiVector v = EpetraMultiVector.Wrap(flat, columnAxis: 0);
        Assert.That(v.Norm1(), Is.EqualTo(new[] { 280.0, 288.0, 296.0 }));
        using EpetraMultiVector copy = tall.CopyToEpetraMultiVector();
        Assert.That(copy.Norm1(), Is.EqualTo(new[] { 8.0, 8.0, 8.0 }));
        copy.Update(1, copy, 1);
        Assert.That(tall.Sum(), Is.EqualTo(24));
        Assert.That(copy.AsDistArray().Sum(), Is.EqualTo(48));
        Assert.That(copy.AsDistArray().Shape.ToArray(), Is.EqualTo(new[] { 8, 3 }));
    }

    [MpiTest(2, 3)]
    public void Wrap_OfWhatCannotBeShared_SaysWhyOnEveryRank(ICommunicator world)
    {
        using DistArray<double> divided = Np.Ones<double>(new Distribution(world, [4, 8], "nb"));
        Assert.That(() => EpetraMultiVector.Wrap(divided), Throws.Exception.With.Message.Contains("Redistribute"));
        using DistArray<double> steps = Np.Ones<double>(new Distribution(world, [40]))[new Slice(0, 40, 2)];
        Assert.That(() => EpetraVector.Wrap(steps), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("CopyToEpetra"));
        using DistArray<double> halo = Np.Ones<double>(new Distribution(world, [8, 8], "bb", haloLow: [1, 1], haloHigh: [1, 1]));
        Assert.That(() => EpetraVector.Wrap(halo), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("WrapWithHalo"));
        using DistArray<double> everywhere = Np.Ones<double>(new Distribution(world, [8], "n"));
        Assert.That(() => EpetraVector.Wrap(everywhere), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("each once"));
        using EpetraMultiVector copy = halo.CopyToEpetra();
        Assert.That(copy.Norm1(), Is.EqualTo(new[] { 64.0 }));
    }

    [MpiTest(1, 2, 3)]
    public void Objects_ThatAreDisposedOf_AreCounted(ICommunicator world)
    {
        using DistArray<double> a = Np.Arange<double>(world, 6);
        EpetraMap.Of(a.Distribution);
        long before = TrilinosLibrary.LiveObjects;
        EpetraMultiVector owned;
        DistArray<double> view;
        using (EpetraMultiVector v = EpetraVector.Wrap(a))
        {
            owned = EpetraVector.Create(v.Map);
            view = owned.AsDistArray();
            view.Fill(3);
            Assert.That(TrilinosLibrary.LiveObjects, Is.EqualTo(before + 2));
            Assert.That(TrilinosLibrary.Describe(), Does.Contain("Epetra_MultiVector"));
        }
        Assert.That(view.Sum(), Is.EqualTo(18));
        owned.Dispose();
        Assert.That(TrilinosLibrary.LiveObjects, Is.EqualTo(before));
        Assert.That(() => view.Sum(), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => owned.Norm1(), Throws.InstanceOf<ObjectDisposedException>());
    }
}
