using System.Numerics;
using DistArray.Mpi;
using DistArray.Testing;

namespace Turbulence.Tests.Physics;

public class LinearGrowthTests
{
    // γ and ω at kx = 0, α = κ = 1: eigenvalues of [−α, α − iκky; α/k², −α/k²].
    [MpiTest(1, 2)]
    [MpiTestCase(0.3, 0.0062386050, 0.2749461005)]
    [MpiTestCase(1.0, 0.0986841135, 0.4550898606)]
    [MpiTestCase(2.0, 0.0909340545, 0.3491941729)]
    public void Mode_GrowsAtTheEigenvalue(Communicator world, double ky, double growth, double frequency)
    {
        var p = new Parameters(Model.Hw, 8, 2 * Math.PI / ky, 0.01, 0, 1, Alpha: 1, Kappa: 1, B0: 0);
        using var core = new TurbulenceCore(world, p);
        core.State.Fill(0);
        var fields = new ModeWriter(core.State, p);
        fields.StreamFunction(0, 1, new Complex(1e-3, 2e-4));
        fields.Other(0, 1, new Complex(-3e-4, 1e-3));

        core.Step(p.Dt, 3000);      // the damped eigenmode is gone by then
        Complex early = core.State.GetGlobal(0, 1, 0);
        core.Step(p.Dt, 1000);
        Complex late = core.State.GetGlobal(0, 1, 0);

        // exp(γt − iωt)
        Complex rate = Complex.Log(late / early) / 10;
        double turns = Math.Round((frequency * 10 + rate.Imaginary * 10) / (2 * Math.PI));
        Assert.That(rate.Real, Is.EqualTo(growth).Within(1e-8));
        Assert.That(-rate.Imaginary + turns * 2 * Math.PI / 10, Is.EqualTo(frequency).Within(1e-8));
    }
}
