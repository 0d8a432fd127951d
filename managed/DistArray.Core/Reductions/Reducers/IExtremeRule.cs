using System.Numerics;
using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Which of two numbers is kept.</summary>
internal interface IExtremeRule<T> where T : unmanaged
{
    /// <summary>What no number loses to.</summary>
    static abstract T Identity { get; }

    /// <summary>Whether the smaller one is kept.</summary>
    static abstract bool IsMinimum { get; }

    /// <summary>Whether NaN is kept, too; else any number before it.</summary>
    static abstract bool KeepsNaN { get; }

    static abstract T Pick(T first, T second);

    static abstract Vector512<T> Pick(Vector512<T> first, Vector512<T> second);

    /// <summary>The same for lanes without NaN.</summary>
    static abstract Vector512<T> PickNumber(Vector512<T> first, Vector512<T> second);
}

/// <summary>The smaller one, or NaN.</summary>
internal readonly struct MinimumRule<T> : IExtremeRule<T> where T : unmanaged, INumber<T>
{
    public static T Identity => T.CreateSaturating(double.PositiveInfinity);

    public static bool IsMinimum => true;

    public static bool KeepsNaN => true;

    public static T Pick(T first, T second) => T.Min(first, second);

    public static Vector512<T> Pick(Vector512<T> first, Vector512<T> second) => Vector512.Min(first, second);

    public static Vector512<T> PickNumber(Vector512<T> first, Vector512<T> second) => Vector512.MinNative(first, second);
}

/// <summary>The larger one, or NaN.</summary>
internal readonly struct MaximumRule<T> : IExtremeRule<T> where T : unmanaged, INumber<T>
{
    public static T Identity => T.CreateSaturating(double.NegativeInfinity);

    public static bool IsMinimum => false;

    public static bool KeepsNaN => true;

    public static T Pick(T first, T second) => T.Max(first, second);

    public static Vector512<T> Pick(Vector512<T> first, Vector512<T> second) => Vector512.Max(first, second);

    public static Vector512<T> PickNumber(Vector512<T> first, Vector512<T> second) => Vector512.MaxNative(first, second);
}

/// <summary>The smaller one, before NaN.</summary>
internal readonly struct NumberMinimumRule<T> : IExtremeRule<T> where T : unmanaged, INumber<T>
{
    // Integers have no NaN.
    public static T Identity => T.IsNaN(T.CreateSaturating(double.NaN)) ? T.CreateSaturating(double.NaN) : T.CreateSaturating(double.PositiveInfinity);

    public static bool IsMinimum => true;

    public static bool KeepsNaN => false;

    public static T Pick(T first, T second) => T.MinNumber(first, second);

    public static Vector512<T> Pick(Vector512<T> first, Vector512<T> second) => Vector512.MinNumber(first, second);

    public static Vector512<T> PickNumber(Vector512<T> first, Vector512<T> second) => Vector512.MinNumber(first, second);
}

/// <summary>The larger one, before NaN.</summary>
internal readonly struct NumberMaximumRule<T> : IExtremeRule<T> where T : unmanaged, INumber<T>
{
    public static T Identity => T.IsNaN(T.CreateSaturating(double.NaN)) ? T.CreateSaturating(double.NaN) : T.CreateSaturating(double.NegativeInfinity);

    public static bool IsMinimum => false;

    public static bool KeepsNaN => false;

    public static T Pick(T first, T second) => T.MaxNumber(first, second);

    public static Vector512<T> Pick(Vector512<T> first, Vector512<T> second) => Vector512.MaxNumber(first, second);

    public static Vector512<T> PickNumber(Vector512<T> first, Vector512<T> second) => Vector512.MaxNumber(first, second);
}
