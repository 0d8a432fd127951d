using System.Buffers.Binary;
using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Damaged sequential files: the same exception on every rank, never part of an array.</summary>
public class DamagedFortranFileTests
{
    private const int Mutations = 5000;

    [MpiTest(1, 3)]
    public void Open_OfAnyDamage_ThrowsAlikeOrReadsWhole(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var random = new Random(7);
        foreach (FortranFormat format in (FortranFormat[])[FortranFormat.Sequential(), FortranFormat.Sequential(ByteOrder.BigEndian, 8)])
        {
            byte[] whole = Whole(world, folder["whole"], format, out List<int> markers, out List<int> boundaries);
            int refused = 0;
            for (int i = 0; i < Mutations / 2; i++)
            {
                (byte[] damaged, bool mustFail) = Damage(whole, markers, boundaries, format.MarkerBytes, random);
                if (world.Rank == 0)
                    File.WriteAllBytes(folder["damaged"], damaged);
                world.Barrier();
                refused += Check(world, folder["damaged"], format, damaged, mustFail, $"{format}, damage {i}") ? 1 : 0;
                world.Barrier();
            }
            Assert.That(refused, Is.InRange(Mutations / 4, Mutations / 2 - 1), "Some damage is of contents only.");
        }
    }

    [MpiTest(1, 2)]
    public void Open_OfMoreRecordsThanMemoryMayHold_ThrowsAlike(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.OnRankZero(world, () =>
        {
            File.WriteAllBytes(folder["zeros"], new byte[4096]);
            return 0;
        });
        using (FortranFile file = FortranFile.Open(folder["zeros"], world, FortranFormat.Sequential()))
            Assert.That(file.RecordCount, Is.EqualTo(512));
        int pieces = FortranLimits.Pieces;
        FortranLimits.Pieces = 100;
        try
        {
            Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => FortranFile.Open(folder["zeros"], world, FortranFormat.Sequential())).Message, Does.Contain("more than 100 records"));
        }
        finally
        {
            FortranLimits.Pieces = pieces;
        }
    }

    private static bool Check(ICommunicator world, string path, FortranFormat format, byte[] damaged, bool mustFail, string name)
    {
        string outcome;
        try
        {
            using FortranFile file = FortranFile.Open(path, world, format);
            long total = 0;
            for (long record = 0; record < file.RecordCount; record++)
            {
                FortranRecord found = file.GetRecord(record);
                total += found.Length + 2L * format.MarkerBytes * found.Subrecords;
                Assert.That(file.ReadBytes(record), Has.Length.EqualTo(found.Length), name);
            }
            Assert.That(total, Is.EqualTo(damaged.Length), name);
            Assert.That(mustFail, Is.False, name);
            outcome = "whole";
        }
        catch (InvalidDataException e)
        {
            outcome = e.Message;
        }
        Assert.That(outcome, Is.EqualTo(world.Broadcast(world.Rank == 0 ? outcome : null, 0)), name);
        return outcome != "whole";
    }

    private static (byte[] Bytes, bool MustFail) Damage(byte[] whole, List<int> markers, List<int> boundaries, int markerBytes, Random random)
    {
        byte[] bytes = [.. whole];
        switch (random.Next(5))
        {
            case 0:
                int length = random.Next(whole.Length);
                return (bytes[..length], !boundaries.Contains(length));
            case 1:
                int at = markers[random.Next(markers.Count)] + random.Next(markerBytes);
                bytes[at] ^= (byte)(1 << random.Next(8));
                return (bytes, true);
            case 2:
                long[] values = [-1, int.MinValue, int.MaxValue, long.MinValue, long.MaxValue, -12345, whole.Length, 1L << 40, random.NextInt64()];
                Span<byte> value = stackalloc byte[8];
                BinaryPrimitives.WriteInt64LittleEndian(value, values[random.Next(values.Length)]);
                int marker = markers[random.Next(markers.Count)];
                value[..markerBytes].CopyTo(bytes.AsSpan(marker));
                return (bytes, !bytes.AsSpan().SequenceEqual(whole));
            case 3:
                int place = random.Next(whole.Length + 1);
                byte[] extra = new byte[random.Next(1, 20)];
                random.NextBytes(extra);
                return ([.. whole[..place], .. extra, .. whole[place..]], false);
            default:
                for (int i = random.Next(1, 10); i > 0; i--)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                return (bytes, false);
        }
    }

    /// <summary>A file of an empty record, small ones, and one of several subrecords where markers have 4 bytes.</summary>
    private static byte[] Whole(ICommunicator world, string path, FortranFormat format, out List<int> markers, out List<int> boundaries)
    {
        using var subrecords = new LoweredSubrecords(70);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [40], "b"));
        FortranFile.Save(path, world, format, file =>
        {
            file.WriteRecord(record => record.Add(42).Add(0.5));
            file.WriteRecord(_ => { });
            file.Write(array);
            file.WriteValues(7, 8);
        });
        byte[] whole = File.ReadAllBytes(path);
        markers = [];
        boundaries = [0];
        int[][] records = [[12], [0], format.MarkerBytes == 4 ? [70, 70, 70, 70, 40] : [320], [8]];
        int position = 0;
        foreach (int[] record in records)
        {
            foreach (int bytes in record)
            {
                markers.AddRange([position, position + format.MarkerBytes + bytes]);
                position += bytes + 2 * format.MarkerBytes;
            }
            boundaries.Add(position);
        }
        Assert.That(position, Is.EqualTo(whole.Length));
        return whole;
    }
}
