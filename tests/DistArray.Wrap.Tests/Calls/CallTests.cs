using System.Numerics;
using DistArray.Fortran;
using Tricky;

namespace DistArray.Wrap.Tests.Calls;

public class CallTests
{
    private WrappedCore _core = null!;

    [SetUp]
    public void Load() => _core = new WrappedCore();

    [TearDown]
    public void Dispose() => _core.Dispose();

    [Test]
    public void Optional_MayBeAbsent()
    {
        Assert.That(_core.Toy.Optargs(1), Is.EqualTo(1));
        Assert.That(_core.Toy.Optargs(1, 2), Is.EqualTo(3));
        Assert.That(_core.Toy.Optargs(1, c: new double[] { 10, 20 }), Is.EqualTo(31));
        Assert.That(_core.Toy.Optargs(1, 2, new double[] { 10, 20 }), Is.EqualTo(33));
        var error = new Ref<int>();
        _core.Toy.Mixed(2, new double[4], "text", true, error);
        Assert.That(error.Value, Is.EqualTo(2));
        _core.Toy.Mixed(2, new double[4]);
    }

    [Test]
    public void References_GoBothWays()
    {
        int a = 1, b = 2;
        bool flag = false;
        _core.Cases.Swap(ref a, ref b, ref flag);
        Assert.That((a, b, flag), Is.EqualTo((2, 1, true)));
        double x = 3;
        int n = 4;
        _core.Cases.NoIntent(ref x, ref n);
        Assert.That((x, n), Is.EqualTo((12.0, 5)));
        int depth = 5;
        _core.Toy.Recur(ref depth);
        Assert.That(depth, Is.Zero);
        _core.Toy.ValArg(1, new Complex(1, 2));
    }

    [Test]
    public void ManyArguments_ArriveInOrder()
    {
        _core.Cases.Many(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, out int sum);
        Assert.That(sum, Is.EqualTo(Enumerable.Range(1, 13).Sum(i => i * i)));
    }

    [Test]
    public void Texts_GoBothWays()
    {
        Assert.That(_core.Toy.Fname("four"), Is.EqualTo(4));
        Assert.That(_core.Toy.Fname(""), Is.Zero);
        Assert.That(_core.Toy.Strfun(1), Is.EqualTo("fun"));
        _core.Toy.Strout(out string text, 8);
        Assert.That(text, Is.EqualTo("out"));
        _core.Toy.Strout(out text, 2);
        Assert.That(text, Is.EqualTo("ou"));
        _core.Toy.StrIn(["ab", "abcd", ""], out int count);
        Assert.That(count, Is.EqualTo(3));
        Assert.That(() => _core.Toy.StrIn(["abcde"], out count), Throws.ArgumentException.With.Message.Contains("abcde").And.Message.Contains("4"));
        Assert.That(_core.Cases.Joined("ab", "cde"), Is.EqualTo("abcde"));
        string[] words = ["one", "two", "x"];
        _core.Cases.UpperAll(words);
        Assert.That(words, Is.EqualTo(new[] { "One", "Two", "X" }));
    }

    [Test]
    public void TextThatIsWritten_AndOptionalOnes()
    {
        string text = "abc";
        _core.Cases.Echo(ref text);
        Assert.That(text, Is.EqualTo("a!"));
        var written = new TextRef(room: 5);
        _core.Cases.Echo(ref text, @out: written);
        Assert.That(written.Value, Is.EqualTo("absen"), "cut, as Fortran does");
        _core.Cases.Echo(ref text, 3, written);
        Assert.That(written.Value, Is.EqualTo("xxx"));
    }

    [Test]
    public void TextOfDeclaredLength_IsChecked()
    {
        Assert.That(() => _core.Cases.DeclaredLength(4, "abc", out _), Throws.InstanceOf<ShapeMismatchException>().With.Message.Contains("text").And.Message.Contains("4"));
        _core.Cases.DeclaredLength(4, "abcd", out string upper);
        Assert.That(upper, Is.EqualTo("<abcd"));
    }

    [Test]
    public void NullText_IsRefused() => Assert.That(() => _core.Toy.Fname(null!), Throws.ArgumentNullException.With.Message.Contains("not optional"));

