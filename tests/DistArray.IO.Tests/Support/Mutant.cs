namespace DistArray.IO.Tests;

/// <summary>Damages the bytes of a file, the same on every rank for the same seed.</summary>
internal static class Mutant
{
    private static readonly string[] s_numbers = ["-1", "0", "00", "1", "6", "8", "11", "255", "65535", "2147483647", "2147483648", "4294967295", "4294967296", "9223372036854775807",
        "9223372036854775808", "99999999999999999999999", "True", "None", "1e9", "0x7", "'7'", "()", "(7,)", "[7, 10]", ""];

    /// <summary>A damaged copy.</summary>
    /// <param name="original">The bytes.</param>
    /// <param name="end">Damage is done before this byte.</param>
    /// <param name="random">Where the damage comes from.</param>
    public static byte[] Of(byte[] original, int end, Random random)
    {
        var bytes = new List<byte>(original);
        for (int damages = random.Next(3) == 0 ? 2 : 1; damages > 0; damages--)
            Damage(bytes, Math.Min(end, bytes.Count), random);
        return [.. bytes];
    }

    private static void Damage(List<byte> bytes, int end, Random random)
    {
        if (end == 0)
            return;
        int at = random.Next(end);
        switch (random.Next(9))
        {
            case 0 or 1:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 2:
                bytes[at] = (byte)random.Next(256);
                break;
            case 3:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 4:
                bytes.RemoveRange(at, Math.Min(random.Next(1, 9), bytes.Count - at));
                break;
            case 5:
                bytes.InsertRange(at, bytes.GetRange(at, Math.Min(random.Next(1, 9), bytes.Count - at)));
                break;
            case 6:
                byte full = (byte)(random.Next(3) switch { 0 => 0, 1 => 255, _ => 127 });
                for (int i = at; i < Math.Min(at + (1 << random.Next(4)), bytes.Count); i++)
                    bytes[i] = full;
                break;
            default:
                Number(bytes, at, end, random);
                break;
        }
    }

    // The next number of the text becomes another one, or something else.
    private static void Number(List<byte> bytes, int at, int end, Random random)
    {
        while (at < end && !char.IsAsciiDigit((char)bytes[at]))
            at++;
        int stop = at;
        while (stop < end && char.IsAsciiDigit((char)bytes[stop]))
            stop++;
        bytes.RemoveRange(at, stop - at);
        bytes.InsertRange(at, System.Text.Encoding.ASCII.GetBytes(s_numbers[random.Next(s_numbers.Length)]));
    }
}
