using System.Diagnostics;
using System.Globalization;
using DistArray.IO;
using DistArray.Mpi;

namespace DistArray.Benchmarks.IO;

/// <summary>Writes and reads files of 1 GB, ours and C's in turn.</summary>
internal static unsafe class IOWorker
{
    private const double OfC = 1 / 0.95, OfRaw = 1 / 0.9, OfBlock = 2;
    private const int Datasets = 10_000;
    private static readonly long Rows = Settings.Quick ? 1024 : 32768;
    private const long Columns = 4096;
    private static readonly int Samples = Settings.Quick ? 2 : 9;

    public static void Run(Communicator world, string[] arguments)
    {
        string folder = arguments[0];
        if (world.Rank == 0) Directory.CreateDirectory(folder);
        world.Barrier();
        string ours = Path.Combine(folder, $"ours-{world.Size}.h5"), theirs = Path.Combine(folder, $"peer-{world.Size}.h5"), raw = Path.Combine(folder, $"raw-{world.Size}");
        try
        {
            using DistArray<double> block = Np.FromFunction(new Distribution(world, [Rows, Columns], "bn"), index => (index[0] * Columns) + index[1] + 0.5);
            long first = block.LocalRange(0).Start, own = block.Distribution.LocalShape[0];
            double* data = block.LocalView.Pointer;
            for (int sample = -1; sample < Samples; sample++)
            {
                double write = Seconds(world, () => block.Save(ours, "u"));
                double writeC = Seconds(world, () => IOPeers.Check(IOPeers.WriteHdf5(theirs, data, Rows, Columns, first, own)));
                Read(ours, world, block); // whoever reads first pays for what was written before
                double read = Seconds(world, () => Read(ours, world, block));
                double readC = Seconds(world, () => IOPeers.Check(IOPeers.ReadHdf5(theirs, data, Rows, Columns, first, own)));
                double npy = Seconds(world, () => NpyFile.Write(raw + ".npy", block));
                double rawC = Seconds(world, () => IOPeers.Check(IOPeers.WriteRaw(raw + ".raw", data, Columns, first, own)));
                if (sample < 0) continue;
                Print(world, "HDF5 write of blocks, 1 GB, C# : C", OfC, write, writeC);
                Print(world, "HDF5 read of blocks, 1 GB, C# : C", OfC, read, readC);
                Print(world, ".npy write of blocks, 1 GB, C# : MPI_File_write_at_all", OfRaw, npy, rawC);
            }
            // What was read last is what was written.
            double expected = ((double)Rows * Columns * ((Rows * Columns) - 1) / 2) + (Rows * Columns / 2.0);
            if (block.Sum(reproducible: true) != expected) throw new InvalidOperationException($"The elements that were read sum up to {block.Sum()}, not to {expected}.");
            foreach (string codes in new[] { "cn", "c(64)n", "nc", "nc(64)" })
            {
                using DistArray<double> other = block.Redistribute(codes);
                for (int sample = 0; sample < (Settings.Quick ? 1 : 5); sample++)
                {
                    double write = Seconds(world, () => other.Save(ours, "u")), writeBlock = Seconds(world, () => block.Save(theirs, "u"));
                    Read(theirs, world, block);
                    double read = Seconds(world, () => Read(ours, world, other)), readBlock = Seconds(world, () => Read(theirs, world, block));
                    Print(world, $"HDF5 write of 1 GB distributed as {codes} : blocks", OfBlock, write, writeBlock);
                    Print(world, $"HDF5 read of 1 GB distributed as {codes} : blocks", OfBlock, read, readBlock);
                }
            }
            Many(world, ours);
        }
        finally
        {
            world.Barrier();
            if (world.Rank == 0)
                foreach (string file in new[] { ours, theirs, raw + ".npy", raw + ".raw" }) File.Delete(file);
        }
    }

    private static void Read(string path, Communicator world, DistArray<double> destination)
    {
        using var file = Hdf5File.Open(path, world);
        file.Read("u", destination);
    }

    private static void Many(Communicator world, string path)
    {
        using DistArray<int> small = Np.FromFunction(new Distribution(world, [4]), index => (int)index[0]);
        Hdf5File.Save(path, world, file =>
        {
            for (int i = 0; i < (Settings.Quick ? 100 : Datasets); i++) file.Write($"d{i:d5}", small);
        });
        for (int sample = 0; sample < 5; sample++)
            Print(world, "opening a file of 10,000 datasets", 0.2, Seconds(world, () => Hdf5File.Open(path, world).Dispose()), 0, "s");
    }

    private static double Seconds(Communicator world, Action work)
    {
        world.Barrier();
        long start = Stopwatch.GetTimestamp();
        work();
        return world.Allreduce(Stopwatch.GetElapsedTime(start).TotalSeconds, Operation<double>.Max);
    }

    private static void Print(Communicator world, string work, double limit, double ours, double peer, string unit = "")
    {
        if (world.Rank == 0) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{work}\t{limit:R}\t{ours:R}\t{peer:R}\t{unit}"));
    }
}