    [Test]
    public void AssumedShape_TakesAnyStrides_WithoutACopy()
    {
        using var block = new Field(6, 5, 4);
        LocalView<double> inner = block.View.Slice(0, 4, 3, -2).Slice(1, 1, 2).Slice(2, 0, 2, 3);
        _core.Cases.Number(inner);
        for (int i = 0; i < 3; i++)
            for (int j = 0; j < 2; j++)
                for (int k = 0; k < 2; k++)
                    Assert.That(block.View[4 - (2 * i), 1 + j, 3 * k], Is.EqualTo(1 + i + (10 * (1 + j)) + (100 * (1 + k))));
        Assert.That(block.View.ToArray().Count(x => x == 0), Is.EqualTo((6 * 5 * 4) - (3 * 2 * 2)), "nothing else was written");
        _core.Toy.ScaleAll(inner, 2);
        Assert.That(block.View[4, 1, 0], Is.EqualTo(222));
        _core.Cases.Number(block.View.Transpose());
        Assert.That(block.View[5, 4, 3], Is.EqualTo(4 + 50 + 600));
    }

    [Test]
    public unsafe void Addresses_AreEqual()
    {
        using var block = new Field(4, 3, 2);
        LocalView<double> plane = block.View.Select(2, 1);
        Assert.That(_core.Cases.AddressOf(plane), Is.EqualTo((long)plane.Pointer));
        using DistArray<double> array = Np.Zeros<double>(new Distribution(new SelfCommunicator(), [4, 3]));
        Assert.That(_core.Cases.AddressOf(array), Is.EqualTo((long)array.LocalView.Pointer));
    }

    [Test]
    public void ContiguousAssumedShape_RefusesGaps()
    {
        using var block = new Field(4, 3, 2);
        _core.Toy.Tarr(block.View, new[] { 0, -1, 5 });
        Assert.That(block.View[0, 0, 0], Is.EqualTo(42));
        Assert.That(() => _core.Toy.Tarr(block.View.Slice(0, 0, 2, 2), new[] { 1, 1, 1 }), Throws.InstanceOf<ShapeMismatchException>().With.Message.Contains("without gaps"));
        Assert.That(() => _core.Toy.Tarr(block.View, new[] { 1, 1 }), Throws.InstanceOf<ShapeMismatchException>().With.Message.Contains("(3)").And.Message.Contains("(2)"));
    }

    [Test]
    public void WrongNumberOfDimensions_IsRefused()
    {
        using var block = new Field(4, 3, 2);
        Assert.That(() => _core.Cases.Number(block.View.Select(0, 0)), Throws.InstanceOf<ShapeMismatchException>().With.Message.Contains("3 dimensions").And.Message.Contains("2"));
        Assert.That(() => _core.Cases.Number(default), Throws.ArgumentNullException);
    }

    [Test]
    public void ExplicitShape_IsCheckedAgainstItsBounds()
    {
        // x(0:n+1, 0:m(2), -1:*), y(n, 2*m(1)-1): (4, 4, any), (2, 3)
        int[] m = [2, 3, 0];
        using var x = new Field(4, 4, 3);
        using var y = new Field(2, 3, 1);
        x.View[1, 1, 1] = 7;
        _core.Toy.ExplicitDims(2, m, x.View, y.View.Select(2, 0));
        Assert.That(y.View.ToArray(), Is.All.EqualTo(7.0));
        double[] flat = new double[6];
        _core.Toy.ExplicitDims(2, m, x.View, flat);
        Assert.That(flat, Is.All.EqualTo(7.0), "one axis with as many elements");
        Assert.That(() => _core.Toy.ExplicitDims(2, m, x.View, new double[5]), Throws.InstanceOf<ShapeMismatchException>().With.Message.Contains("(5)").And.Message.Contains("(2, 3)"));
        Assert.That(() => _core.Toy.ExplicitDims(3, m, x.View, flat), Throws.InstanceOf<ShapeMismatchException>().With.Message.Contains("(4, 4, 3)").And.Message.Contains("(5, 4, *)"));
    }

    [Test]
    public void Bounds_OfVariablesAreChecked_OfPrivateOnesNot()
    {
        double[] x = new double[4], y = new double[3];
        _core.Cases.ByVariable(x, y);
        Assert.That(x.Concat(y), Is.All.EqualTo(1.0));
        Assert.That(() => _core.Cases.ByVariable(new double[3], y), Throws.InstanceOf<ShapeMismatchException>().With.Message.Contains("(4)"));
        _core.Cases.Extent = 2;
        _core.Cases.ByVariable(new double[3], y);
        _core.Cases.Extent = 3;
    }

