namespace DistArray.IO.Tests;

/// <summary>HDF5 on communicators that are not MPI's.</summary>
public class CommunicatorTests
{
    [Test]
    public void Save_InOneProcess_NeedsNoMpi()
    {
        using var self = new SelfCommunicator();
        using var folder = new SharedFolder(self);
        using DistArray<double> array = Cases.Arange(new Distribution(self, [7, 10]), MemoryOrder.ColumnMajor);
        array.Save(folder["a.h5"], "x");
        Outside.RunPython(self, """
            with h5py.File(sys.argv[1]) as f:
                assert np.array_equal(f['x'][...], np.arange(70.0).reshape(7, 10))
            """, folder["a.h5"]);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], self);
        using DistArray<double> read = file.Read<double>("x", array.Distribution);
        Cases.AssertArange(read, "x");
    }

    [Test]
    public void Save_FromSeveralThreadsEachItsOwnFile_KeepsThemApart()
    {
        using var self = new SelfCommunicator();
        using var folder = new SharedFolder(self);
        const int Threads = 4, Rounds = 30;
        Parallel.For(0, Threads, new ParallelOptions { MaxDegreeOfParallelism = Threads }, thread =>
        {
            using var own = new SelfCommunicator();
            using DistArray<double> array = Cases.Arange(new Distribution(own, [7, 10 + thread]), MemoryOrder.ColumnMajor);
            for (int round = 0; round < Rounds; round++)
            {
                array.Save(folder[$"{thread}.h5"], "x");
                using Hdf5File file = Hdf5File.Open(folder[$"{thread}.h5"], own);
                using DistArray<double> read = file.Read<double>("x", array.Distribution);
                Cases.AssertArange(read, "x");
            }
        });
    }

    [Test]
    public void Save_OnThreads_IsRefusedOnAllRanks() => ThreadCommunicator.Run(3, world =>
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [7]));
        NotSupportedException exception = Cases.ThrowsAlike<NotSupportedException>(world, () => array.Save(folder["a.h5"], "x"));
        Assert.That(exception.Message, Does.Contain("Communicator.World"));
        Assert.That(folder.Names, Is.Empty);
    }, TimeSpan.FromSeconds(30));
}
