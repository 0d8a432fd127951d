using DistArray.Fortran.Tests.Support;

namespace DistArray.Fortran.Tests.Calls;

/// <summary>Memory of C# that Fortran works on: <c>legacy_number</c> sets a(i,j) to i + 1000 j.</summary>
public class LentMemoryTests
{
    private FortranLibrary _core = null!;

    [SetUp]
    public void Load() => _core = TestCores.Load("legacy");

    [TearDown]
    public void Dispose() => _core.Dispose();

    [Test]
    public void View_OfEitherOrder_ArrivesWithItsStrides([Values] MemoryOrder order)
    {
        LocalView<double> view = LocalBlock<double>.Allocate([3, 5], order).View;
        _core.Call("legacy_number", view);
        AssertNumbered(view);
    }

    [Test]
    public void View_WithGapsAndNegativeStrides_IsWrittenInPlace()
    {
        LocalView<double> whole = LocalBlock<double>.Allocate([9, 8], MemoryOrder.ColumnMajor).View;
        whole.Fill(-1);
        LocalView<double> part = whole.Slice(0, 7, 4, -2).Slice(1, 1, 3, 2);
        _core.Call("legacy_number", part);
        AssertNumbered(part);
        Assert.That(whole.ToArray().Count(value => value == -1), Is.EqualTo(72 - 12));
    }

    [Test]
    public void View_Transposed_IsWrittenInPlace()
    {
        LocalView<double> view = LocalBlock<double>.Allocate([4, 3]).View;
        _core.Call("legacy_number", view.Transpose());
        AssertNumbered(view.Transpose());
        Assert.That(view[2, 0], Is.EqualTo(1 + 3000));
    }

    [Test]
    public void View_WithoutElements_Arrives([Values(0, 3)] int rows)
    {
        LocalView<double> view = LocalBlock<double>.Allocate([rows, 0]).View;
        Assert.That(() => _core.Call("legacy_number", view), Throws.Nothing);
    }

    [Test]
    public void DistArray_ArrivesWithItsHalo()
    {
        var distribution = new Distribution(new SelfCommunicator(), [4, 3], "nn", null, [1, 0], [1, 0]);
        using DistArray<double> array = Np.Zeros<double>(distribution);
        _core.Call("legacy_number", array);
        AssertNumbered(array.LocalViewWithHalo);
        Assert.That(array.LocalView[0, 0], Is.EqualTo(2 + 1000));
    }

    [Test]
    public void ManagedArray_ArrivesAsAddressOrWithAShape()
    {
        double[] numbers = new double[12];
        _core.Call("legacy_number_explicit", numbers, 4, 3);
        Assert.That(numbers, Is.EqualTo(Enumerable.Range(0, 12).Select(k => (double)(k % 4 + 1 + 1000 * (k / 4 + 1)))));
        _core.Call("legacy_number", FortranArgument.AssumedShape(numbers, 2, 6));
        Assert.That(numbers[3], Is.EqualTo(2 + 2000));
        Assert.That(() => FortranArgument.AssumedShape(numbers, 5, 2), Throws.ArgumentException.With.Message.Contains("12 elements").And.Message.Contains("(5, 2)"));
    }

    [Test]
    public void Explicit_TakesColumnMajorMemoryOnly()
    {
        LocalView<double> view = LocalBlock<double>.Allocate([4, 3], MemoryOrder.ColumnMajor).View;
        _core.Call("legacy_number_explicit", FortranArgument.Explicit(view), 4, 3);
        AssertNumbered(view);
        Assert.That(() => FortranArgument.Explicit(view.Transpose()), Throws.ArgumentException.With.Message.Contains("first index fastest"));
        Assert.That(() => FortranArgument.Explicit(view.Slice(0, 0, 2)), Throws.ArgumentException.With.Message.Contains("(1, 4)"));
    }

    [Test]
    public void AssumedRank_SeesTheNumberOfDimensions([Range(0, 7)] int ndim)
    {
        int[] shape = [.. Enumerable.Repeat(2, ndim)];
        Assert.That(_core.Call<int>("legacy_rank", LocalBlock<float>.Allocate(shape).View), Is.EqualTo(ndim));
    }

    [Test]
    public void ViewOfDisposedMemory_IsNotPassed()
    {
        LocalBlock<double> block = LocalBlock<double>.Allocate([2, 2]);
        LocalView<double> view = block.View;
        block.Owner.Dispose();
        Assert.That(() => _core.Call("legacy_number", view), Throws.InstanceOf<ObjectDisposedException>());
    }

    private static void AssertNumbered(LocalView<double> view)
    {
        for (int i = 0; i < view.Shape[0]; i++)
            for (int j = 0; j < view.Shape[1]; j++)
                Assert.That(view[i, j], Is.EqualTo(i + 1 + 1000 * (j + 1)), $"({i}, {j})");
    }
}
