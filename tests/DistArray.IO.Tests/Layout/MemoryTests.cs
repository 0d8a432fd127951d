using System.Globalization;
using DistArray.Testing;

namespace DistArray.IO.Tests.Layout;

/// <summary>The largest memory of a process while an array is written and read, beyond what it had before.</summary>
public class MemoryTests
{
    private const long Megabyte = 1 << 20;
    private const int Columns = 4096;

    // As they lie, in pieces, scattered, and turned over.
    private static readonly (string Codes, MemoryOrder Order)[] s_kinds = [("bn", MemoryOrder.RowMajor), ("c(64)n", MemoryOrder.RowMajor), ("nc", MemoryOrder.RowMajor), ("bn", MemoryOrder.ColumnMajor)];

    [MpiTest(1, 2, Timeout = 300)]
    public void Files_WithSmallStaging_NeedLittleMemory(ICommunicator world)
    {
        using var limits = new LoweredLimits(round: 8 * Megabyte, staging: Megabyte, pieces: 1 << 17);
        AssertBounded(world, 64 * Megabyte, 20 * Megabyte);
    }

    [MpiTest(1, 2, Timeout = 1800), Category("Long")]
    public void Files_OfLargeArrays_NeedAtMost64Megabytes(ICommunicator world) => AssertBounded(world, 600 * Megabyte, 64 * Megabyte);

    private static void AssertBounded(ICommunicator world, long bytes, long limit)
    {
        using var folder = new SharedFolder(world);
        FieldFileLayout layout = new(FortranFormat.Sequential(ByteOrder.BigEndian)) { FieldItem.Field<double>("u", [bytes / 8 / Columns, Columns]) };
        (string Name, Action<string, DistArray<double>> Write, Action<string, DistArray<double>> Read)[] files =
        [
            ("hdf5", (path, array) => array.Save(path, "u"), (path, array) =>
            {
                using Hdf5File file = Hdf5File.Open(path, world);
                file.Read("u", array);
            }),
            ("npy", (path, array) => NpyFile.Write(path, array), (path, array) => NpyFile.Read(path, array)),
            ("npz", (path, array) => NpzFile.Save(path, world, file => file.Write("u", array)), (path, array) =>
            {
                using NpzFile file = NpzFile.Open(path, world);
                file.Read("u", array);
            }),
            ("field", (path, array) => FieldFile.Save(path, world, layout, file => file.Write("u", array)), (path, array) =>
            {
                using FieldFile file = FieldFile.Open(path, world, layout);
                file.Read("u", array);
            }),
        ];
        var told = new List<string>();
        // All are kept to the end: memory that is given back would serve the files.
        using var scope = new ArrayScope();
        foreach ((string codes, MemoryOrder order) in s_kinds)
        {
            DistArray<double> array = Np.Zeros<double>(new Distribution(world, [bytes / 8 / Columns, Columns], codes), order);
            // No element of it is missing in memory.
            array.Fill(0.5);
            foreach ((string name, Action<string, DistArray<double>> write, Action<string, DistArray<double>> read) in files)
            {
                string what = $"{name} {codes} {order}";
                long written = Beyond(world, () => write(folder["file"], array)), back = Beyond(world, () => read(folder["file"], array));
                told.Add(string.Create(CultureInfo.InvariantCulture, $"{what}: {written / Megabyte}, {back / Megabyte} MB"));
                Assert.That(Math.Max(written, back), Is.LessThan(limit), string.Join("; ", told));
                Assert.That((array.Min(), array.Max()), Is.EqualTo((0.5, 0.5)), what);
            }
        }
        if (world.Rank == 0)
            TestContext.Out.WriteLine(string.Join("; ", told));
    }

    private static long Beyond(ICommunicator world, Action action)
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        world.Barrier();
        // The peak begins anew.
        File.WriteAllText("/proc/self/clear_refs", "5");
        long before = Status("VmHWM");
        action();
        return world.Allreduce(Status("VmHWM") - before, Operation<long>.Max);
    }

    private static long Status(string name)
    {
        string line = File.ReadLines("/proc/self/status").First(line => line.StartsWith(name + ":", StringComparison.Ordinal));
        return 1024 * long.Parse(line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
    }
}
