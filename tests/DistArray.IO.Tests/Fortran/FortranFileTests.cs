using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Unformatted files, as gfortran writes and reads them.</summary>
public class FortranFileTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Read_SequentialFileOfGfortran_FitsAnyDistribution(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        var gfortran = new Gfortran(world, folder);
        foreach ((FortranFormat format, string[] flags, long subrecord) in FortranPrograms.SequentialForms)
        {
            string program = gfortran.Compile("writer", FortranPrograms.Writer, flags);
            foreach (long[] shape in Cases.Shapes)
            {
                Outside.RunProgram(world, program, FortranPrograms.Arguments(folder["a"], FortranAccess.Sequential, shape));
                using FortranFile file = FortranFile.Open(folder["a"], world, format);
                long bytes = 8 * shape.Aggregate(1L, (size, extent) => size * extent);
                Assert.That(file.RecordCount, Is.EqualTo(3 + shape[^1]));
                Assert.That(file.GetRecord(0), Is.EqualTo(new FortranRecord(format.MarkerBytes, 12, 1)));
                Assert.That(file.GetRecord(1).Length, Is.EqualTo(bytes));
                Assert.That(file.GetRecord(1).Subrecords, Is.EqualTo(Math.Max((bytes + subrecord - 1) / subrecord, 1)));
                ReadAll(file, shape, single: 2, slices: 3);
            }
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Read_DirectFileOfGfortran_FitsAnyDistribution(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var gfortran = new Gfortran(world, folder);
        foreach (ByteOrder order in Enum.GetValues<ByteOrder>())
        {
            string program = gfortran.Compile("writer", FortranPrograms.Writer, order == ByteOrder.BigEndian ? "-fconvert=big-endian" : "-fconvert=native");
            foreach (long[] shape in Cases.Shapes)
            {
                Outside.RunProgram(world, program, FortranPrograms.Arguments(folder["a"], FortranAccess.Direct, shape));
                long bytes = 8 * shape.Aggregate(1L, (size, extent) => size * extent);
                using FortranFile file = FortranFile.Open(folder["a"], world, FortranFormat.Direct(bytes + 24, order));
                Assert.That(file.RecordCount, Is.EqualTo(3 + shape[^1]));
                ReadAll(file, shape, single: 2, slices: 3);
            }
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Read_StreamFileOfGfortran_FitsAnyDistribution(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var gfortran = new Gfortran(world, folder);
        foreach (ByteOrder order in Enum.GetValues<ByteOrder>())
        {
            string program = gfortran.Compile("writer", FortranPrograms.Writer, order == ByteOrder.BigEndian ? "-fconvert=big-endian" : "-fconvert=native");
            foreach (long[] shape in Cases.Shapes)
            {
                Outside.RunProgram(world, program, FortranPrograms.Arguments(folder["a"], FortranAccess.Stream, shape));
                using FortranFile file = FortranFile.Open(folder["a"], world, FortranFormat.Stream(order));
                Assert.That(file.ReadValue<int>(0), Is.EqualTo(42));
                Assert.That(file.ReadValue<double>(0, offset: 4), Is.EqualTo(0.5));
                foreach ((string kind, Distribution distribution) in Cases.Distributions(world, shape))
                {
                    using DistArray<double> array = file.Read<double>(0, distribution, offset: 12);
                    Cases.AssertArange(array, $"{string.Join('x', shape)} {kind}");
                }
            }
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Save_AnyDistribution_IsWhatGfortranReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        var gfortran = new Gfortran(world, folder);
        foreach ((FortranFormat form, string[] flags, long subrecord) in FortranPrograms.SequentialForms)
        {
            string program = gfortran.Compile("reader", FortranPrograms.Reader, flags);
            using var subrecords = new LoweredSubrecords(subrecord);
            foreach (long[] shape in Cases.Shapes)
            {
                long bytes = 8 * shape.Aggregate(1L, (size, extent) => size * extent);
                foreach (FortranFormat format in form.MarkerBytes == 4 && subrecord > 100 ? [form, FortranFormat.Direct(bytes + 24, form.ByteOrder), FortranFormat.Stream(form.ByteOrder)] : (FortranFormat[])[form])
                {
                    foreach ((string kind, Distribution distribution) in Cases.Distributions(world, shape))
                    {
                        MemoryOrder memory = shape.Length % 2 == 0 ? MemoryOrder.ColumnMajor : MemoryOrder.RowMajor;
                        using DistArray<double> array = Cases.Arange(distribution, memory);
                        using DistArray<float> single = Np.FromFunction<float>(distribution, indices => Cases.Index(indices, shape), memory);
                        Assert.That(() =>
                        {
                            Save(folder["a"], format, array, single);
                            Outside.RunProgram(world, program, FortranPrograms.Arguments(folder["a"], format.Access, shape));
                        }, Throws.Nothing, $"{format} {string.Join('x', shape)} {kind}");
                    }
                }
            }
        }
    }

    [MpiTest(1, 2)]
    public void Save_IsByteForByteWhatGfortranWrites(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var gfortran = new Gfortran(world, folder);
        foreach ((FortranFormat format, string[] flags, long subrecord) in FortranPrograms.SequentialForms)
        {
            string program = gfortran.Compile("writer", FortranPrograms.Writer, flags);
            using var subrecords = new LoweredSubrecords(subrecord);
            long[] shape = [5, 4, 6];
            Outside.RunProgram(world, program, FortranPrograms.Arguments(folder["theirs"], FortranAccess.Sequential, shape));
            using DistArray<double> array = Cases.Arange(new Distribution(world, shape, "bbn"));
            using DistArray<float> single = Np.FromFunction<float>(array.Distribution, indices => Cases.Index(indices, shape));
            Save(folder["ours"], format, array, single);
            Assert.That(File.ReadAllBytes(folder["ours"]), Is.EqualTo(File.ReadAllBytes(folder["theirs"])), $"{format} {subrecord}");
            world.Barrier();
        }
    }

    [MpiTest(1, 3)]
    public void Read_OfWrongSizeOrRecord_ThrowsAlike(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [3, 4], "bn"));
        FortranFile.Save(folder["a"], world, FortranFormat.Sequential(), file =>
        {
            file.WriteValues(1, 2, 3);
            file.Write(array);
        });
        using (FortranFile file = FortranFile.Open(folder["a"], world, FortranFormat.Sequential()))
        {
            var larger = new Distribution(world, [3, 5]);
            Assert.That(file.ReadValues<int>(0, 3), Is.EqualTo((int[])[1, 2, 3]));
            Assert.That(file.ReadBytes(0), Is.EqualTo((byte[])[1, 0, 0, 0, 2, 0, 0, 0, 3, 0, 0, 0]));
            Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => file.Read<double>(1, larger)).Message, Does.Contain("96 bytes").And.Contain("120"));
            Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => file.Read<float>(1, array.Distribution)).Message, Does.Contain("96 bytes").And.Contain("48"));
            Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => file.Read<double>(2, larger)).Message, Does.Contain("2 records"));
            Cases.ThrowsAlike<InvalidDataException>(world, () => file.ReadValues<double>(0, int.MaxValue));
            Cases.ThrowsAlike<InvalidDataException>(world, () => file.ReadValue<int>(0, long.MaxValue));
            Cases.ThrowsAlike<InvalidDataException>(world, () => file.ReadValue<int>(0, -4));
            Cases.ThrowsAlike<ArgumentException>(world, () => file.ReadSlices(0, array, (MemoryOrder)1));
        }
        Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => FortranFile.Open(folder["a"], world, FortranFormat.Sequential(ByteOrder.BigEndian))).Message,
            Does.Contain("little-endian, 4-byte markers its markers fit"));
        Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => FortranFile.Open(folder["a"], world, FortranFormat.Direct(100))).Message, Does.Contain("124 bytes"));
        Cases.ThrowsAlike<FileNotFoundException>(world, () => FortranFile.Open(folder["b"], world, FortranFormat.Stream()));
    }

    [MpiTest(1, 2, 3)]
    public void Save_RecordThatFailsAndIsCaught_IsNotPutInPlace(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        FortranFile.Save(folder["a"], world, FortranFormat.Sequential(), file => file.WriteValues(1, 2, 3));
        byte[] before = File.ReadAllBytes(folder["a"]);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [12, 8], "nc")), gone = Cases.Arange(array.Distribution);
        if (world.Rank == world.Size - 1)
            gone.Dispose();
        string message = Cases.ThrowsAlike<RankFailedException>(world, () => FortranFile.Save(folder["a"], world, FortranFormat.Sequential(), file =>
        {
            file.Write(array);
            Assert.That(() => file.Write(gone), Throws.Exception);
            file.Write(array);
        })).Message;
        Assert.That(message, Does.Contain("its exception was caught"));
        Assert.That(File.ReadAllBytes(folder["a"]), Is.EqualTo(before));
        Assert.That(folder.Names, Is.EqualTo((string[])["a"]));
        world.Barrier();
    }

    [MpiTest(1, 3)]
    public void Save_ThatFails_KeepsTheOldFile(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        FortranFile.Save(folder["a"], world, FortranFormat.Direct(8), file => file.WriteValues(1L));
        byte[] old = File.ReadAllBytes(folder["a"]);
        world.Barrier();
        Assert.That(Cases.ThrowsAlike<ArgumentException>(world, () => FortranFile.Save(folder["a"], world, FortranFormat.Direct(8), file => file.WriteValues(1L, 2L))).Message, Does.Contain("16 bytes"));
        Assert.Catch(() => FortranFile.Save(folder["a"], world, FortranFormat.Direct(8), file =>
        {
            file.WriteValues(5L);
            if (world.Rank == world.Size - 1)
                throw new InvalidOperationException("out of luck");
            file.WriteValues(6L);
        }));
        if (world.Size > 1)
            Cases.ThrowsAlike<InvalidOperationException>(world, () => FortranFile.Save(folder["a"], world, FortranFormat.Direct(8), file => file.WriteValues((long)world.Rank)));
        Assert.That(File.ReadAllBytes(folder["a"]), Is.EqualTo(old));
        world.Barrier();
        Assert.That(folder.Names, Is.EqualTo((string[])["a"]));
    }

    [MpiTest(1, 2)]
    public void Save_OnFullDisk_KeepsTheOldFile(ICommunicator world)
    {
        using var disk = new SmallDisk(world, kilobytes: 1024);
        FortranFormat format = FortranFormat.Sequential();
        using DistArray<double> small = Cases.Arange(new Distribution(world, [1000])), large = Cases.Arange(new Distribution(world, [300_000]));
        FortranFile.Save(disk["a"], world, format, file => file.Write(small));
        Assert.That(Cases.ThrowsAlike<IOException>(world, () => FortranFile.Save(disk["a"], world, format, file =>
        {
            file.Write(small);
            file.Write(large);
        })).Message, Does.Contain("No space left on device"));
        var layout = new FieldFileLayout(format) { FieldItem.Field<double>("u", [300_000]) };
        Assert.That(Cases.ThrowsAlike<IOException>(world, () => FieldFile.Save(disk["a"], world, layout, file => file.Write("u", large))).Message, Does.Contain("No space left on device"));
        Assert.That(disk.Names, Is.EqualTo((string[])["a"]));
        using FortranFile old = FortranFile.Open(disk["a"], world, format);
        using DistArray<double> read = old.Read<double>(0, small.Distribution);
        Cases.AssertArange(read, "old");
    }

    private static void Save(string path, FortranFormat format, DistArray<double> array, DistArray<float> single) =>
        FortranFile.Save(path, array.Distribution.Communicator, format, file =>
        {
            file.WriteRecord(record => record.Add(42).Add(0.5));
            file.Write(array);
            file.Write(single);
            if (format.Access != FortranAccess.Stream)
                file.WriteSlices(array);
        });

    private static void ReadAll(FortranFile file, long[] shape, long single, long slices)
    {
        Assert.That(file.ReadValue<int>(0), Is.EqualTo(42));
        Assert.That(file.ReadValue<double>(0, offset: 4), Is.EqualTo(0.5));
        foreach ((string kind, Distribution distribution) in Cases.Distributions(file.Communicator, shape))
        {
            string name = $"{file.Format} {string.Join('x', shape)} {kind}";
            using DistArray<double> array = file.Read<double>(1, distribution), columns = Np.Full(distribution, -1.0, MemoryOrder.ColumnMajor);
            Cases.AssertArange(array, name);
            file.ReadSlices(slices, columns);
            Cases.AssertArange(columns, $"{name} slices");
            using DistArray<float> floats = file.Read<float>(single, distribution), expected = Np.FromFunction<float>(distribution, indices => Cases.Index(indices, shape));
            Assert.That(floats.LocalToArray(), Is.EqualTo(expected.LocalToArray()), $"{name} single");
        }
    }
}
