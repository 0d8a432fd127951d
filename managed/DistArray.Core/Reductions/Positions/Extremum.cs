using System.Numerics;

namespace DistArray;

/// <summary>An extreme element and where it was first.</summary>
internal struct Extremum<T> where T : unmanaged, INumber<T>
{
    /// <summary>The index of no element.</summary>
    public const long None = long.MaxValue;

    public T Value;

    public long Index;

    /// <summary>No element yet.</summary>
    public static Extremum<T> Of<TRule>() where TRule : struct, IExtremeRule<T> => new() { Value = TRule.Identity, Index = None };

    /// <summary>Whether a number replaces the value.</summary>
    public readonly bool IsBeatenBy<TRule>(T value) where TRule : struct, IExtremeRule<T>
    {
        if (T.IsNaN(value)) return TRule.KeepsNaN && !T.IsNaN(Value);
        if (T.IsNaN(Value)) return !TRule.KeepsNaN;
        return TRule.IsMinimum ? value < Value : value > Value;
    }

    /// <summary>Whether a number is as extreme as the value.</summary>
    public readonly bool IsMetBy<TRule>(T value) where TRule : struct, IExtremeRule<T> => T.IsNaN(value) ? TRule.KeepsNaN && T.IsNaN(Value) : value == Value;
}
