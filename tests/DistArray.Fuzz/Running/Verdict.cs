namespace DistArray.Fuzz.Running;

/// <summary>How a case ended.</summary>
internal enum VerdictKind
{
    /// <summary>As in NumPy: the same values, or both refuse.</summary>
    Agreed,

    /// <summary>The library refuses what NumPy does, with an exception on every rank.</summary>
    Refused,

    /// <summary>Anything else.</summary>
    Failed,
}

/// <summary>How a case ended, and why.</summary>
internal readonly record struct Verdict(VerdictKind Kind, string Reason)
{
    public static Verdict Agreed { get; } = new(VerdictKind.Agreed, "");
}
