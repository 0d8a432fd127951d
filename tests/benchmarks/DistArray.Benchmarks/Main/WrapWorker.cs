using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using DistArray.Fortran;
using DistArray.Mpi;
using Turbulence.Core;

namespace DistArray.Benchmarks.Main;

/// <summary>Takes DistArrays over the turbulence core's state, and shows that it is the core's memory: seconds a wrap, and bytes copied.</summary>
internal static unsafe class WrapWorker
{
    private const int Samples = 15, Wraps = 2000;

    public static void Run(Communicator world)
    {
        using FortranLibrary library = FortranLibrary.Load("turbulence", world);
        var core = new TurbulenceModule(library);
        core.TurbulenceInit(world.FortranHandle, 256, 2 * Math.PI, TurbulenceModule.HasegawaWakatani, 1, 1, 0, 0, 1, out int status);
        if (status != 0) throw new InvalidOperationException("The core does not start.");
        using (DistArray<Complex> first = core.State) first.Fill(0); // infers the distribution: collective, once
        for (int sample = -5; sample < Samples; sample++)
        {
            long start = Stopwatch.GetTimestamp();
            for (int i = 0; i < Wraps; i++) core.State.Dispose();
            double seconds = Stopwatch.GetElapsedTime(start).TotalSeconds / Wraps;
            double copied = world.Allreduce(Copied(core), Operation<long>.Add);
            if (sample >= 0 && world.Rank == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{seconds:R}\t{copied:R}"));
        }
        core.TurbulenceFinalize(out _);
    }

    // Bytes of this rank's part that do not lie where the core has them: the address is the core's own, and what either side writes, the other sees.
    private static long Copied(TurbulenceModule core)
    {
        using DistArray<Complex> state = core.State;
        LocalView<Complex> view = state.LocalView;
        state.Fill(new Complex(1e-3, 0));
        // The core drops the mode k = 0 before its first step: a write of ours that it reads, and a write of its own that we read.
        core.TurbulenceStep(1e-9, 0, out _);
        if (view.Size == 0) return 0;
        bool shared = view.Pointer == core.StateLocal.View.Pointer
            && (state.LocalRange(1).Start > 0 || view[0, 0, 0] == Complex.Zero) && view[1, 0, 0] == new Complex(1e-3, 0);
        return shared ? 0 : view.Size * sizeof(Complex);
    }
}