    [Test]
    public void AssumedSizeAndRank()
    {
        float[] x = [1, 2, 3];
        _core.Toy.AssumedSize(2, x);
        Assert.That(x, Is.EqualTo(new float[] { 2, 3, 3 }));
        double[] any = [5, 6];
        _core.Toy.RankAny(any);
        Assert.That(any, Is.EqualTo(new double[] { 1, 1 }));
        double[] n = [1, 2];
        _core.Toy.Bc(2, n);
        Assert.That(n, Is.EqualTo(new double[] { 2, 3 }));
    }

    [Test]
    public void EmptyArrays_Arrive()
    {
        Assert.That(_core.Toy.Optargs(1, c: Array.Empty<double>()), Is.EqualTo(1));
        Assert.That(_core.Cases.Total(Array.Empty<double>()), Is.Zero);
        _core.Toy.AssumedSize(0, Array.Empty<float>());
    }

    [Test]
    public void Results_OfAllTypes()
    {
        Assert.That(_core.Toy.Zsum(new Complex[] { new(1, 2), new(3, 4) }), Is.EqualTo(new Complex(4, 6)));
        Assert.That(_core.Toy.Elem(3), Is.EqualTo(9));
        Logical32[] mask = [true, false];
        Assert.That(_core.Toy.Logic(true, mask), Is.False);
        Assert.That(mask.Select(x => (bool)x), Is.All.True);
        Assert.That(_core.Toy.Logic(true, mask), Is.True);
    }

