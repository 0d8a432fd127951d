using System.Numerics;
using DistArray.Mpi;
using DistArray.Testing;

namespace Turbulence.Tests.Physics;

public class ReferenceRunTests
{
    [MpiTest(1, 2)]
    public void OrszagTang_AtATenth_HasTheReferenceEnergies(Communicator world)
    {
        using TurbulenceCore core = Start(world, Parameters.Default(Model.Mhd) with { N = 128, Dt = 1e-3, Nu = 5e-3 }, InitialCondition.OrszagTang);
        core.Step(1e-3, 100);
        double[] means = Means(core);
        Assert.That(means[0], Is.EqualTo(1.9933714344).Within(1e-9));
        Assert.That(means[1], Is.EqualTo(1.9995699238).Within(1e-9));
    }

    [MpiTest(2)]
    public void OrszagTang_WithoutDissipation_KeepsTheInvariants(Communicator world)
    {
        using TurbulenceCore core = Start(world, Parameters.Default(Model.Mhd) with { N = 128, Dt = 1e-3, Nu = 0 }, InitialCondition.OrszagTang);
        core.Step(1e-3, 500);
        double[] means = Means(core);
        Assert.That(means[0] + means[1], Is.EqualTo(4).Within(4e-10));
        Assert.That(means[4], Is.EqualTo(2).Within(2e-10));
        Assert.That(means[5], Is.EqualTo(1.25).Within(1.25e-10));
        Assert.That(means[0], Is.Not.EqualTo(2).Within(0.01), "energy went from one field to the other");
    }

    [MpiTest(1, 3)]
    public void KineticAlfvenWave_OfOneWavenumber_IsExact(Communicator world)
    {
        Parameters p = Parameters.Default(Model.Kaw) with { N = 16, Dt = 1e-3, Nu = 0.01, B0 = 1 };
        using TurbulenceCore core = Start(world, p, InitialCondition.Wave);
        core.Step(p.Dt, 1000);

        // ψ = a cos(3x + 4y + 15), n = 5ψ
        Complex flux = 2 * core.State.GetGlobal(3, 4, 0), density = 2 * core.State.GetGlobal(3, 4, 1);
        Complex expected = Complex.FromPolarCoordinates(0.0778800783, 15);
        Assert.That(Complex.Abs(flux - expected), Is.LessThan(2e-9));
        Assert.That(Complex.Abs(density - 5 * expected), Is.LessThan(1e-8));
    }

    [MpiTest(2)]
    public void KineticAlfvenDecay_WithoutDissipation_HasTheReferenceEnergies(Communicator world)
    {
        using TurbulenceCore core = Start(world, Parameters.Default(Model.Kaw) with { N = 64, Dt = 5e-4, Nu = 0 }, InitialCondition.Decay);
        core.Step(5e-4, 500);
        double[] means = Means(core);
        Assert.That(means[0], Is.EqualTo(0.5398317017).Within(1e-9));
        Assert.That(means[1], Is.EqualTo(0.3276682983).Within(1e-9));
        Assert.That(means[0] + means[1], Is.EqualTo(0.545 + 0.3225).Within(1e-10));
        Assert.That(means[2], Is.EqualTo(0.335).Within(1e-10));
        Assert.That(means[3], Is.Zero.Within(1e-10));
    }

    internal static TurbulenceCore Start(Communicator world, Parameters p, InitialCondition initial)
    {
        var core = new TurbulenceCore(world, p);
        InitialConditions.Set(core.State, p, initial, seed: 1);
        return core;
    }

    internal static double[] Means(TurbulenceCore core) => ModeSums.Means(core.State, core.Parameters, Quantity.Of(core.Parameters));
}
