using System.Numerics;
using System.Runtime.InteropServices;
using DistArray.Mpi;
using DistArray.Testing;

namespace DistArray.IO.Tests.Checkpoints;

/// <summary>What was saved on some ranks is loaded with all its bits on others.</summary>
public class RoundTripTests
{
    private static readonly long[][] s_shapes = [[13], [3], [0], [7, 10], [0, 5], [5, 4, 6]];

    [MpiTest(4)]
    public void Load_OnAnyRanksDistributionAndOrder_IsTheSameBitwise(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        int compared = 0;
        for (int saving = 1; saving <= 4; saving++)
        {
            string path = folder[$"{saving}.h5"];
            OnFirst(world, saving, part => Checkpoint.Save(path, part, state => compared += Cross(state, part, shift: 0)));
            for (int loading = 1; loading <= 4; loading++)
                OnFirst(world, loading, part => Checkpoint.Load(path, part, state => compared += Cross(state, part, shift: loading)));
        }
        if (world.Rank == 0)
            Assert.That(compared, Is.GreaterThan(1000));
    }

    [MpiTest(1, 3)]
    public void Load_EveryKindOfState_IsTheSameBitwise(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var saved = new Everything(world, 1);
        Checkpoint.Save(folder["a.h5"], world, saved.Describe, new Dictionary<string, string> { ["nu"] = "0.25", ["model"] = "Größe" });
        var loaded = new Everything(world, 2);
        CheckpointInfo info = Checkpoint.Load(folder["a.h5"], world, loaded.Describe);
        loaded.AssertEquals(saved);

        Assert.That(info.Provenance.Ranks, Is.EqualTo(world.Size));
        Assert.That(info.Provenance.Parameters, Is.EqualTo(new Dictionary<string, string> { ["nu"] = "0.25", ["model"] = "Größe" }));
        Assert.That(info.Provenance.Libraries.Keys, Is.SupersetOf((string[])["DistArray.IO", ".NET", "HDF5", "MPI"]));
        Assert.That(DateTimeOffset.UtcNow - info.Provenance.Time, Is.LessThan(TimeSpan.FromMinutes(1)).And.GreaterThan(TimeSpan.FromSeconds(-1)));
        Assert.That((info.FormatVersion, info.Step), Is.EqualTo((1, (long?)null)));
        Assert.That(info.Arrays.Single(array => array.Name == "fields/complex").Shape, Is.EqualTo((long[])[4, 5]));
        saved.Dispose();
        loaded.Dispose();
    }

    [MpiTest(1, 2)]
    public void Load_WhatIsNotThere_IsRefusedWithNames(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [4, 5])), other = Cases.Arange(new Distribution(world, [4, 6]));
        using DistArray<float> singles = Np.Zeros<float>(array.Distribution);
        int step = 3;
        Checkpoint.Save(folder["a.h5"], world, state =>
        {
            state.Array("density", array);
            state.Value("step", ref step);
        });
        string Refused(Action<CheckpointState> describe) => Cases.ThrowsAlike<ArgumentException>(world, () => Checkpoint.Load(folder["a.h5"], world, describe)).Message;
        Assert.That(Refused(state => state.Array("densty", array)), Does.Contain("'densty'").And.Contain("density, step"));
        Assert.That(Refused(state => state.Array("density", other)), Does.Contain("(4, 5)").And.Contain("(4, 6)"));
        Assert.That(Refused(state => state.Array("density", singles)), Does.Contain("float64").And.Contain("float32"));
        Assert.That(Refused(state => state.Array("step", array)), Does.Contain("a value of int32"));
        double real = 0;
        Assert.That(Refused(state => state.Value("step", ref real)), Does.Contain("int32").And.Contain("float64"));
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => Checkpoint.Save(folder["b.h5"], world, state =>
        {
            state.Array("density", array);
            state.Array("density", array);
        })).Message, Does.Contain("'density'"));
        Assert.That(folder.Names, Is.EqualTo((string[])["a.h5"]));
    }

    [MpiTest(1, 2)]
    public void Save_ForOthers_IsWhatH5pyReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [4, 5], "c(2)n"));
        long step = 1L << 40;
        string text = "Größe";
        int[] numbers = [3, 1, 2];
        Checkpoint.Save(folder["a.h5"], world, state =>
        {
            state.Array("fields/density", array);
            state.Value("step", ref step);
            state.Text("note", ref text);
            state.Values("numbers", ref numbers);
        }, new Dictionary<string, string> { ["nu"] = "0.25" });
        // The checksum once more, in NumPy.
        Outside.RunPython(world, """
            import json
            def mix(z):
                z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
                z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
                return z ^ (z >> np.uint64(31))
            def checksum(words): return int(mix(words + np.arange(words.size, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)).sum(dtype=np.uint64))
            f = h5py.File(sys.argv[1])
            density = f['fields/density'][...]
            assert np.array_equal(density, np.arange(20.).reshape(4, 5))
            assert f.attrs['step'] == 2**40 and f.attrs['note'] == 'Größe' and list(f['numbers']) == [3, 1, 2]
            text = f['checkpoint'].attrs['header']
            assert f['checkpoint'].attrs['checksum'] == checksum(np.frombuffer(text.encode('utf-16-le'), np.uint16).astype(np.uint64))
            header = json.loads(text)
            assert header['format_version'] == 1 and header['provenance']['parameters'] == dict(nu='0.25')
            entries = {e['name']: e for e in header['entries']}
            assert entries['fields/density']['checksum'] == checksum(density.ravel().view(np.uint64))
            assert entries['numbers']['checksum'] == checksum(f['numbers'][...].astype(np.uint64))
            assert entries['step']['checksum'] == checksum(np.array([2**40], np.uint64))
            """, folder["a.h5"]);
    }

    private static int Cross(CheckpointState state, ICommunicator part, int shift)
    {
        int number = 0;
        foreach (long[] shape in s_shapes)
        {
            (string Name, Distribution Distribution)[] cases = [.. Cases.Distributions(part, shape)];
            for (int i = 0; i < cases.Length; i++)
            {
                foreach (MemoryOrder order in (MemoryOrder[])[MemoryOrder.RowMajor, MemoryOrder.ColumnMajor])
                {
                    // Loaded into another distribution and order than it was saved in.
                    Distribution distribution = cases[(i + shift) % cases.Length].Distribution;
                    double offset = number++ / 8.0;
                    using DistArray<double> expected = Np.FromFunction<double>(distribution, index => offset - Cases.Index(index, shape), shift % 2 == 0 ? order : 1 - order);
                    using DistArray<double> array = state.IsLoading ? Np.Zeros<double>(distribution, expected.Order) : expected.Copy();
                    state.Array($"{string.Join('x', shape)}/{i}{order}", array);
                    Assert.That(MemoryMarshal.Cast<double, ulong>(array.LocalToArray()).ToArray(), Is.EqualTo(MemoryMarshal.Cast<double, ulong>(expected.LocalToArray()).ToArray()));
                }
            }
        }
        return number;
    }

    // The same on the first ranks of the world, on a communicator of their own.
    private static void OnFirst(ICommunicator world, int ranks, Action<ICommunicator> action)
    {
        ICommunicator? part = world.Split(world.Rank < ranks ? 0 : ICommunicator.Undefined, world.Rank);
        Exception? failure = null;
        try
        {
            if (part is not null)
                action(part);
        }
        catch (Exception e)
        {
            failure = e;
        }
        world.ThrowIfAny(failure);
        part?.Dispose();
    }
}
