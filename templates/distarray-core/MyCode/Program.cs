using CodeNamespace;
using DistArray;
using DistArray.Mpi;

MpiEnvironment.Run(args, world =>
{
    using var simulation = new Simulation(world, points: 64);
    simulation.Start((x, y) => 1 + Math.Cos(x) * Math.Cos(y));
    simulation.Step(simulation.LargestStep / 2, steps: 200);
    simulation.Save("heat.h5");

    double mean = simulation.Temperature.Mean(), largest = simulation.Temperature.Max();     // over all ranks
    if (world.Rank == 0) Console.WriteLine($"heat.h5: mean {mean:F6}, largest {largest:F6}");
});
