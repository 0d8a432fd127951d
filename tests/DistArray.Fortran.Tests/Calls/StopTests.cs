using DistArray.Fortran.Tests.Support;

namespace DistArray.Fortran.Tests.Calls;

public class StopTests
{
    private FortranLibrary _core = null!;

    [SetUp]
    public void Load() => _core = TestCores.Load("legacy");

    [TearDown]
    public void Dispose() => _core.Dispose();

    [TestCase(1, "STOP no more steam")]
    [TestCase(2, "ERROR STOP boiler burst")]
    [TestCase(3, "STOP 7")]
    [TestCase(4, "ERROR STOP 9")]
    public void Stop_OfAnyKind_IsAnException(int how, string text) =>
        Assert.That(() => _core.Call("legacy_halt", how), Throws.TypeOf<FortranException>()
            .With.Message.StartsWith($"legacy_halt of the core legacy ended with: {text}. MPI state and Fortran units")
            .And.Property(nameof(FortranException.IsStop)).True);

    [Test]
    public void Stop_InACallOfACallback_EndsThatCallAlone()
    {
        int seen = 0;
        using FortranCallback callback = FortranCallback.Create<double, int, double>((x, k) =>
        {
            Assert.That(() => _core.Call("legacy_halt", 3), Throws.TypeOf<FortranException>());
            seen++;
            return k;
        });
        Assert.That(_core.Call<double>("legacy_integrate", callback, 4), Is.EqualTo((1 + 2 + 3 + 4) / 4.0));
        Assert.That(seen, Is.EqualTo(4));
    }
}
