using System.Numerics;
using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>What h5py wrote, read into any distribution.</summary>
public class ReadingTests
{
    private const string WriteArange = """
        with h5py.File(sys.argv[1], 'w') as f:
            for shape in sys.argv[2:]:
                f[shape] = np.arange(np.prod([int(n) for n in shape.split('x')]), dtype='f8').reshape([int(n) for n in shape.split('x')])
        """;

    [MpiTest(1, 2, 3, 4)]
    public void Read_FileOfH5py_FitsAnyDistribution(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, WriteArange, [folder["a.h5"], .. Cases.Shapes.Select(shape => string.Join('x', shape))]);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        ReadAll(file);
    }

    [MpiTest(1, 2, 3)]
    public void Read_InManySmallRounds_IsTheSame(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, WriteArange, [folder["a.h5"], .. Cases.Shapes.Select(shape => string.Join('x', shape))]);
        using var limits = new LoweredLimits(round: 40, staging: 24);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        ReadAll(file);
    }

    [MpiTest(1, 3)]
    public void Read_BigEndianChunkedAndCompressed_IsConverted(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            a = np.arange(70).reshape(7, 10)
            with h5py.File(sys.argv[1], 'w') as f:
                f['big'] = a.astype('>f8')
                f.create_dataset('chunked', data=a.astype('f8'), chunks=(2, 3), compression='gzip', shuffle=True)
                f['complex'] = a + 1j * (a + 0.5)
                f['bool'] = a % 3 == 0
            """, folder["a.h5"]);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        var distribution = new Distribution(world, [7, 10], "nb");
        foreach (string name in (string[])["big", "chunked"])
        {
            using DistArray<double> array = file.Read<double>(name, distribution);
            Cases.AssertArange(array, name);
        }
        using DistArray<Complex> complex = file.Read<Complex>("complex", distribution), expected = Np.FromFunction<Complex>(distribution, (i, j) => new Complex(10 * i + j, 10 * i + j + 0.5));
        Assert.That(complex.LocalToArray(), Is.EqualTo(expected.LocalToArray()));
        using DistArray<bool> truth = file.Read<bool>("bool", distribution), multiples = Np.FromFunction<bool>(distribution, (i, j) => (10 * i + j) % 3 == 0);
        Assert.That(truth.LocalToArray(), Is.EqualTo(multiples.LocalToArray()));
    }

    [MpiTest(1, 2, 3)]
    public void Read_IntoArrayWithHalo_LeavesTheHalo(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, WriteArange, folder["a.h5"], "7x10");
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        var distribution = new Distribution(world, [7, 10], "bn", haloLow: [1, 0], haloHigh: [1, 0]);
        using DistArray<double> array = Np.Full(distribution, -5.0, MemoryOrder.ColumnMajor);
        array.LocalViewWithHalo.Fill(-5);
        file.Read("7x10", array);
        Cases.AssertArange(array, "owned");
        LocalView<double> low = array.LocalViewWithHalo.Slice(0, 0, 1);
        Assert.That(low.ToArray(), Is.All.EqualTo(-5));
    }

    [MpiTest(1, 2)]
    public void OpenDataset_TellsShapeAndType(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1], 'w') as f:
                f['g/scalar'] = np.float32(1.5)
                f['g/cube'] = np.zeros((2, 3, 4), 'u2')
                f['text'] = 'words'
            """, folder["a.h5"]);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        Assert.Multiple(() =>
        {
            Assert.That(file.GetNames(), Is.EqualTo((string[])["g", "text"]));
            Assert.That(file.OpenGroup("g").GetNames(), Is.EqualTo((string[])["cube", "scalar"]));
            Assert.That(file.Contains("g/cube"), Is.True);
            Assert.That(file.Contains("h/cube"), Is.False);
            Assert.That(file.OpenDataset("g/scalar").NDim, Is.Zero);
            Assert.That(file.OpenDataset("g/scalar").ElementType, Is.EqualTo(ElementType.Float32));
            Assert.That(file.OpenGroup("g").OpenDataset("cube").Shape, Is.EqualTo((long[])[2, 3, 4]));
            Assert.That(file.OpenDataset("/g/cube").ElementType, Is.EqualTo(ElementType.UInt16));
            Assert.That(() => file.OpenDataset("text").ElementType, Throws.InstanceOf<NotSupportedException>().With.Message.Contains("string"));
        });
    }

    private static void ReadAll(Hdf5File file)
    {
        foreach (long[] shape in Cases.Shapes)
        {
            string name = string.Join('x', shape);
            foreach ((string kind, Distribution distribution) in Cases.Distributions(file.Communicator, shape))
            {
                using DistArray<double> array = file.Read<double>(name, distribution);
                Cases.AssertArange(array, $"{name} {kind}");
                using DistArray<double> columns = Np.Full(distribution, -1.0, MemoryOrder.ColumnMajor);
                file.Read(name, columns);
                Cases.AssertArange(columns, $"{name} {kind} column-major");
            }
        }
    }
}
