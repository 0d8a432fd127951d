using System.Numerics;
using DistArray;

namespace Turbulence;

/// <summary>Sets single waves of the fields in this rank's part of the state.</summary>
/// <param name="state">The core's state: (kx, ky = 0 .. n/2, component).</param>
/// <param name="p">Model and box.</param>
public sealed class ModeWriter(DistArray<Complex> state, Parameters p)
{
    private readonly LocalView<Complex> _view = state.LocalView;
    private readonly long _firstLine = state.LocalRange(1).Start;

    /// <summary>Sets a wave c exp(ik·x) + complex conjugate of φ or ψ; wavenumbers count in units of the box's.</summary>
    public void StreamFunction(int kx, int ky, Complex c)
    {
        double k2 = (kx * kx + ky * ky) * p.BoxWavenumber * p.BoxWavenumber;
        (int component, double factor) = p.Model switch
        {
            Model.Hw or Model.Mhw => (1, -k2),      // Ω = ∇²φ
            Model.Kaw => (0, 1),                    // ψ
            _ => (0, k2),                           // ω = −∇²ψ
        };
        Set(component, kx, ky, factor * c);
    }

    /// <summary>Sets a wave of the other field: n (hw, mhw, kaw) or a (mhd).</summary>
    public void Other(int kx, int ky, Complex c) => Set(p.Model is Model.Hw or Model.Mhw ? 0 : 1, kx, ky, c);

    private void Set(int component, int kx, int ky, Complex c)
    {
        SetStored(component, kx, ky, c);
        SetStored(component, -kx, -ky, Complex.Conjugate(c));      // the line ky = 0 holds both
    }

    private void SetStored(int component, int kx, int ky, Complex c)
    {
        long line = ky - _firstLine;
        if (ky >= 0 && line >= 0 && line < _view.Shape[1]) _view[(kx + p.N) % p.N, (int)line, component] = c;
    }
}
