using DistArray;
using DistArray.IO;
using DistArray.Mpi;

MpiEnvironment.Run(args, world =>
{
    // 6 x 8 points in blocks over a grid of ranks; the random numbers are the same on any number of ranks.
    var grid = new Distribution(world, [6, 8], "bb");
    using var wave = Np.FromFunction(grid, index => Math.Sin(2 * Math.PI * index[1] / 8));
    using var noise = Np.Random(seed: 42).Normal(grid);
    using var signal = wave + 0.01 * noise;

    signal.LocalView[0, 0] = 5 + world.Rank;                      // this rank's own memory, no copy
    double mean = signal.Mean(), largest = signal.Max();          // over all ranks
    string text = signal.Format();                                // gathered, as NumPy prints it
    signal.Save("signal.h5", "signal");                           // one file, written in parallel

    Console.WriteLine($"rank {world.Rank} owns rows {signal.LocalRange(0)}, columns {signal.LocalRange(1)}");
    world.Barrier();
    if (world.Rank == 0) Console.WriteLine($"mean {mean:F4}, largest {largest}\n{text}");
});
