using System.Numerics;
using DistArray;

namespace Turbulence;

/// <summary>Box means and shell spectra: sums over the modes of the core's state, in place.</summary>
public static class ModeSums
{
    private delegate void Visitor(in Mode mode, double weight);

    /// <summary>Box means of some quantities.</summary>
    /// <remarks><b>Collective.</b> One all-reduce of a number a quantity.</remarks>
    public static double[] Means(DistArray<Complex> state, Parameters p, IReadOnlyList<Quantity> quantities)
    {
        var sums = new double[quantities.Count];
        Visit(state, p, (in mode, weight) =>
        {
            for (int q = 0; q < sums.Length; q++) sums[q] += weight * quantities[q].Density(mode);
        });
        return Total(state, sums);
    }

    /// <summary>Spectral densities of some quantities: what the modes with |k| in a shell of one box wavenumber hold, over its width.</summary>
    /// <returns>For each quantity, the shells about 1, 2, … box wavenumbers.</returns>
    /// <remarks><b>Collective.</b> One all-reduce of a number a shell and quantity.</remarks>
    public static double[][] Shells(DistArray<Complex> state, Parameters p, IReadOnlyList<Quantity> quantities)
    {
        int shells = (int)Math.Round(p.Cutoff);
        var sums = new double[quantities.Count * shells];
        Visit(state, p, (in mode, weight) =>
        {
            int shell = (int)Math.Round(Math.Sqrt(mode.K2) / p.BoxWavenumber) - 1;
            for (int q = 0; q < quantities.Count && shell < shells; q++)
                sums[q * shells + shell] += weight * quantities[q].Density(mode) / p.BoxWavenumber;
        });
        return [.. Total(state, sums).Chunk(shells)];
    }

    // Every mode of this rank but k = 0. A mode off the lines ky = 0 and n/2 stands for its conjugate, too: weight 2.
    private static void Visit(DistArray<Complex> state, Parameters p, Visitor visitor)
    {
        LocalView<Complex> view = state.LocalView;
        int firstLine = (int)state.LocalRange(1).Start;
        for (int line = 0; line < view.Shape[1]; line++)
        {
            int ky = firstLine + line;
            double weight = ky == 0 || 2 * ky == p.N ? 1 : 2;
            for (int i = 0; i < p.N; i++)
            {
                int kx = 2 * i < p.N ? i : i - p.N;
                var mode = new Mode(kx * p.BoxWavenumber, ky * p.BoxWavenumber, view[i, line, 0], view[i, line, 1]);
                bool isEmpty = mode.First == 0 && mode.Second == 0;
                if (!isEmpty && mode.K2 > 0) visitor(mode, weight);
            }
        }
    }

    private static double[] Total(DistArray<Complex> state, double[] mine)
    {
        var total = new double[mine.Length];
        state.Distribution.Communicator.Allreduce<double>(mine, total, Operation<double>.Add);
        return total;
    }
}
