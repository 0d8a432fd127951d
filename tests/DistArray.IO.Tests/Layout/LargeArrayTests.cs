using DistArray.Testing;

namespace DistArray.IO.Tests.Layout;

/// <summary>More than 2 GiB, and more than 2^31 elements a rank: what the lowered limits of other tests stand for, once as it is.</summary>
public class LargeArrayTests
{
    private const long Rows = 50_021, Columns = 43_003;      // 2,151,053,063 bytes

    [MpiTest(1, Timeout = 1800), Category("Long")]
    public void Files_OfMoreThanTwoToThe31Elements_AreWhatNumPyReads(ICommunicator world)
    {
        long needed = 3 * Rows * Columns, free = new DriveInfo(Path.GetTempPath()).AvailableFreeSpace;
        if (free < needed)
            Assert.Ignore($"{Path.GetTempPath()} has {free} bytes free, and {needed} are needed.");
        using var folder = new SharedFolder(world);
        using (DistArray<byte> array = Np.FromFunction<byte>(new Distribution(world, [Rows, Columns]), (i, j) => Value(i, j)))
        {
            array.Save(folder["a.h5"], "u");
            NpyFile.Write(folder["a.npy"], array);
            FortranFile.Save(folder["a.seq"], world, FortranFormat.Sequential(), file => file.Write(array, MemoryOrder.RowMajor));
        }
        Outside.RunPython(world, """
            rows, columns = 50021, 43003
            i, j = np.arange(0, rows, 499)[:, None], np.arange(columns)
            expected = ((i * 7 + j * 3 + (i * columns + j) // 1000003) % 251).astype('u1')
            a = np.load(sys.argv[1] + '/a.npy', mmap_mode='r')
            assert a.shape == (rows, columns) and np.array_equal(a[::499], expected)
            with h5py.File(sys.argv[1] + '/a.h5') as f:
                assert f['u'].shape == (rows, columns)
                for k, row in enumerate(range(0, rows, 499)): assert np.array_equal(f['u'][row], expected[k]), row
            """, folder.Path);
        using DistArray<byte> read = Np.Zeros<byte>(new Distribution(world, [Rows, Columns]));
        using (Hdf5File file = Hdf5File.Open(folder["a.h5"], world))
            file.Read("u", read);
        AssertValues(read);
        read.Fill(0);
        NpyFile.Read(folder["a.npy"], read);
        AssertValues(read);
        read.Fill(0);
        using (FortranFile file = FortranFile.Open(folder["a.seq"], world, FortranFormat.Sequential()))
        {
            Assert.That(file.GetRecord(0), Is.EqualTo(new FortranRecord(4, Rows * Columns, 2)));
            file.Read(0, read, MemoryOrder.RowMajor);
        }
        AssertValues(read);
    }

    private static byte Value(long i, long j) => (byte)(((i * 7) + (j * 3) + (((i * Columns) + j) / 1_000_003)) % 251);

    private static unsafe void AssertValues(DistArray<byte> array)
    {
        LocalView<byte> view = array.LocalView;
        for (long i = 0; i < Rows; i++)
        {
            for (long j = 0; j < Columns; j++)
            {
                if (view.Pointer[(i * Columns) + j] != Value(i, j))
                    Assert.Fail($"({i}, {j}) is {view.Pointer[(i * Columns) + j]}, not {Value(i, j)}.");
            }
        }
    }
}
