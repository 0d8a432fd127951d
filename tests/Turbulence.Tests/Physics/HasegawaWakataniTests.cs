using System.Numerics;
using DistArray;
using DistArray.Mpi;
using DistArray.Testing;

namespace Turbulence.Tests.Physics;

public class HasegawaWakataniTests
{
    [MpiTest(2)]
    public void Budget_InTurbulence_Closes(Communicator world)
    {
        Parameters p = Parameters.Default(Model.Hw) with { N = 48, Nu = 1e-4, Dt = 0.01 };
        using TurbulenceCore core = ReferenceRunTests.Start(world, p, InitialCondition.Random);
        core.Step(p.Dt, 7000);
        var budget = new EnergyBudget(p);
        for (int i = 0; i < 5; i++)
        {
            budget.Add(core.State);
            core.Step(p.Dt);
        }
        double[] means = ReferenceRunTests.Means(core);
        Assert.That(means[0], Is.InRange(1, 20), "it is turbulent by then");
        Assert.That(budget.EnergyResidual, Is.Zero.Within(1e-6));
        Assert.That(budget.EnstrophyResidual, Is.Zero.Within(1e-6));
    }

    [MpiTest(1)]
    public void Line_OfKyZero_StaysHermitianAndFinitePastFourHundredFifty(Communicator world)
    {
        Parameters p = Parameters.Default(Model.Hw) with { N = 32, Nu = 1e-3, Dt = 0.03 };
        using TurbulenceCore core = ReferenceRunTests.Start(world, p, InitialCondition.Random);
        core.Step(p.Dt, 16_000);        // t = 480

        LocalView<Complex> state = core.State.LocalView;
        double largest = 0;
        for (int component = 0; component < 2; component++)
            for (int kx = 1; kx < p.N; kx++)
            {
                largest = Math.Max(largest, Complex.Abs(state[kx, 0, component]));
                Assert.That(state[p.N - kx, 0, component], Is.EqualTo(Complex.Conjugate(state[kx, 0, component])), $"kx {kx}, component {component}");
            }
        Assert.That(largest, Is.InRange(1e-4, 10));
        Assert.That(ReferenceRunTests.Means(core), Is.All.InRange(-100, 100));
    }

    [MpiTest(1, 2)]
    public void Line_OfKyZero_LosesAnAntiHermitianPartInOneStep(Communicator world)
    {
        Parameters p = Parameters.Default(Model.Hw) with { N = 32 };
        using TurbulenceCore core = ReferenceRunTests.Start(world, p, InitialCondition.Random);
        LocalView<Complex> state = core.State.LocalView;
        if (world.Rank == 0) state[3, 0, 0] += new Complex(0.25, -0.5);     // and not its conjugate
        core.Step(p.Dt);
        if (world.Rank != 0) return;
        Assert.That(state[p.N - 3, 0, 0], Is.EqualTo(Complex.Conjugate(state[3, 0, 0])));
        Assert.That(Complex.Abs(state[3, 0, 0]), Is.InRange(0.1, 0.4), "the Hermitian half of what was planted stays");
    }

    [MpiTest(1)]
    public void Modified_LongRun_HoldsMostKineticEnergyInZonalFlows(Communicator world)
    {
        Parameters p = Parameters.Default(Model.Mhw) with { N = 64, Nu = 1e-3, Dt = 0.03 };
        using TurbulenceCore core = ReferenceRunTests.Start(world, p, InitialCondition.Random);
        core.Step(p.Dt, 9000);      // t = 270
        double[] means = ReferenceRunTests.Means(core);
        Assert.That(means[5] / means[4], Is.GreaterThan(0.9));
        Assert.That(means[2], Is.InRange(0, 0.05), "the unmodified model has some 0.6");
    }
}
