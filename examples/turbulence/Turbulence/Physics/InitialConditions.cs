using System.Numerics;
using DistArray;

namespace Turbulence;

/// <summary>What runs start from, written mode by mode into the core's own memory: the same on every rank count.</summary>
public static class InitialConditions
{
    /// <summary>Sets the state.</summary>
    /// <param name="state">The core's state, of this rank.</param>
    /// <param name="p">Model and box.</param>
    /// <param name="initial">Which one.</param>
    /// <param name="seed">Seed of the random one.</param>
    public static void Set(DistArray<Complex> state, Parameters p, InitialCondition initial, int seed)
    {
        state.Fill(0);
        var fields = new ModeWriter(state, p);
        switch (initial)
        {
            case InitialCondition.Random: Random(fields, p, seed); break;
            case InitialCondition.OrszagTang: OrszagTang(fields); break;
            case InitialCondition.Wave: Wave(fields, p); break;
            case InitialCondition.Decay: Decay(fields); break;
        }
    }

    // ψ = 2 cos x + 2 cos y, a = 2 cos x + cos 2y.
    private static void OrszagTang(ModeWriter fields)
    {
        fields.StreamFunction(1, 0, Cosine(2));
        fields.StreamFunction(0, 1, Cosine(2));
        fields.Other(1, 0, Cosine(2));
        fields.Other(0, 2, Cosine(1));
    }

    // ψ = 0.1 cos(3x + 4y), n = |k| ψ.
    private static void Wave(ModeWriter fields, Parameters p)
    {
        fields.StreamFunction(3, 4, Cosine(0.1));
        fields.Other(3, 4, Cosine(0.1) * (5 * p.BoxWavenumber));
    }

    // ψ = cos x + 0.5 cos 2y + 0.3 sin(x + y), n = cos y + 0.5 sin 2x + 0.2 cos(x − 2y).
    private static void Decay(ModeWriter fields)
    {
        fields.StreamFunction(1, 0, Cosine(1));
        fields.StreamFunction(0, 2, Cosine(0.5));
        fields.StreamFunction(1, 1, Sine(0.3));
        fields.Other(0, 1, Cosine(1));
        fields.Other(2, 0, Sine(0.5));
        fields.Other(1, -2, Cosine(0.2));
    }

    // Equal amplitudes and random phases in a band; each field has a given root mean square. A phase depends on the seed and the
    // wavenumber alone: every rank count, and every grid, starts alike.
    private static void Random(ModeWriter fields, Parameters p, int seed)
    {
        (int band, double rms) = p.Model is Model.Hw or Model.Mhw ? (16, 1e-2) : (4, 1.0);
        band = Math.Min(band, (int)p.Cutoff);
        var modes = new List<(int Kx, int Ky)>();
        for (int ky = 0; ky <= band; ky++)
            for (int kx = ky == 0 ? 1 : -band; kx <= band; kx++)
                if (kx * kx + ky * ky <= band * band) modes.Add((kx, ky));

        double amplitude = rms / Math.Sqrt(2.0 * modes.Count);
        foreach ((int kx, int ky) in modes)
        {
            (double first, double second) = Phases(seed, kx, ky);
            fields.StreamFunction(kx, ky, Complex.FromPolarCoordinates(amplitude, first));
            fields.Other(kx, ky, Complex.FromPolarCoordinates(amplitude, second));
        }
    }

    // Two phases from a generator that counts: no sequence, so any rank draws any mode.
    private static (double First, double Second) Phases(int seed, int kx, int ky)
    {
        (double first, double second) = Philox4x32.Uniform((ulong)seed, (ulong)(65536 * (long)ky + kx + 32768));
        return (2 * Math.PI * first, 2 * Math.PI * second);
    }

    private static Complex Cosine(double amplitude) => amplitude / 2;

    private static Complex Sine(double amplitude) => new(0, -amplitude / 2);
}
