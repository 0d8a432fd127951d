using System.Runtime.InteropServices;
using System.Text;

namespace DistArray.Mpi;

/// <summary>What a thread of a rank waits in, or was in last; in memory that the ranks of a node share.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct CallRecord
{
    public const int LabelBytes = 64, SiteBytes = 160;

    public int IsActive;
    public int IsWait;
    public long Began;
    public long Ended;
    public long Count;
    public long Communicator;
    public int Kind;
    public int Type;
    public int Operation;
    public int Root;
    public int Tag;
    private fixed byte _label[LabelBytes];
    private fixed byte _site[SiteBytes];

    /// <summary>Milliseconds of a clock that all processes of a node share; it is coarse and costs little.</summary>
    public static long Now => Environment.TickCount64;

    public readonly Call Call => new((CallKind)Kind, (ElementType)Type, Count, Root, (OperationKind)Operation, Tag);

    /// <summary>Such as <c>Allreduce of 3 float64 (Add) on MPI_COMM_WORLD, at Program.Main</c>.</summary>
    public readonly string Describe()
    {
        string text = Kind == (int)CallKind.Other ? "" : Call.ToString();
        if (IsWait != 0) text = $"Wait for {text}";
        string label, site;
        fixed (byte* bytes = _label) label = Text(bytes, LabelBytes);
        fixed (byte* bytes = _site) site = Text(bytes, SiteBytes);
        if (Kind == (int)CallKind.Other) text = label;
        else if (label.Length > 0) text += $" on {label}";
        return site.Length > 0 ? $"{text}, at {site}" : text;
    }

    public void SetLabel(ReadOnlySpan<byte> text)
    {
        fixed (byte* bytes = _label) Set(new Span<byte>(bytes, LabelBytes), text);
    }

    public void SetSite(ReadOnlySpan<byte> text)
    {
        fixed (byte* bytes = _site) Set(new Span<byte>(bytes, SiteBytes), text);
    }

    /// <summary>UTF-8 of a text that is cut where it does not fit.</summary>
    public static byte[] Utf8(string text, int capacity)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int length = Math.Min(bytes.Length, capacity - 1);
        while (length > 0 && length < bytes.Length && (bytes[length] & 0xC0) == 0x80) length--;
        return bytes[..length];
    }

    private static void Set(Span<byte> field, ReadOnlySpan<byte> text)
    {
        text.CopyTo(field);
        field[text.Length] = 0;
    }

    private static string Text(byte* bytes, int capacity)
    {
        var field = new ReadOnlySpan<byte>(bytes, capacity);
        int end = field.IndexOf((byte)0);
        return Encoding.UTF8.GetString(field[..(end < 0 ? capacity : end)]);
    }
}
