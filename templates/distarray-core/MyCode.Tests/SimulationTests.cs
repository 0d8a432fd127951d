using DistArray;
using DistArray.IO;
using DistArray.Mpi;
using DistArray.Testing;

namespace CodeNamespace.Tests;

public class SimulationTests
{
    [MpiTest(1, 2, 3)]
    public void Mode_DecaysAsTheSchemeSays(Communicator world)
    {
        const int points = 20, steps = 10;
        using var simulation = new Simulation(world, points);
        simulation.Start((x, y) => Math.Cos(2 * x + y));
        double dt = simulation.LargestStep / 3, h = 2 * Math.PI / points;
        simulation.Step(dt, steps);

        double factor = Math.Pow(1 - 4 * dt / (h * h) * (Math.Pow(Math.Sin(h), 2) + Math.Pow(Math.Sin(h / 2), 2)), steps);
        using var expected = Np.FromFunction(simulation.Temperature.Distribution, (i, j) => factor * Math.Cos(h * (2 * i + j)));
        double error = Np.Abs(simulation.Temperature - expected).Max();
        Assert.That(error, Is.LessThan(1e-14));
    }

    [MpiTest(1, 2, 3)]
    public void Heat_IsConserved(Communicator world)
    {
        using var simulation = new Simulation(world, points: 17);
        simulation.Start((x, y) => Math.Exp(Math.Sin(x) + Math.Cos(3 * y)));
        double before = simulation.Temperature.Sum();
        simulation.Step(simulation.LargestStep, steps: 50);
        Assert.That(simulation.Temperature.Sum(), Is.EqualTo(before).Within(1e-12 * before));
    }

    [MpiTest(2)]
    public void Save_WritesTheState(Communicator world)
    {
        string folder = world.Broadcast(world.Rank == 0 ? Directory.CreateTempSubdirectory().FullName : "", root: 0)!;
        using var simulation = new Simulation(world, points: 9);
        simulation.Start((x, y) => 10 * x + y);
        simulation.Save(Path.Combine(folder, "state.h5"));

        using (Hdf5File file = Hdf5File.Open(Path.Combine(folder, "state.h5"), world))
        using (DistArray<double> columns = file.Read<double>("temperature", new Distribution(world, [9, 9], "bn")))
            Assert.That(Np.Abs(columns - simulation.Temperature).Max(), Is.Zero);
        world.Barrier();
        if (world.Rank == 0) Directory.Delete(folder, recursive: true);
    }
}
