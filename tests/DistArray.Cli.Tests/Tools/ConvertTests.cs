using DistArray.Cli.Files;

namespace DistArray.Cli.Tests.Tools;

/// <summary><c>distarray convert</c>, as Python reads what it writes.</summary>
internal sealed class ConvertTests
{
    private readonly ToolFolder _folder = new();
    private long _bytesPerRank;

    [OneTimeSetUp]
    public void Make()
    {
        _folder.Python(SampleFiles.Script + SampleFiles.Odd);
        // Every array goes in many parts.
        (_bytesPerRank, Parts.BytesPerRank) = (Parts.BytesPerRank, 72);
    }

    [OneTimeTearDown]
    public void Delete()
    {
        Parts.BytesPerRank = _bytesPerRank;
        _folder.Dispose();
    }

    [TestCase("@a.h5 @1.npz", "z = np.load('1.npz'); assert set(z.files) == {'fields/u', 'fields/x', 'fields/z', 'n'} and (z['fields/u'] == np.arange(2048.).reshape(64, 32)).all() and z['n'] == 2**53 + 1 and z['fields/z'][1, 2] == 5 + 10j")]
    [TestCase("@a.h5:/fields/u @2.npy --dtype float32 --order F", "a = np.load('2.npy'); assert a.dtype == 'f4' and a.flags.f_contiguous and (a == np.arange(2048.).reshape(64, 32)).all()")]
    [TestCase("@a.npy @3.h5:/g/u", "d = h5py.File('3.h5')['g/u']; assert d.dtype == 'f4' and (d[:].T == np.arange(24.).reshape(4, 6)).all()")]
    [TestCase("@a.npy @4.h5:/g/u --order C", "d = h5py.File('4.h5')['g/u']; assert (d[:] == np.arange(24.).reshape(4, 6)).all()")]
    [TestCase("@a.npz @5.h5", "f = h5py.File('5.h5'); assert (f['u'][:] == np.arange(24.).reshape(2, 3, 4)).all() and (f['v'][:] == np.arange(5)).all()")]
    [TestCase("@c.npz @6.npy --order F", "assert (np.load('6.npy') == np.arange(24.).reshape(2, 3, 4)).all()")]
    [TestCase("@a.npz @7.unf", "b = open('7.unf', 'rb').read(); n, = struct.unpack('<i', b[:4]); assert n == 192 and (np.frombuffer(b[4:196]) == np.arange(24.)).all() and struct.unpack('<ii', b[196:204]) == (192, 20) and len(b) == 228")]
    [TestCase("@a.unf:1 @8.npy --raw float64:6x4:F", "a = np.load('8.npy'); assert a.shape == (6, 4) and (a.ravel(order='F') == np.arange(24)).all()")]
    [TestCase("@a.unf:1 @9.npy --raw float64:6x4:F --order C", "a = np.load('9.npy'); assert a.flags.c_contiguous and (a.ravel(order='F') == np.arange(24)).all()")]
    [TestCase("@a.bin @10.npy --raw float64:3x6:+48", "a = np.load('10.npy'); assert (a == np.arange(24.).reshape(4, 6)[1:]).all()")]
    [TestCase("@a.npy @11.raw --order C", "assert (np.fromfile('11.raw', 'f4') == np.arange(24)).all()")]
    [TestCase("@a.txt @12.npz", "z = np.load('12.npz'); assert z.files == ['t', 'energy', 'x'] and (z['energy'] == [1, 4, 7, 10]).all()")]
    [TestCase("@a.npz:v @13.csv", "assert open('13.csv').read() == 'v\\n0\\n1\\n2\\n3\\n4\\n'")]
    [TestCase("@a.h5:n @14.h5:here/n", "assert h5py.File('14.h5')['here/n'][()] == 2**53 + 1")]
    [TestCase("@a.npz:u @15 --to dnpy", "assert (np.frombuffer(open('15_0.dnpy', 'rb').read()[-192:]) == np.arange(24.)).all()")]
    public void Convert_IsWhatPythonReads(string files, string check)
    {
        _folder.Good(["convert", .. files.Split(' ')]);
        _folder.Python(check);
        Assert.That(_folder.Names, Has.None.EndsWith(".partial"));
    }

