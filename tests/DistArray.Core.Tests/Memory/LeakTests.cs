using System.Runtime.CompilerServices;

namespace DistArray.Core.Tests.Memory;

public class LeakTests
{
    private static DistArray<double>? s_kept;

    [SetUp]
    public void TakeNotes()
    {
        LeakTracker.Reset();
        LeakTracker.IsOn = true;
    }

    [TearDown]
    public void Forget()
    {
        LeakTracker.IsOn = false;
        LeakTracker.Reset();
        s_kept = null;
    }

    [Test]
    public void Report_OfAProgramThatDisposes_SaysSo()
    {
        Work();
        Assert.That(LeakTracker.Report(), Does.StartWith("all of 4 arrays"));

        static void Work()
        {
            using var scope = new ArrayScope();
            using DistArray<double> a = Np.Arange<double>(new SelfCommunicator(), 6);
            using DistArray<double> view = a[1..^1], pending = a * 2, evaluated = (a + 1).Evaluate();
            DistArray<double> ofScope = Np.Zeros<double>(a.Distribution);
            using DistArray<double> wrapped = DistArray<double>.Wrap(a.Distribution, LocalBlock<double>.FromArray(new double[6], [6]), ownsMemory: true);
            ofScope.Assign(view.Sum() + evaluated);
            GC.KeepAlive(pending);
        }
    }

    [Test]
    public void Report_TellsWhatIsInUseFromWhatWasDropped_WithTheirPlaces()
    {
        Drop(3);
        Keep();
        string report = LeakTracker.Report();
        Assert.That(report, Does.Contain("3 x array of int32, 48 bytes, dropped, and left to the garbage collector; made\n    by DistArray.Np.Zeros"));
        Assert.That(report, Does.Contain("LeakTests.Drop in LeakTests.cs:line"));
        Assert.That(report, Does.Contain("1 x array of float64, 40 bytes, still in use at the end; made\n    by DistArray.Np.Ones"));
        Assert.That(report, Does.Contain("LeakTests.Keep in LeakTests.cs:line"));
    }

    [Test]
    public void Track_OfTheProgramsOwn_TellsItApart()
    {
        LeakTicket disposed = LeakTracker.Track("socket")!, open = LeakTracker.Track("window", comesBack: false)!;
        disposed.Dispose();
        Assert.That(LeakTracker.Report(), Does.Contain("1 x window, still in use at the end").And.Not.Contain("socket"));
        open.Dispose();
        Assert.That(LeakTracker.Report(), Does.StartWith("all of 2 "));
    }

    [Test]
    public void Track_WithoutNotes_GivesNothing()
    {
        LeakTracker.IsOn = false;
        Assert.That(LeakTracker.Track("socket"), Is.Null);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Drop(int count)
    {
        for (int i = 0; i < count; i++) _ = Np.Zeros<int>(new Distribution(new SelfCommunicator(), [4])).Size;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Keep() => s_kept = Np.Ones<double>(new Distribution(new SelfCommunicator(), [5]));
}
