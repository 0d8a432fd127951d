using System.Buffers.Binary;
using System.Diagnostics;
using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Thousands of damaged files: each is refused on all ranks alike, or read as what it says; nothing crashes, hangs or takes memory.</summary>
public class MutationTests
{
    private const long MostBytes = 4 << 20;

    [MpiTest(1, 2, 3, Timeout = 300)]
    public void Read_MutatedNpy_IsRefusedOrWhatNumPyReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var random = new Random(20_261);
        byte[][] originals = [.. Originals(world, folder, """
            a = np.arange(70.).reshape(7, 10)
            for i, (version, order, type) in enumerate([(1, 'C', '<f8'), (2, 'F', '<f8'), (3, 'C', '>f8')]):
                np.lib.format.write_array(open(f'{sys.argv[1]}/{i}', 'wb'), np.array(a, type, order=order), version=(version, 0))
            """, 3)];
        var read = new Dictionary<string, double[]>();
        for (int i = 0; i < 2000; i++)
        {
            byte[] original = originals[i % originals.Length];
            string path = Write(world, folder, $"{i}.npy", Mutant.Of(original, original.Length - 560, random));
            if (Try(world, () => NpyFile.Read<double>(path, new Distribution(world, [7, 10], "nn")), () => NpyFile.Read<double>(path, new Distribution(world, [7, 10], "cb"))) is { } values)
                read.Add(path, values);
        }
        Assert.That(read, Has.Count.InRange(20, 1500));
        string printed = Outside.RunPython(world, """
            for path in sys.argv[1:]:
                a = np.load(path)
                assert a.shape == (7, 10) and a.dtype.str[1:] == 'f8', path
                print(a.astype('<f8').tobytes().hex())
            """, [.. read.Keys]);
        if (world.Rank == 0)
            Assert.That(read.Values.Select(values => Convert.ToHexStringLower(System.Runtime.InteropServices.MemoryMarshal.AsBytes(values.AsSpan()))), Is.EqualTo(printed.Split('\n', StringSplitOptions.RemoveEmptyEntries)));
    }

    [MpiTest(1, 2, 3, Timeout = 300)]
    public void Read_MutatedNpz_IsRefusedOrWhatItWas(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var random = new Random(20_262);
        byte[][] originals = [.. Originals(world, folder, """
            a = np.arange(70.).reshape(7, 10)
            np.savez(open(sys.argv[1] + '/0', 'wb'), a=a, b=a + 1)
            np.savez_compressed(open(sys.argv[1] + '/1', 'wb'), b=np.asfortranarray(a + 1), a=a)
            """, 2)];
        int count = 0;
        for (int i = 0; i < 2000; i++)
        {
            byte[] original = originals[i % originals.Length];
            string path = Write(world, folder, "a.npz", Mutant.Of(original, original.Length, random));
            DistArray<double> Read(string codes)
            {
                using NpzFile file = NpzFile.Open(path, world);
                return file.Read<double>("a", new Distribution(world, [7, 10], codes));
            }
            if (Try(world, () => Read("nn"), () => Read("cb")) is { } values)
            {
                Assert.That(values, Is.EqualTo(Enumerable.Range(0, 70).Select(value => (double)value)));
                count++;
            }
        }
        Assert.That(count, Is.InRange(100, 1500));
    }

    [MpiTest(1, 2, 3, Timeout = 300)]
    public void Read_MutatedDnpy_IsRefusedOrWhatItWas(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var random = new Random(20_263);
        string[] sets = ["bn", "c2c", "un"];
        byte[][] originals = [.. Originals(world, folder, OlderSystem.Functions + """
            a, number = np.arange(70.).reshape(7, 10), 0
            for codes in [('b', 'n'), ('c2', 'c'), ('u', 'n')]:
                for p in range(2):
                    dim_data = [axis(codes[0], 7, 2, p), axis(codes[1], 10, 1, 0)]
                    write(f'{sys.argv[1]}/{number}', dim_data, a[np.ix_(*(np.arange(n)[owned(d)] for d, n in zip(dim_data, a.shape)))])
                    number += 1
            """, 6)];
        int count = 0;
        for (int i = 0; i < 1000; i++)
        {
            int set = 2 * (i % sets.Length), damaged = random.Next(2);
            // Only the headers: the data has no checksum.
            byte[] original = originals[set + damaged];
            int data = original.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x93, (byte)'N', (byte)'U', (byte)'M']) + 128;
            byte[] mutant = Mutant.Of(original, data, random);
            Write(world, folder, "a_0.dnpy", damaged == 0 ? mutant : originals[set]);
            Write(world, folder, "a_1.dnpy", damaged == 1 ? mutant : originals[set + 1]);
            if (Try(world, () => DnpyFile.Read<double>(folder["a"], new Distribution(world, [7, 10], "nn")), () => DnpyFile.Read<double>(folder["a"], new Distribution(world, [7, 10], "cb"))) is not { } values)
                continue;
            // A damaged byte order is one that a file may have.
            Assert.That(values.Select((value, index) => value == index || Reversed(value) == index), Is.All.True, System.Text.Encoding.Latin1.GetString(mutant));
            count++;
        }
        Assert.That(count, Is.InRange(5, 700));
    }

    private static double Reversed(double value) => BitConverter.Int64BitsToDouble(BinaryPrimitives.ReverseEndianness(BitConverter.DoubleToInt64Bits(value)));

    private static IEnumerable<byte[]> Originals(ICommunicator world, SharedFolder folder, string script, int count)
    {
        Outside.RunPython(world, script, folder.Path);
        return Enumerable.Range(0, count).Select(number => File.ReadAllBytes(folder[$"{number}"]));
    }

    private static string Write(ICommunicator world, SharedFolder folder, string name, byte[] bytes)
    {
        world.Barrier();
        if (world.Rank == 0)
            File.WriteAllBytes(folder[name], bytes);
        world.Barrier();
        return folder[name];
    }

    /// <summary>The global values where every rank reads them in both distributions, null where every rank refuses them with the same words.</summary>
    private static double[]? Try(ICommunicator world, Func<DistArray<double>> whole, Func<DistArray<double>> parts)
    {
        double[]? values = null;
        string outcome = "read";
        long before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();
        try
        {
            using DistArray<double> all = whole(), some = parts();
            values = all.LocalToArray();
            double[] captured = values;
            using DistArray<double> expected = Np.FromFunction<double>(some.Distribution, (i, j) => captured[(10 * i) + j]);
            Assert.That(some.LocalToArray().Select(BitConverter.DoubleToInt64Bits), Is.EqualTo(expected.LocalToArray().Select(BitConverter.DoubleToInt64Bits)));
        }
        catch (Exception e) when (e is InvalidDataException or NotSupportedException or FileNotFoundException or ArgumentException)
        {
            outcome = $"{e.GetType()}: {e.Message}";
        }
        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(MostBytes), outcome);
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)), outcome);
        Assert.That(world.Broadcast(world.Rank == 0 ? outcome : null, 0), Is.EqualTo(outcome));
        return values;
    }
}
