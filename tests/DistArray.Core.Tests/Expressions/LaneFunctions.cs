using System.Numerics;
using System.Runtime.Intrinsics;

namespace DistArray.Core.Tests.Expressions;

/// <summary>Functions of vectors that emitted loops call, and the same of single elements.</summary>
internal static class LaneFunctions<T> where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly T s_half = T.CreateTruncating(0.5), s_limit = T.CreateTruncating(5);

    public static LaneFunction OfRanged { get; } = new(((Func<Vector512<T>, Vector512<T>>)Inside).Method, (-5, 5));

    /// <summary>Of 1 only, three times that.</summary>
    public static LaneFunction OfOnes { get; } = new(((Func<Vector512<T>, Vector512<T>>)Triple).Method, (1, 1));

    public static LaneFunction OfMixed { get; } = new(((Func<Vector512<T>, Vector512<T>, Vector512<T>>)Mixed).Method);

    /// <summary>Of one formula within [-5, 5], of another beyond and of NaN.</summary>
    public static T Ranged(T x) => x >= -s_limit && x <= s_limit ? (x * x) - (x * s_half) : -x;

    public static T Mixed(T x, T y) => (x * s_half) - y;

    private static Vector512<T> Inside(Vector512<T> x) => (x * x) - (x * s_half);

    private static Vector512<T> Triple(Vector512<T> x) => x + x + x;

    private static Vector512<T> Mixed(Vector512<T> x, Vector512<T> y) => (x * s_half) - y;
}
