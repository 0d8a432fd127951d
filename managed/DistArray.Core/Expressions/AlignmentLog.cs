namespace DistArray;

/// <summary>What automatic alignment of operands cost: how often arrays were redistributed because operands of one operation were distributed differently.</summary>
public static class AlignmentLog
{
    private static long s_count;

    /// <summary>Number of operands that this process has redistributed.</summary>
    public static long Count => Interlocked.Read(ref s_count);

    /// <summary>Gets a line an operand that is redistributed, on every rank; null for none.</summary>
    public static Action<string>? Writer { get; set; } = Environment.GetEnvironmentVariable("DISTARRAY_LOG_ALIGNMENT") == "1" ? Console.Error.WriteLine : null;

    internal static void Note(string operation, Distribution from, Distribution to)
    {
        Interlocked.Increment(ref s_count);
        Writer?.Invoke($"{operation}: an operand was redistributed from {from} to {to}.");
    }
}
