using System.Diagnostics;
using DistArray.Bindings.Hdf5;

namespace DistArray.Bindings.Tests.Hdf5;

/// <summary>The raw floor against the library itself and against h5py, which brings another HDF5.</summary>
public sealed unsafe class Hdf5BindingTests
{
    private string _folder = "";

    [SetUp]
    public void CreateFolder() => _folder = Directory.CreateTempSubdirectory("hdf5-bindings").FullName;

    [TearDown]
    public void DeleteFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public void Load_OfHdf5_OpensTheOneForTheMpiOfTheShim()
    {
        string file = Path.GetFileName(NativeLibraries.Load("hdf5_openmpi"));
        Assert.That(file, Is.EqualTo(Libc.IsLoaded("libmpich.so.12") ? "libhdf5_mpich.so.103" : "libhdf5_openmpi.so.103"));
        Assert.That(Libc.IsLoaded("libmpich.so.12"), Is.Not.EqualTo(Libc.IsLoaded("libmpi.so.40")), "two MPIs in one process");
    }

    [Test]
    public void GetLibversion_OfTheLoadedLibrary_IsOfTheHeaders()
    {
        uint major, minor, release;
        Assert.That(H5.get_libversion(&major, &minor, &release), Is.Zero);
        Assert.That((major, minor), Is.EqualTo(((uint)H5.VERS_MAJOR, (uint)H5.VERS_MINOR)));
    }

    [Test]
    public void NativeTypes_ReadBySymbol_HaveTheirSizes()
    {
        Assert.That(H5T.get_size(H5T.NATIVE_DOUBLE), Is.EqualTo((nuint)8));
        Assert.That(H5T.get_size(H5T.NATIVE_INT16), Is.EqualTo((nuint)2));
        Assert.That(H5T.get_class(H5T.IEEE_F32BE), Is.EqualTo(H5T.class_t.FLOAT));
        Assert.That(H5T.get_order(H5T.IEEE_F32BE), Is.EqualTo(H5T.order_t.BE));
        Assert.That(H5T.INTEL_F64, Is.EqualTo(H5T.IEEE_F64LE));
    }

    [Test]
    public void Constants_OfThePublicHeaders_HaveTheirValues()
    {
        // As the reference manual and h5py.h5f, h5s, h5t give them.
        Assert.That(H5F.ACC_TRUNC, Is.EqualTo(2u));
        Assert.That(H5F.ACC_RDWR, Is.EqualTo(1u));
        Assert.That(H5F.ACC_EXCL, Is.EqualTo(4u));
        Assert.That(H5S.UNLIMITED, Is.EqualTo(ulong.MaxValue));
        Assert.That(H5T.VARIABLE, Is.EqualTo(nuint.MaxValue));
        Assert.That(H5Z.FILTER_DEFLATE, Is.EqualTo(1));
        Assert.That((H5I.INVALID_HID, H5S.ALL, (long)H5P.DEFAULT), Is.EqualTo((-1L, 0L, 0L)));
    }

    [Test]
    public void File_WrittenThroughTheBindings_IsReadByH5py()
    {
        string path = Path.Combine(_folder, "ä.h5");
        double[] values = [.. Enumerable.Range(0, 12).Select(i => i + 0.25)];
        long file = H5F.create(path, H5F.ACC_TRUNC, H5P.DEFAULT, H5P.DEFAULT);
        ulong* shape = stackalloc ulong[2] { 3, 4 };
        long space = H5S.create_simple(2, shape, null);
        long set = H5D.create(file, "field", H5T.NATIVE_DOUBLE, space, H5P.DEFAULT, H5P.DEFAULT, H5P.DEFAULT);
        fixed (double* data = values)
            Assert.That(H5D.write(set, H5T.NATIVE_DOUBLE, H5S.ALL, H5S.ALL, H5P.DEFAULT, data), Is.Zero);
        H5O.info_t info;
        Assert.That(H5O.get_info(set, &info), Is.Zero);
        Assert.That((H5D.close(set), H5S.close(space), H5F.close(file)), Is.EqualTo((0, 0, 0)));

        Assert.That(info.type, Is.EqualTo(H5O.type_t.DATASET));
        Assert.That(H5py(path, "f['field'].shape, f['field'].dtype.str, f['field'][2, 1], f['field'][:].sum()"), Is.EqualTo("((3, 4), '<f8', 9.25, 69.0)"));
    }

    [Test]
    public void Open_OfAMissingFile_FailsWithATextOnTheErrorStack()
    {
        H5E.set_auto(H5E.DEFAULT, null, null);
        Assert.That(H5F.open(Path.Combine(_folder, "missing.h5"), H5F.ACC_RDONLY, H5P.DEFAULT), Is.Negative);
        Assert.That((long)H5E.get_num(H5E.DEFAULT), Is.Positive);
    }

    private static string H5py(string path, string expression)
    {
        string program = $"import h5py, sys\nwith h5py.File(sys.argv[1]) as f: print(({expression}))";
        using Process python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", program, path]) { RedirectStandardOutput = true })!;
        string output = python.StandardOutput.ReadToEnd().Trim();
        python.WaitForExit();
        return output;
    }
}
