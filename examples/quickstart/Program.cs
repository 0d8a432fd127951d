using DistArray;
using DistArray.IO;
using DistArray.Mpi;

MpiEnvironment.Run(args, world =>
{
    // 4 x 8 elements in blocks over a grid of ranks; the random numbers are the same on any number of ranks.
    var grid = new Distribution(world, [4, 8], "bb");
    using var ramp = Np.FromFunction(grid, index => 1.0 + index[0] + index[1] / 10.0);
    using var noise = Np.Random(seed: 42).Normal(grid);
    using var signal = ramp + 0.01 * noise;

    signal.LocalView[0, 0] = 5 + world.Rank;                      // this rank's own memory, no copy
    double mean = signal.Mean(), largest = signal.Max();          // over all ranks
    string text = signal.Format(precision: 2);                    // gathered, as NumPy prints it
    string[]? parts = world.Gather($"rank {world.Rank} owns rows {signal.LocalRange(0)}, columns {signal.LocalRange(1)}", root: 0);
    signal.Save("signal.h5", "signal");                           // one file, written in parallel

    if (world.Rank == 0) Console.WriteLine($"{string.Join('\n', parts!)}\nmean {mean:F4}, largest {largest}\n{text}");
});
