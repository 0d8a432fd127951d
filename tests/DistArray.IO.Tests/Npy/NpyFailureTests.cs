using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Bad input and bad luck with NumPy's files: a clear error on every rank alike, and the older file as it was.</summary>
public class NpyFailureTests
{
    [MpiTest(1, 2, 3)]
    public void Read_WhatNoArrayHas_SaysWhatToDo(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            for name, a in {'structured': np.zeros(5, [('a', 'f8'), ('b', 'i4')]), 'objects': np.array([1, 'a', None, 2, 3], object), 'text': np.array(['a'] * 5),
                            'bytes': np.array([b'a'] * 5), 'half': np.zeros(5, 'f2'), 'time': np.zeros(5, 'M8[s]'), 'long': np.zeros(5, np.longdouble), 'void': np.zeros(5, 'V3')}.items():
                np.save(sys.argv[1] + '/' + name, a)
            """, folder.Path);
        string Text(string name)
        {
            Assert.Throws<NotSupportedException>(() => NpyFile.ReadHeader(folder[$"{name}.npy"]));
            return Cases.ThrowsAlike<NotSupportedException>(world, () => NpyFile.Read<double>(folder[$"{name}.npy"], new Distribution(world, [5]))).Message;
        }
        Assert.That(Text("structured"), Does.Contain(folder["structured.npy"]).And.Contain("structured").And.Contain("a['field']"));
        Assert.That(Text("objects"), Does.Contain("Python objects"));
        Assert.That(Text("text"), Does.Contain("'<U1'"));
        Assert.That(Text("bytes"), Does.Contain("text. Save arrays of numbers"));
        Assert.That(Text("half"), Does.Contain("float16").And.Contain("astype('f4')"));
        Assert.That(Text("time"), Does.Contain("astype('i8')"));
        Assert.That(Text("long"), Does.Contain("astype('f8')"));
        Assert.That(Text("void"), Does.Contain("'|V3'"));
    }

    [MpiTest(1, 2, 3)]
    public void Read_WhatDoesNotFit_Throws(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            np.save(sys.argv[1] + '/a.npy', np.arange(20.).reshape(5, 4))
            open(sys.argv[1] + '/cut.npy', 'wb').write(open(sys.argv[1] + '/a.npy', 'rb').read()[:-1])
            open(sys.argv[1] + '/text.npy', 'w').write('no NumPy file')
            open(sys.argv[1] + '/empty.npy', 'w')
            """, folder.Path);
        string Text<T>(string name, params long[] shape) where T : unmanaged =>
            Cases.ThrowsAlike<InvalidDataException>(world, () => NpyFile.Read<T>(folder[name], new Distribution(world, shape))).Message;
        Assert.That(Text<float>("a.npy", 5, 4), Does.Contain("holds float64, and float32 was asked for"));
        Assert.That(Text<Logical64>("a.npy", 5, 4), Does.Contain("holds float64, and logical64 was asked for"));
        Assert.That(Text<double>("a.npy", 4, 5), Does.Contain("has shape (5, 4), and (4, 5) was asked for"));
        Assert.That(Text<double>("a.npy", 20), Does.Contain("has shape (5, 4), and (20,) was asked for"));
        Assert.That(Text<double>("cut.npy", 5, 4), Does.Contain("159 bytes").And.Contain("160").And.Contain("cut"));
        Assert.That(Text<double>("text.npy", 5, 4), Does.Contain("does not begin as a NumPy file"));
        Assert.That(Text<double>("empty.npy", 5, 4), Does.Contain("0 bytes"));
        Assert.That(Cases.ThrowsAlike<FileNotFoundException>(world, () => NpyFile.Read<double>(folder["none.npy"], new Distribution(world, [5]))).Message, Does.Contain(folder["none.npy"]));
        Assert.That(Cases.ThrowsAlike<DirectoryNotFoundException>(world, () => NpyFile.Read<double>(folder["no/a.npy"], new Distribution(world, [5]))).Message, Does.Contain("no folder"));
        Assert.That(Cases.ThrowsAlike<IOException>(world, () => NpyFile.Read<double>(folder.Path, new Distribution(world, [5]))).Message, Does.Contain("is a folder"));
    }

    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (-5, -4), }", "negative")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (4294967296, 4294967296), }", "overflows")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (0, 4294967296, 4294967296), }", "overflows")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (2305843009213693952,), }", "overflows")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999999999999,), }", "no integer of 64 bits")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (1000000000000,), }", "cut")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': 20, }", "no tuple")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (2.5,), }", "no integer")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (True,), }", "no tuple")]
    [TestCase("{'descr': '<f8', 'fortran_order': 0, 'shape': (20,), }", "no boolean")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (20,), 'more': 1}", "other keys")]
    [TestCase("{'descr': '<f8', 'fortran_order': False}", "other keys")]
    [TestCase("{'descr': '<f8', 'descr': '<f8', 'shape': (20,), }", "there twice")]
    [TestCase("{'descr': 8, 'fortran_order': False, 'shape': (20,), }", "no element type")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (20,), } x", "more behind")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (20,)", "missing")]
    [TestCase("{'descr': '<f8, 'fortran_order': False, 'shape': (20,)}", "missing")]
    [TestCase("{'descr': '<f8', 'fortran_order': __import__('os'), 'shape': (20,)}", "neither")]
    [TestCase("{'a': ((((((((((((1,),),),),),),),),),),),)}", "nested too deeply")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (020,), }", "begins with 0")]
    [TestCase("", "neither")]
    [TestCase("{'descr': '<f8', 'fortran_order': False, 'shape': (20,), }\0", "more behind")]
    public void ReadHeader_Hostile_Throws(string header, string problem)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [0x93, .. "NUMPY"u8, 1, 0, (byte)(header.Length + 1), 0, .. System.Text.Encoding.ASCII.GetBytes(header + '\n'), .. new byte[160]]);
            Assert.That(() => NpyFile.ReadHeader(path), Throws.TypeOf<InvalidDataException>().With.Message.Contains(problem).And.Message.Contains(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [TestCase(new byte[] { 2, 0, 255, 255, 255, 255 }, "ends within its header, which has 4294967295 bytes")]
    [TestCase(new byte[] { 2, 0, 255, 255 }, "ends within its header")]
    [TestCase(new byte[] { 1, 0, 255, 255, 0 }, "ends within its header, which has 65535 bytes")]
    [TestCase(new byte[] { 1 }, "too few")]
    public void ReadHeader_LengthBeyondTheFile_Throws(byte[] start, string problem)
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, [0x93, .. "NUMPY"u8, .. start]);
            Assert.That(() => NpyFile.ReadHeader(path), Throws.TypeOf<InvalidDataException>().With.Message.Contains(problem));
            File.WriteAllBytes(path, [0x93, .. "NUMPY"u8, 1, 0, 2, 0, .. "{}\n"u8]);
            Assert.That(() => NpyFile.ReadHeader(path), Throws.TypeOf<InvalidDataException>().With.Message.Contains("does not end with a line"));
            File.WriteAllBytes(path, [0x93, .. "NUMPY"u8, 4, 0, 0, 0, 0, 0]);
            Assert.That(() => NpyFile.ReadHeader(path), Throws.TypeOf<NotSupportedException>().With.Message.Contains("version 4.0"));
        }
        finally
        {
            File.Delete(path);
        }
    }

    [MpiTest(1, 2)]
    public void Write_WhereItCannotBe_Throws(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [5]));
        Outside.OnRankZero(world, () => Directory.CreateDirectory(folder["folder.npy"]));
        NpyFile.Write(folder["a.npy"], array);
        void AssertThrows(Action<string> write)
        {
            Assert.That(Cases.ThrowsAlike<DirectoryNotFoundException>(world, () => write(folder["no/a.npy"])).Message, Does.Contain("no folder"));
            Assert.That(Cases.ThrowsAlike<DirectoryNotFoundException>(world, () => write(folder["a.npy/b.npy"])).Message, Does.Contain("is a file and no folder"));
            Assert.That(Cases.ThrowsAlike<IOException>(world, () => write(folder["folder.npy"])).Message, Does.Contain("is a folder"));
        }
        AssertThrows(path => NpyFile.Write(path, array));
        AssertThrows(path => NpzFile.Save(path, world, writer => writer.Write("x", array)));
        Assert.That(folder.Names, Is.EqualTo((string[])["a.npy", "folder.npy"]));
    }

    [MpiTest(1, 2, 3)]
    public void Write_OnFullDisk_KeepsTheOldFile(ICommunicator world)
    {
        using var disk = new SmallDisk(world, kilobytes: 1024);
        using DistArray<double> small = Cases.Arange(new Distribution(world, [1000])), large = Cases.Arange(new Distribution(world, [300_000]));
        NpyFile.Write(disk["a.npy"], small);
        NpzFile.Save(disk["a.npz"], world, writer => writer.Write("x", small));
        DnpyFile.Write(disk["a"], small);
        string[] before = disk.Names;
        void AssertFull(Action write) => Assert.That(Cases.ThrowsAlike<IOException>(world, write).Message, Does.Contain("No space left on device"));
        AssertFull(() => NpyFile.Write(disk["a.npy"], large));
        AssertFull(() => NpzFile.Save(disk["a.npz"], world, writer =>
        {
            writer.Write("x", small);
            writer.Write("y", large);
        }));
        AssertFull(() => DnpyFile.Write(disk["a"], large));
        AssertOld(world, disk, before);
    }

    [MpiTest(1, 2)]
    public void Write_OnReadOnlyDisk_KeepsTheOldFile(ICommunicator world)
    {
        using var disk = new SmallDisk(world, kilobytes: 1024);
        using DistArray<double> small = Cases.Arange(new Distribution(world, [1000]));
        NpyFile.Write(disk["a.npy"], small);
        NpzFile.Save(disk["a.npz"], world, writer => writer.Write("x", small));
        DnpyFile.Write(disk["a"], small);
        string[] before = disk.Names;
        disk.MakeReadOnly();
        void AssertReadOnly(Action write) => Assert.That(Cases.ThrowsAlike<Exception>(world, write).Message, Does.Contain("ead-only").And.Contain(disk["a"]));
        AssertReadOnly(() => NpyFile.Write(disk["a.npy"], small));
        AssertReadOnly(() => NpzFile.Save(disk["a.npz"], world, writer => writer.Write("x", small)));
        AssertReadOnly(() => DnpyFile.Write(disk["a"], small));
        AssertOld(world, disk, before);
    }

    private static void AssertOld(ICommunicator world, SmallDisk disk, string[] names)
    {
        Assert.That(disk.Names, Is.EqualTo(names));
        var cyclic = new Distribution(world, [1000], "c");
        using DistArray<double> npy = NpyFile.Read<double>(disk["a.npy"], cyclic), dnpy = DnpyFile.Read<double>(disk["a"], cyclic);
        using NpzFile file = NpzFile.Open(disk["a.npz"], world);
        using DistArray<double> npz = file.Read<double>("x", cyclic);
        Cases.AssertArange(npy, "npy");
        Cases.AssertArange(npz, "npz");
        Cases.AssertArange(dnpy, "dnpy");
    }
}
