using System.Buffers.Binary;
using System.Security.Cryptography;

namespace DistArray.IO;

/// <summary>What follows HDF5's part of a checkpoint: a hash of all of it but the elements of arrays, which have checksums of their own.</summary>
/// <remarks>libhdf5 can crash on damaged structures, so they are looked at before it sees them. Other programs do not notice what follows
/// the end of their file. Layout, little-endian: offset and size of each array's elements; length of HDF5's part; SHA-256 of the bytes between the arrays and
/// of the numbers before; length of the seal; <see cref="Magic"/>.</remarks>
internal static class CheckpointSeal
{
    private const long Magic = 0x4C414553_4B434144;     // DACKSEAL
    private const int Fixed = 8 + 32 + 16;

    /// <summary>Seals a file that HDF5 has closed.</summary>
    /// <param name="path">The file.</param>
    /// <param name="arrays">Offset and size in bytes of the elements of each array.</param>
    public static void Write(string path, IReadOnlyList<(long Offset, long Count)> arrays)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
        var numbers = new List<long>();
        foreach ((long offset, long count) in arrays.Where(array => array.Count > 0).OrderBy(array => array.Offset))
            numbers.AddRange([offset, count]);
        numbers.Add(file.Length);
        byte[] start = Bytes([.. numbers]), hash = Hash(file, [.. numbers]);
        file.Position = file.Length;
        file.Write([.. start, .. hash, .. Bytes([start.Length + hash.Length + 16, Magic])]);
    }

    /// <summary>Returns where a file is as it was sealed, the elements of its arrays apart.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidDataException">It is not.</exception>
    public static void Check(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        if (file.Length < Fixed)
            throw Broken("it is too short");
        long[] end = Read(file, file.Length - 16, 2);
        if (end[1] != Magic)
            throw Broken("it does not end as checkpoints do: it is truncated, was changed by another program, or is no checkpoint");
        if (end[0] < Fixed || end[0] > Math.Min(file.Length, 1 << 26) || (end[0] - Fixed) % 16 != 0)
            throw Broken("the seal at its end is damaged");
        long[] numbers = Read(file, file.Length - end[0], (int)(end[0] - Fixed) / 8 + 1);
        if (numbers[^1] != file.Length - end[0] || !IsInOrder(numbers))
            throw Broken("the seal at its end is damaged");
        if (!Hash(file, numbers).AsSpan().SequenceEqual(Bytes(Read(file, file.Length - 16 - 32, 4))))
            throw Broken("its structure is not as it was written");
    }

    private static bool IsInOrder(long[] numbers)
    {
        long position = 0;
        for (int i = 0; i < numbers.Length - 1; i += 2)
        {
            if (numbers[i] < position || numbers[i + 1] <= 0 || numbers[i + 1] > numbers[^1] - numbers[i])
                return false;
            position = numbers[i] + numbers[i + 1];
        }
        return true;
    }

    private static byte[] Hash(FileStream file, long[] numbers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Bytes(numbers));
        byte[] buffer = new byte[1 << 16];
        long position = 0;
        for (int i = 0; i < numbers.Length; i += 2)
        {
            file.Position = position;
            for (long left = numbers[i] - position; left > 0;)
            {
                int count = (int)Math.Min(left, buffer.Length);
                file.ReadExactly(buffer, 0, count);
                hash.AppendData(buffer, 0, count);
                left -= count;
            }
            position = i + 1 < numbers.Length ? numbers[i] + numbers[i + 1] : numbers[i];
        }
        return hash.GetHashAndReset();
    }

    private static long[] Read(FileStream file, long offset, int count)
    {
        byte[] bytes = new byte[8 * count];
        file.Position = offset;
        file.ReadExactly(bytes);
        var numbers = new long[count];
        for (int i = 0; i < count; i++)
            numbers[i] = BinaryPrimitives.ReadInt64LittleEndian(bytes.AsSpan(8 * i));
        return numbers;
    }

    private static byte[] Bytes(long[] numbers)
    {
        byte[] bytes = new byte[8 * numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
            BinaryPrimitives.WriteInt64LittleEndian(bytes.AsSpan(8 * i), numbers[i]);
        return bytes;
    }

    private static InvalidDataException Broken(string reason) => new(reason);
}
