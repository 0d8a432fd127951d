using DistArray;
using DistArray.IO;
using DistArray.Mpi;

// Goes on from the newest checkpoint of the folder and saves one after another, each a function of its step, until it is killed.
if (args is not [var folder])
{
    Console.Error.WriteLine("usage: DistArray.IO.Faults FOLDER");
    return 64;
}

return MpiEnvironment.Run(args, world =>
{
    File.WriteAllText(Path.Combine(folder, $"pid.{world.Rank}"), $"{Environment.ProcessId}");
    using DistArray<double> array = Np.Zeros<double>(new Distribution(world, [61, 257], "bc(16)"), MemoryOrder.ColumnMajor);
    long step = 0;
    string checkpoints = Path.Combine(folder, "checkpoints");
    if (Checkpoint.Latest(checkpoints, world) is not null)
        Checkpoint.LoadLatest(checkpoints, world, Describe);
    while (step < long.MaxValue)
    {
        step++;
        using (DistArray<double> values = Np.FromFunction<double>(array.Distribution, index => step * 1e6 + index[0] * 257 + index[1], MemoryOrder.ColumnMajor))
            array.Assign(values);
        Log("start");
        Checkpoint.Save(checkpoints, step, world, Describe, keep: 2);
        Log("done");
    }

    void Describe(CheckpointState state)
    {
        state.Value("step", ref step);
        state.Array("array", array);
    }

    void Log(string what)
    {
        if (world.Rank == 0)
            File.AppendAllText(Path.Combine(folder, "log"), $"{what} {step}\n");
    }
    return 0;
});
