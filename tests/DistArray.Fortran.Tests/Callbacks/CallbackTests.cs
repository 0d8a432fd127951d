using DistArray.Fortran.Tests.Support;

namespace DistArray.Fortran.Tests.Callbacks;

public class CallbackTests
{
    private FortranLibrary _core = null!;

    [SetUp]
    public void Load() => _core = TestCores.Load("legacy");

    [TearDown]
    public void Dispose() => _core.Dispose();

    [Test]
    public void Function_IsCalledWithItsArguments()
    {
        using FortranCallback square = FortranCallback.Create<double, int, double>((x, k) => x * x + k);
        double midpoints = Enumerable.Range(1, 10).Sum(k => ((k - 0.5) / 10 * ((k - 0.5) / 10) + k) / 10);
        Assert.That(_core.Call<double>("legacy_integrate", square, 10), Is.EqualTo(midpoints).Within(1e-14));
    }

    [Test]
    public void Exception_IsThrownByTheCall_AndEndsFurtherCalls()
    {
        int calls = 0;
        using FortranCallback thrower = FortranCallback.Create<double, int, double>((_, k) =>
        {
            calls++;
            return k < 3 ? k : throw new InvalidDataException($"at {k}");
        });
        Assert.That(() => _core.Call<double>("legacy_integrate", thrower, 10), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("at 3"));
        Assert.That(calls, Is.EqualTo(3));
        Assert.That(() => _core.Call("legacy_nothing"), Throws.Nothing);
    }

    [Test]
    public unsafe void Exception_OnAThreadOfFortransOwn_IsThrownByTheNextCall()
    {
        int calls = 0;
        using FortranCallback thrower = FortranCallback.Create<double, int, double>((_, k) =>
        {
            calls++;
            throw new InvalidDataException($"at {k}");
        });
        nint address = thrower.Address;
        double result = -1;
        var thread = new Thread(() =>
        {
            var function = (delegate* unmanaged[Cdecl]<double, int, double>)address;
            result = function(0.5, 3) + function(0.5, 4);
        });
        thread.Start();
        thread.Join();
        Assert.That(() => _core.Call("legacy_nothing"), Throws.TypeOf<InvalidDataException>().With.Message.EqualTo("at 3"));
        Assert.That((calls, result), Is.EqualTo((1, 0.0)));
        Assert.That(() => _core.Call("legacy_nothing"), Throws.Nothing);
    }

    [Test]
    public void View_OfASection_ReadsAndWritesFortransMemory()
    {
        LocalView<double> whole = _core.LocalArray<double>("fixed");
        double[] before = [.. Enumerable.Range(0, 24).Select(k => (double)k)];
        before.CopyTo(whole.Span);
        using FortranCallback doubler = FortranCallback.Create<nint>(descriptor =>
        {
            LocalView<double> row = FortranCallback.View<double>(descriptor);
            Assert.That(row.Strides[0], Is.EqualTo(6));
            for (int i = 0; i < row.Shape[0]; i++)
                row[i] *= 2;
        });
        _core.Call("legacy_each_row", doubler);
        Assert.That(whole.Span.ToArray(), Is.EqualTo(before.Select(value => 2 * value)));
    }

    [Test]
    public void View_EndsWithTheCallback()
    {
        LocalView<double> kept = default;
        using FortranCallback keeper = FortranCallback.Create<nint>(descriptor => kept = FortranCallback.View<double>(descriptor));
        _core.Call("legacy_each_row", keeper);
        Assert.That(() => kept[0], Throws.TypeOf<StaleViewException>().With.Message.Contains("callback"));
    }

    [Test]
    public void View_OfAnotherType_NamesBoth()
    {
        using FortranCallback reader = FortranCallback.Create<nint>(descriptor => FortranCallback.View<float>(descriptor));
        Assert.That(() => _core.Call("legacy_each_row", reader), Throws.TypeOf<ArrayTypeMismatchException>()
            .With.Message.Contains("float64").And.Message.Contains("float32"));
    }

    [Test]
    public void Disposed_IsNotPassed()
    {
        FortranCallback callback = FortranCallback.Create<double, int, double>((x, _) => x);
        callback.Dispose();
        Assert.That(() => _core.Call<double>("legacy_integrate", callback, 1), Throws.InstanceOf<ObjectDisposedException>());
    }

    [Test]
    public void Library_IsNotDisposedInACallbackFromIt()
    {
        using FortranCallback disposer = FortranCallback.Create<double, int, double>((_, _) =>
        {
            _core.Dispose();
            return 0;
        });
        Assert.That(() => _core.Call<double>("legacy_integrate", disposer, 1), Throws.InvalidOperationException.With.Message.Contains("callback"));
        Assert.That(() => _core.Call("legacy_nothing"), Throws.Nothing);
    }

    [Test]
    public void Callback_ThatNobodyHolds_LivesUntilItIsDisposed()
    {
        nint address = Forgotten();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        Assert.That(_core.Call<double>("legacy_integrate", address, 4), Is.EqualTo((1 + 2 + 3 + 4) / 4.0));
    }

    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static nint Forgotten() => FortranCallback.Create<double, int, double>((_, k) => k).Address;
}
