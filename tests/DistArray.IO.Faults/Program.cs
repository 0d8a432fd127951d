using DistArray;
using DistArray.IO;
using DistArray.Mpi;

// Goes on from the newest checkpoint or record of the folder and writes one after another, each a function of its step, until it is killed.
// Or writes snapshots where one thread alone may call MPI.
if (args is not [var work and ("checkpoints" or "series" or "batches" or "snapshots"), var folder])
{
    Console.Error.WriteLine("usage: DistArray.IO.Faults checkpoints|series|batches|snapshots FOLDER");
    return 64;
}

return MpiEnvironment.Run(args, world =>
{
    File.WriteAllText(Path.Combine(folder, $"pid.{world.Rank}"), $"{Environment.ProcessId}");
    using DistArray<double> array = Np.Zeros<double>(new Distribution(world, [61, 257], "bc(16)"), MemoryOrder.ColumnMajor);
    if (work == "checkpoints")
        SaveCheckpoints();
    else if (work == "snapshots")
        WriteSnapshots();
    else
        WriteSeries(recordsOfBatch: work == "batches" ? 3 : 1);
    return 0;

    void WriteSnapshots()
    {
        using var queue = new SnapshotQueue(world);
        for (long step = 1; step < 4; step++)
        {
            SetTo(step);
            queue.Save(Path.Combine(folder, $"{step}.h5"), file => file.Write("u", array));
            Log(queue.IsBackground ? "background" : $"{queue.Pending} pending after", step);
        }
        try
        {
            queue.Save(Path.Combine(folder, "no/folder.h5"), file => file.Write("u", array));
        }
        catch (DirectoryNotFoundException)
        {
            Log("refused", 4);
        }
        queue.Flush();
    }

    void SaveCheckpoints()
    {
        long step = 0;
        string checkpoints = Path.Combine(folder, "checkpoints");
        if (Checkpoint.Latest(checkpoints, world) is not null)
            Checkpoint.LoadLatest(checkpoints, world, Describe);
        while (step < long.MaxValue)
        {
            SetTo(++step);
            Log("start", step);
            Checkpoint.Save(checkpoints, step, world, Describe, keep: 2);
            Log("done", step);
        }

        void Describe(CheckpointState state)
        {
            state.Value("step", ref step);
            state.Array("array", array);
        }
    }

    void WriteSeries(int recordsOfBatch)
    {
        string path = Path.Combine(folder, "run.h5");
        bool isThere = world.Allreduce(world.Rank == 0 && File.Exists(path) ? 1 : 0, Operation<int>.Max) != 0;
        var grid = new UniformGrid([61, 257], [0, 0], [1, 1]);
        FieldSeries series = isThere ? FieldSeries.Open(path, world) : FieldSeries.Create(path, world, grid);
        long step = isThere ? series.Steps[^1] : 0;
        while (step < long.MaxValue)
        {
            Log("start", step + recordsOfBatch);
            if (recordsOfBatch == 1)
            {
                SetTo(++step);
                series.Add(step, step / 2.0, file => file.Write("u", array));
            }
            else
            {
                using FieldBatch batch = series.StartBatch();
                while (batch.Count < recordsOfBatch)
                {
                    SetTo(++step);
                    batch.Add(step, step / 2.0, record => record.Write("u", array));
                }
                batch.Commit();
            }
            Log("done", step);
        }
    }

    void SetTo(long step)
    {
        using DistArray<double> values = Np.FromFunction<double>(array.Distribution, index => step * 1e6 + index[0] * 257 + index[1], MemoryOrder.ColumnMajor);
        array.Assign(values);
    }

    void Log(string what, long step)
    {
        if (world.Rank == 0)
            File.AppendAllText(Path.Combine(folder, "log"), $"{what} {step}\n");
    }
}, work == "snapshots" ? ThreadLevel.Funneled : ThreadLevel.Multiple);
