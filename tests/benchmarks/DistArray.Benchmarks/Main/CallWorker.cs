using System.Diagnostics;
using System.Globalization;
using DistArray.Fortran;
using DistArray.Mpi;
using Tricky;

namespace DistArray.Benchmarks.Main;

/// <summary>Calls procedures that do next to nothing, from C# and from a loop in Fortran, in turn: nanoseconds a call, ours beyond Fortran's and Fortran's.</summary>
internal static class CallWorker
{
    private const int Samples = 25, Calls = 200_000;

    public static void Run(Communicator world)
    {
        using FortranLibrary library = FortranLibrary.Load(Artifacts.Path("tests/wrapped-cores/release/lib/libtricky.so"), world);
        var cases = new CasesModule(library);
        double x = 0;
        using DistArray<double> array = Np.Zeros<double>(new Distribution(new SelfCommunicator(), [16, 16, 16]));
        LocalView<double> view = array.LocalView.Transpose();
        for (int sample = -5; sample < Samples; sample++)
        {
            double scalars = Time(() => { for (int i = 0; i < Calls; i++) cases.TouchScalars(1, ref x); });
            double scalarsFortran = Time(() => cases.RepeatScalars(Calls, 1, ref x));
            double arrays = Time(() => { for (int i = 0; i < Calls; i++) cases.TouchArray(view); });
            double arraysFortran = Time(() => cases.RepeatArray(Calls, view));
            if (sample >= 0)
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{scalars - scalarsFortran:R}\t{scalarsFortran:R}\t{arrays - arraysFortran:R}\t{arraysFortran:R}"));
        }
        if (x != 2.0 * Calls * (Samples + 5) || view[0, 0, 0] != x) throw new InvalidOperationException($"The calls have not been made: {x} and {view[0, 0, 0]}.");
    }

    private static double Time(Action action)
    {
        long start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalNanoseconds / Calls;
    }
}
