using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>What datasets and attributes are, without reading them.</summary>
public class Hdf5DescriptionTests
{
    [MpiTest(1, 2)]
    public void FiltersAndAttributes_OfAFileOfH5py_AreTold(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1], 'w') as f:
                d = f.create_dataset('u', data=np.arange(600.).reshape(20, 30), chunks=(10, 10), compression='gzip', compression_opts=7, shuffle=True, fletcher32=True)
                f.create_dataset('plain', data=np.arange(6, dtype='i2'))
                d.attrs['bounds'] = np.array([[0, 1.5], [2, 3]])
                d.attrs['unit'] = 'm'
                d.attrs['n'] = np.int32(3)
                d.attrs['place'] = np.array([(1, 2.5)], dtype=[('a', 'i4'), ('b', 'f8')])
            """, folder["a.h5"]);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        Hdf5Dataset u = file.OpenDataset("u"), plain = file.OpenDataset("plain");
        Assert.That(u.GetFilters(), Is.EqualTo((string[])["shuffle", "gzip 7", "fletcher32"]));
        Assert.That(plain.GetFilters(), Is.Empty);
        Assert.That((plain.GetStoredBytes(), u.GetStoredBytes()), Is.EqualTo((12L, u.GetStoredBytes())));
        Assert.That(u.GetStoredBytes(), Is.InRange(1, 4799));
        Assert.That(u.Attributes.GetEntries().Select(entry => $"{entry.Name} {entry.TypeName} ({string.Join(", ", entry.Shape)}) {entry.IsText} {entry.ElementType}"), Is.EqualTo((string[])
            ["bounds float64 (2, 2) False Float64", "n int32 () False Int32", "place compound (a int32, b float64) (1) False ", "unit string of any length () True "]));
    }

    [MpiTest(1, 2)]
    public void NullDataset_HasATypeAndNoShape(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1], 'w') as f:
                f['null'] = h5py.Empty('f4')
                f['single'] = np.float32(3)
                f['none'] = np.zeros((0, 2))
            """, folder["a.h5"]);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        Assert.That(Array.ConvertAll(["none", "null", "single"], name => file.OpenDataset(name)).Select(one => $"{one.TypeName} ({string.Join(", ", one.Shape)}) {one.IsNull} {one.Transpose().IsNull}"), Is.EqualTo((string[])
            ["float64 (0, 2) False False", "float32 () True True", "float32 () False False"]));
    }
}