    [Test]
    public void Convert_OnRanks_IsWhatPythonReads()
    {
        Assert.That(_folder.Good("convert", "@a.npz", "@r.h5", "-n", "3"), Does.Contain("@a.npz:u -> @r.h5:u  float64 (2, 3, 4)\n"));
        _folder.Good("convert", "@r.h5:u", "@r.dnpy", "-n", "2");
        Assert.That(_folder.Names, Does.Contain("r_1.dnpy"));
        Assert.That(_folder.Good("show", "@r.dnpy"), Does.Contain("written nnb over 1 x 1 x 2 files"));
        _folder.Good("convert", "@r.dnpy", "@r.npy");
        _folder.Python("assert (np.load('r.npy') == np.arange(24.).reshape(2, 3, 4)).all()");
    }

    [TestCase("@a.h5 @a.npy", 2, "is there already. --force replaces it")]
    [TestCase("@a.h5 @a.h5 --force", 2, "would be read and written at once")]
    [TestCase("@a.h5 @x.npy", 2, "has 4 arrays, and @x.npy holds one. Choose one, such as @a.h5:/fields/u")]
    [TestCase("@a.h5 @", 2, "is a folder. Name a file in it")]
    [TestCase("@a.npy @x.csv", 2, "and @a.npy is float32 (4, 6)")]
    [TestCase("@a.h5 @x.nyp", 2, "tells no format. Is .npy meant?")]
    [TestCase("@a.h5 @no/x.npz", 2, "there is no folder @no. Make it first")]
    [TestCase("@a.h5:/fields/z @x.npy --dtype float64", 2, "is complex, and float64 has no place for imaginary parts")]
    [TestCase("@a.h5:/n @x.csv", 2, "rounds beyond 2^53")]
    [TestCase("@a.h5:/fields/u @x.csv", 2, "a table of columns of equal length")]
    [TestCase("@a.bin @x.npy", 2, "Say what it holds, such as --raw")]
    [TestCase("@a.unf @x.npy", 2, "2 records: say with --raw what they hold")]
    [TestCase("@a.h5 @x.npz:u", 2, "one name, u, is given for 4 arrays")]
    [TestCase("@bad.npz @x.h5", 1, "is damaged: its checksum is")]
    [TestCase("@bad.npz @x.h5 -n 2", 1, "is damaged: its checksum is")]
    [TestCase("@cut.npz @x.h5", 1, "does not end as a zip file does")]
    [TestCase("@a.unf:1 @x.npy", 2, "record 1 is 192 bytes: say with --raw what it holds")]
    [TestCase("@a.npy @x.h5:/", 2, "'/' is no name in an HDF5 file")]
    [TestCase("@a.npy @x.h5:a//b -n 2", 2, "'a//b' is no name in an HDF5 file")]
    [TestCase("@null.h5:x @x.npy", 2, "has no array x. Is y meant?")]
    [TestCase("@lzf.h5 @x.npz", 70, "required filter 'lzf' is not registered")]
    [TestCase("@empty.h5 @x.npy", 1, "@empty.h5 is empty")]
    public void Convert_OfWhatIsWrong_TellsIt_AndWritesNothing(string files, int status, string told)
    {
        string[] before = _folder.Names;
        (int found, string output, string error) = _folder.Run(["convert", .. files.Split(' ')]);
        Assert.That((found, output), Is.EqualTo((status, "")), error);
        Assert.That(error, Does.Contain(told).And.Not.Contain("   at "));
        Assert.That(_folder.Names, Is.EqualTo(before));
    }

    [TestCase("@null.npz")]
    [TestCase("@other.h5")]
    public void Convert_OfAFileWithANullDataset_TellsThatItIsLeftOut(string target)
    {
        Assert.That(_folder.Good("convert", "@null.h5", target), Does.Contain($"@null.h5:/y -> {target}").And.Contain("left out: /x (float64, null)"));
    }

    [Test]
    public void Convert_ThatFails_LeavesTheOlderFile()
    {
        File.WriteAllText(_folder["old.h5"], "older");
        Assert.That(_folder.Run("convert", "@bad.npz", "@old.h5", "--force").Status, Is.EqualTo(1));
        Assert.That(File.ReadAllText(_folder["old.h5"]), Is.EqualTo("older"));
        _folder.Good("convert", "@a.npz", "@old.h5", "--force");
        _folder.Python("h5py.File('old.h5')['u']");
    }
}