    [Test]
    public void ArrayResults_BelongToCSharp()
    {
        using FortranAllocatable<double> v = _core.Toy.Vec(4);
        Assert.That(v.View.Span.ToArray(), Is.EqualTo(new double[] { 4, 4, 4, 4, 4 }));
        using FortranAllocatable<int> triangle = _core.Cases.Triangle(4);
        Assert.That(triangle.View.Span.ToArray(), Is.EqualTo(new[] { 1, 3, 6, 10 }));
        using FortranPointer<double> pointed = _core.Cases.Pointed();
        pointed.View[1, 1] = -3;
        Assert.That(_core.Cases.Fixed[1, 0], Is.EqualTo(-3));
        LocalView<int> view = triangle.View;
        triangle.Dispose();
        Assert.That(() => _ = view[0], Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => triangle.View, Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void AllocatableArguments_AreAllocatedByFortran()
    {
        using FortranAllocatable<double> a = _core.Toy.NewAllocatableDouble1();
        Assert.That(a.IsAllocated, Is.False);
        _core.Toy.AllocArg(a);
        Assert.That((a.LowerBounds[0], a.Shape[0], a[3]), Is.EqualTo((-1L, 5L, 1.0)));
        a[0] = 9;
        _core.Toy.AllocArg(a);
        Assert.That(a[0], Is.EqualTo(1));
        _core.Cases.AllocateOut(2, out FortranAllocatable<double> x);
        using (x) Assert.That((x.LowerBounds[1], x.Shape[1], x[2, -2]), Is.EqualTo((-2L, 5L, 2.0)));
        using FortranPointer<double> p = _core.Toy.NewPointerDouble2();
        _core.Toy.PtrArg(p);
        Assert.That(p.IsAllocated, Is.False);
    }

    [Test]
    public void Generics_AreOverloads()
    {
        Assert.That(_core.Toy.Norm(new double[] { -1, 2 }), Is.EqualTo(3));
        Assert.That(_core.Toy.Norm1(new double[] { -1, 2 }), Is.EqualTo(3));
        using var block = new Field(1, 2, 1);
        block.View[0, 0, 0] = 3;
        block.View[0, 1, 0] = 4;
        Assert.That(_core.Toy.NormNorm2(block.View.Select(2, 0)), Is.EqualTo(5), "the same C# type: named after the specific procedure");
        Assert.That(_core.Cases.Total(new float[] { 0.5f }), Is.TypeOf<float>().And.EqualTo(0.5f));
        Assert.That(_core.Cases.Total(new double[] { 0.25 }), Is.TypeOf<double>().And.EqualTo(0.25));
        Assert.That(_core.Cases.Total(new[] { 2, 3 }), Is.TypeOf<int>().And.EqualTo(5));
    }

    [Test]
    public void Callbacks_AreDelegates()
    {
        double x = 3;
        _core.Toy.CbArg(value => value + 0.5, ref x);
        Assert.That(x, Is.EqualTo(3.5));
        _core.Cases.Each(5, (int i, ref double sum) => sum += i * i, i => i % 2 == 1);
        Assert.That(_core.Cases.LibraryVariable, Is.EqualTo(1 + 9 + 25));
        _core.Cases.Each(5, (int i, ref double sum) => sum += i);
        Assert.That(_core.Cases.LibraryVariable, Is.EqualTo(15));
        Assert.That(() => _core.Cases.Each(3, (int i, ref double _) => throw new TimeZoneNotFoundException($"at {i}")), Throws.InstanceOf<TimeZoneNotFoundException>().With.Message.EqualTo("at 1"));
        Assert.That(() => _core.Toy.CbArg(null!, ref x), Throws.ArgumentNullException);
    }

    [Test]
    public void Callbacks_TakeArrays_AsViewsThatEndWithThem()
    {
        double t = 1;
        double[] y = [1, 2, 3, 10, 20, 30];
        LocalView<double> kept = default;
        _core.Cases.Euler(3, ref t, y, 0.5, (n, time, values, rates) =>
        {
            Assert.That((n, time, values.Shape.ToArray(), rates.Shape.ToArray()), Is.EqualTo((3, 1.0, new[] { 3, 2 }, new[] { 6 })));
            for (int i = 0; i < 6; i++) rates[i] = values[i % 3, i / 3] * 2;
            kept = values;
        });
        Assert.That(t, Is.EqualTo(1.5));
        Assert.That(y, Is.EqualTo(new double[] { 2, 4, 6, 20, 40, 60 }));
        Assert.That(() => kept[0, 0], Throws.InstanceOf<StaleViewException>().With.Message.Contains("callback"));
    }

    [Test]
    public void Stop_EndsTheCall()
    {
        Assert.That(() => _core.Cases.Ends("stop"), Throws.InstanceOf<FortranException>().With.Message.Contains("ends").And.Message.Contains("STOP as asked"));
        Assert.That(() => _core.Cases.Ends("error"), Throws.InstanceOf<FortranException>().With.Message.Contains("ERROR STOP 7"));
        _core.Cases.Ends("no");
    }

    [Test]
    public void NamesThatWouldMeet_DoNot()
    {
        int n = 1, value = 2;
        double[] x = [0, 0];
        _core.Cases.Meeting(ref n, ref value, x, 10, 20);
        Assert.That((n, value, x[1]), Is.EqualTo((11, 22, 11.0)));
        Assert.That(_core.Cases.CallSwap, Is.EqualTo(1));
    }

    [Test]
    public void Memory_StaysUntilTheProcedureReturns()
    {
        double t = 0, seen = 0;
        for (int round = 0; round < 20; round++)
        {
            Step(round);
            Assert.That(seen, Is.EqualTo(round + 1.0));
        }

        void Step(int round)
        {
            DistArray<double> y = Np.Ones<double>(new Distribution(new SelfCommunicator(), [4000])) + (double)round;
            LocalView<double> view = y.LocalView;
            _core.Cases.Euler(2000, ref t, view, 0, (n, time, values, rates) =>
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
                for (int i = 0; i < 20; i++) Np.Ones<double>(new Distribution(new SelfCommunicator(), [4000])).Fill(42);
                seen = values[0, 0];
                for (int i = 0; i < 4000; i++) rates[i] = 0;
            });
        }
    }

    [Test]
    public void ArgumentThatIsKept_IsNotValidAfterTheArrayHasGone()
    {
        _core.Cases.AllocateSlab(0, 1);
        bool isRefused = false;
        ArrayArgument<double> kept = _core.Cases.SlabLocal;
        _core.Cases.FreeSlab();
        try
        {
            _core.Cases.AddressOf(kept);
        }
        catch (StaleViewException)
        {
            isRefused = true;
        }
        Assert.That(isRefused, Is.True);
    }

    [Test]
    public void LongNames_AreKept()
    {
        int value = 0;
        _core.Cases.AProcedureWithANameThatIsAlmostAsLongAsFortranAllo(ref value);
        Assert.That(value, Is.EqualTo(63));
    }

    /// <summary>Column-major memory of three dimensions.</summary>
    private sealed class Field(int x, int y, int z) : IDisposable
    {
        private readonly LocalBlock<double> _block = LocalBlock<double>.Allocate([x, y, z], MemoryOrder.ColumnMajor);

        public LocalView<double> View => _block.View;

        public void Dispose() => _block.Owner.Dispose();
    }
}
