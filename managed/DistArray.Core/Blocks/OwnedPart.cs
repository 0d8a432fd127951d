namespace DistArray;

/// <summary>What a user's local function gets of an array: this rank's elements, their halo, and where they lie in the whole.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
public readonly struct OwnedPart<T> where T : unmanaged
{
    private readonly DistArray<T> _array;

    internal OwnedPart(DistArray<T> array, LocalView<T> view)
    {
        _array = array;
        View = view;
    }

    /// <summary>The owned elements, without halo: a view.</summary>
    public LocalView<T> View { get; }

    /// <summary>The owned elements and their halo: a view. Halo cells are as the last update left them.</summary>
    public LocalView<T> ViewWithHalo => _array.LocalViewWithHalo;

    /// <summary>Shape of the owned part.</summary>
    public ReadOnlySpan<int> Shape => View.Shape;

    /// <summary>Which rank owns which element.</summary>
    public Distribution Distribution => _array.Distribution;

    /// <summary>The global index of a local one.</summary>
    /// <param name="axis">Axis, 0 to NDim - 1.</param>
    /// <param name="local">Local index along the axis, counted without the halo.</param>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The local index is outside of the part.</exception>
    public long GlobalIndex(int axis, int local) =>
        Distribution.DimMaps[AxisOutOfRangeException.Check(axis, Distribution.NDim)].LocalToGlobal(Distribution.GridCoordinates[axis], local);

    /// <summary>The global index of the first owned element along an axis.</summary>
    /// <param name="axis">Axis, 0 to NDim - 1.</param>
    /// <exception cref="AxisOutOfRangeException">The axis does not exist.</exception>
    public long Offset(int axis) => GlobalIndex(axis, 0);
}
