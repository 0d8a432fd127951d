using System.Numerics;
using DistArray.Fortran.Tests.Support;
using DistArray.Mpi;
using DistArray.Testing;

namespace DistArray.Fortran.Tests.Calls;

public class ArgumentTests
{
    private FortranLibrary _core = null!;

    [SetUp]
    public void Load() => _core = TestCores.Load("legacy");

    [TearDown]
    public void Dispose() => _core.Dispose();

    [Test]
    public void Scalars_OfAllTypes_ArriveByValue()
    {
        var reference = new Ref<int>(21);
        Complex result = Mix(true, "ab", reference, null);
        Assert.That(result, Is.EqualTo(new Complex(-1 + 20 - 300 + 4000 + 0.5 + 0.25, 8 + 16)));
        Assert.That(Mix(false, "ab", reference, null), Is.EqualTo(Complex.Zero));
    }

    [Test]
    public void Reference_IsReadAndWritten_TextArrivesAsUtf8([Values("", "ab", "größer")] string text)
    {
        var reference = new Ref<int>(21);
        Mix(true, text, reference, null);
        Assert.That(reference.Value, Is.EqualTo(42 + System.Text.Encoding.UTF8.GetByteCount(text)));
    }

    [Test]
    public void Optional_IsAbsentForNull()
    {
        var reference = new Ref<int>(0);
        Mix(true, "", reference, new Ref<int>(5));
        Assert.That(reference.Value, Is.EqualTo(-5));
        Mix(true, "", reference, null);
        Assert.That(reference.Value, Is.EqualTo(-10));
    }

    [Test]
    public void LongText_NeedsNoRoomOnTheStack()
    {
        var reference = new Ref<int>(0);
        Mix(true, new string('x', 100_000), reference, null);
        Assert.That(reference.Value, Is.EqualTo(100_000));
    }

    [Test]
    public void TextWithAZero_IsRefused() =>
        Assert.That(() => Mix(true, "a\0b", new Ref<int>(), null), Throws.ArgumentException.With.Message.Contains("zero character"));

    [Test]
    public void ValueOfAnotherType_IsRefusedByNumber() =>
        Assert.That(() => _core.Call("legacy_step", 1m), Throws.ArgumentException.With.Message.Contains("Argument 1 of legacy_step is a System.Decimal"));

    [Test]
    public void CommunicatorThatIsNoMpiOne_IsRefused() =>
        Assert.That(() => _core.Call("legacy_has_ranks", new SelfCommunicator(), 1), Throws.ArgumentException.With.Message.Contains("SelfCommunicator"));

    [Test]
    public void UnknownProcedure_NamesSimilarOnes() =>
        Assert.That(() => _core.Call("legacy_stepp", 0.1), Throws.TypeOf<MissingMethodException>()
            .With.Message.Contains("no procedure 'legacy_stepp'").And.Message.Contains("Similar ones are legacy_step"));

    [Test]
    public void ProcedureOfTheCoreItself_IsToldToNeedACompanion() =>
        Assert.That(() => _core.Call("regrow", 3), Throws.TypeOf<MissingMethodException>()
            .With.Message.Contains("__legacy_MOD_regrow").And.Message.Contains("without bind(C)"));

    [Test]
    public void Procedure_IsTheSameObjectEveryTime() => Assert.That(_core.Procedure("legacy_step"), Is.SameAs(_core.Procedure("legacy_step")));

    [MpiTest(1, 3)]
    public void Communicator_ArrivesAsItsFortranHandle(ICommunicator world)
    {
        Assert.That(_core.Call<int>("legacy_has_ranks", world, world.Size), Is.EqualTo(1));
        using Communicator one = ((Communicator)world).Split(world.Rank, 0)!;
        Assert.That(_core.Call<int>("legacy_has_ranks", one, 1), Is.EqualTo(1));
    }

    [MpiTest(2)]
    public void MpiInitAndFinalizeOfTheCore_DoNothing(ICommunicator world)
    {
        var error = new Ref<int>(-1);
        _core.Call("legacy_start_and_end_mpi", error);
        Assert.That(error.Value, Is.Zero);
        Assert.That(world.Allreduce(world.Rank + 1, Operation<int>.Add), Is.EqualTo(3));
    }

    private Complex Mix(bool flag, string text, Ref<int> reference, Ref<int>? missing) =>
        _core.Call<Complex>("legacy_mix", (sbyte)-1, (short)2, -3, 4L, 0.5f, 0.25, new Complex64(0, 8), new Complex(0, 16), flag, text, reference, missing);
}
