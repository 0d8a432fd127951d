using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>One or several axes of an array: <c>axis: 0</c>, <c>axis: -1</c>, <c>axis: [0, 2]</c>.</summary>
[CollectionBuilder(typeof(AxisList), nameof(Create))]
public readonly struct AxisList
{
    private readonly int[]? _axes;

    private AxisList(int[] axes) => _axes = axes;

    /// <summary>The axes.</summary>
    public ReadOnlySpan<int> Axes => _axes;

    /// <summary>Makes a list.</summary>
    /// <param name="axes">Axes, each in [-NDim, NDim) of the array that it is meant for.</param>
    public static AxisList Create(params ReadOnlySpan<int> axes) => new(axes.ToArray());

    /// <summary>A list of one axis.</summary>
    /// <param name="axis">An axis.</param>
    public static implicit operator AxisList(int axis) => new([axis]);

    /// <summary>A list of several axes.</summary>
    /// <param name="axes">Axes.</param>
    public static implicit operator AxisList(int[] axes)
    {
        ArgumentNullException.ThrowIfNull(axes);
        return Create(axes);
    }

    /// <summary>Goes over the axes.</summary>
    public ReadOnlySpan<int>.Enumerator GetEnumerator() => Axes.GetEnumerator();

    /// <summary>The axes, such as "(0, -1)".</summary>
    public override string ToString() => ShapeText.Of(Axes);
}
