using DistArray.Mpi;
using DistArray.Testing;

namespace DistArray.IO.Tests.Background;

public class SnapshotQueueTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Files_HaveTheValuesOfTheCall_InOrder(Communicator world)
    {
        using var folder = new SharedFolder(world);
        var grid = new Distribution(world, [37, 11], "cb");
        using DistArray<double> u = Np.Zeros<double>(grid, MemoryOrder.ColumnMajor);
        using DistArray<float> halo = Np.FromFunction(new Distribution(world, [40, 3], "bn", haloLow: [2, 0], haloHigh: [1, 1]), index => (float)((3 * index[0]) + index[1]));
        using var queue = new SnapshotQueue(world);
        Assert.That(queue.IsBackground, Is.True);
        for (int step = 0; step < 7; step++)
        {
            u.Assign(Np.FromFunction(grid.WithoutHalo(), index => (1000.0 * step) + (20 * index[0]) + index[1]));
            int time = step;
            queue.Save(folder[$"u{step}.h5"], file =>
            {
                file.Write("u", u);
                file.Write("halo", halo);
                file.Then(written => written.Attributes.Set("step", time));
            });
            u.Fill(-1);
            Assert.That(queue.Pending, Is.LessThanOrEqualTo(2));
            world.Barrier();        // the program's own messages go on meanwhile
        }
        queue.Flush();
        Assert.That(queue.Pending, Is.Zero);
        for (int step = 0; step < 7; step++)
        {
            using var file = Hdf5File.Open(folder[$"u{step}.h5"], world);
            using DistArray<double> read = file.Read<double>("u", new Distribution(world, [37, 11], "nb"));
            using DistArray<double> expected = Np.FromFunction(read.Distribution, index => (1000.0 * step) + (20 * index[0]) + index[1]);
            Assert.That((read == expected).All(), Is.True);
            using DistArray<float> again = file.Read<float>("halo", halo.Distribution.WithoutHalo());
            Assert.That((again == halo).All(), Is.True);
            Assert.That(file.Attributes.Get<int>("step"), Is.EqualTo(step));
        }
    }

    [MpiTest(1, 2, 3)]
    public void OtherFiles_WaitForTheQueue(Communicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> u = Np.FromFunction(new Distribution(world, [200_000]), index => (double)index[0]);
        using var queue = new SnapshotQueue(world, capacity: 3);
        for (int i = 0; i < 3; i++) queue.Save(folder[$"{i}.h5"], file => file.Write("u", u));
        u.Save(folder["own.h5"], "u");
        Assert.That(queue.Pending, Is.Zero);
        using var file = Hdf5File.Open(folder["2.h5"], world);
        using DistArray<double> read = file.Read<double>("u", u.Distribution);
        Assert.That((read == u).All(), Is.True);
    }

    [MpiTest(1, 2, 4)]
    public void Failure_IsThrownByTheNextCall_OnAllRanks(Communicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<int> u = Np.FromFunction(new Distribution(world, [50]), index => (int)index[0]);
        using var queue = new SnapshotQueue(world);
        queue.Save(folder["no/such/folder.h5"], file => file.Write("u", u));
        Assert.That(() => queue.Flush(), Throws.InstanceOf<DirectoryNotFoundException>().With.Message.Contains("no/such"));
        queue.Save(folder["good.h5"], file => file.Write("u", u));
        queue.Flush();
        queue.Save(folder["twice.h5"], file =>
        {
            file.Write("u", u);
            file.Write("u", u);
        });
        Assert.That(() => { for (int i = 0; i < 4; i++) queue.Save(folder[$"later{i}.h5"], file => file.Write("u", u)); }, Throws.InstanceOf<IOException>().Or.InstanceOf<ArgumentException>().Or.InstanceOf<Hdf5Exception>());
        queue.Flush();
        Assert.That(File.Exists(folder["good.h5"]), Is.True);
        Assert.That(File.Exists(folder["twice.h5"]), Is.False);
        world.Barrier();
    }

    [MpiTest(1, 2, 3)]
    public void FileThatIsOpen_WaitsForTheQueue(Communicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> u = Np.FromFunction(new Distribution(world, [100_000]), index => index[0] + 0.5);
        u.Save(folder["own.h5"], "u");
        using var queue = new SnapshotQueue(world);
        using var file = Hdf5File.Open(folder["own.h5"], world);
        for (int i = 0; i < 10; i++)
        {
            queue.Save(folder[$"{i}.h5"], snapshot => snapshot.Write("u", u));
            using DistArray<double> read = file.Read<double>("u", u.Distribution);
            Assert.That(queue.Pending, Is.Zero);
            Assert.That((read == u).All(), Is.True);
        }
    }

    [MpiTest(1, 2)]
    public void EveryFailure_IsTold(Communicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<int> u = Np.FromFunction(new Distribution(world, [9]), index => (int)index[0]);
        using var queue = new SnapshotQueue(world, capacity: 5);
        Assert.That(() =>
        {
            queue.Save(folder["first/u.h5"], file => file.Write("u", u));
            queue.Flush();
        }, Throws.InstanceOf<DirectoryNotFoundException>().With.Message.Contains("first"));
        Assert.That(() =>
        {
            queue.Save(folder["second/u.h5"], file => file.Write("u", u));
            queue.Flush();
        }, Throws.InstanceOf<DirectoryNotFoundException>().With.Message.Contains("second"));
        Assert.That(queue.Flush, Throws.Nothing);
    }

    [MpiTest(2, 3)]
    public void SnapshotThatOneRankDoesNotFill_IsRefusedOnAll(Communicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<int> u = Np.FromFunction(new Distribution(world, [9]), index => (int)index[0]);
        using var queue = new SnapshotQueue(world);
        Assert.That(() => queue.Save(folder["u.h5"], file =>
        {
            if (world.Rank == 1) throw new TimeZoneNotFoundException("on rank 1");
            file.Write("u", u);
        }), Throws.InstanceOf<RankFailedException>().With.Message.Contains("on rank 1"));
        queue.Save(folder["u.h5"], file => file.Write("u", u));
        queue.Flush();
        Assert.That(File.Exists(folder["u.h5"]), Is.True);
        world.Barrier();
    }

    [TestCase(1)]
    [TestCase(2)]
    public void Files_WhereOneThreadAloneMayCallMpi_AreWrittenAtOnce(int ranks)
    {
        using var self = new SelfCommunicator();
        using var folder = new SharedFolder(self);
        Assert.That(FaultJob.RunToEnd("snapshots", folder, ranks), Is.EqualTo((string[])["0 pending after 1", "0 pending after 2", "0 pending after 3", "refused 4"]));
        for (int step = 1; step < 4; step++)
        {
            using var file = Hdf5File.Open(folder[$"{step}.h5"], self);
            using DistArray<double> read = file.Read<double>("u", new Distribution(self, [61, 257]));
            Assert.That(read.LocalToArray(), Is.EqualTo(Enumerable.Range(0, 61 * 257).Select(i => (step * 1e6) + i)));
        }
    }

    [MpiTest(2)]
    public void DisposedQueue_IsRefused(Communicator world)
    {
        var queue = new SnapshotQueue(world);
        queue.Dispose();
        Assert.That(() => queue.Flush(), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => new SnapshotQueue(world, 0), Throws.InstanceOf<ArgumentOutOfRangeException>());
    }
}
