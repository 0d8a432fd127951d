using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>The checksum of zip files, of pieces on any rank.</summary>
public class Crc32Tests
{
    [TestCase("", 0u)]
    [TestCase("123456789", 0xCBF43926u)]
    [TestCase("The quick brown fox jumps over the lazy dog", 0x414FA339u)]
    public void Checksum_OfText_IsThePublishedOne(string text, uint expected)
    {
        byte[] bytes = System.Text.Encoding.ASCII.GetBytes(text);
        Assert.That(Crc32.Checksum(Crc32.Update(0, bytes), bytes.Length), Is.EqualTo(expected));
    }

    [Test]
    public void Update_OfAnyLengthAndState_IsThatByteByByte()
    {
        byte[] bytes = [.. Enumerable.Range(0, 400).Select(i => (byte)(i * i / 7))];
        for (int first = 0; first < 20; first++)
        {
            for (int end = first; end <= bytes.Length; end++)
            {
                uint state = 0x12345678;
                for (int i = first; i < end; i++)
                    state = Crc32.Update(state, [bytes[i]]);
                Assert.That(Crc32.Update(0x12345678, bytes.AsSpan(first, end - first)), Is.EqualTo(state), $"{first} to {end}");
            }
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void Checksum_OfInterleavedPieces_IsTheWholes(ICommunicator world)
    {
        byte[] bytes = [.. Enumerable.Range(0, 1000).Select(i => (byte)(i * i / 7))];
        foreach (int length in (int[])[1, 8, 17, 1000])
        {
            var pieces = new Crc32Pieces();
            for (int offset = 0, number = 0; offset < bytes.Length; offset += length, number++)
            {
                if (number % world.Size == world.Rank)
                    pieces.Add(offset, bytes.AsSpan(offset, Math.Min(length, bytes.Length - offset)));
            }
            Assert.That(pieces.Checksum(world, bytes.Length), Is.EqualTo(Crc32.Checksum(Crc32.Update(0, bytes), bytes.Length)));
        }
    }

    [Test]
    public void Distance_BeyondFourGigabytes_IsThatOfItsParts()
    {
        const long far = 5_000_000_000;
        uint half = Crc32.Distance(far / 2);
        Assert.That(Crc32.Multiply(half, half), Is.EqualTo(Crc32.Distance(far)));
        Assert.That(Crc32.Distance(far), Is.Not.EqualTo(Crc32.Distance(far - (1L << 32))));
    }
}
