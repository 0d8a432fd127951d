namespace DistArray.IO;

/// <summary>Points at equal distances in two or three dimensions: where the elements of a field are in space.</summary>
public sealed class UniformGrid
{
    private readonly long[] _shape;
    private readonly double[] _origin, _spacing;

    /// <summary>Describes the points.</summary>
    /// <param name="shape">Points along each axis, as an array's Shape, slowest axis first; 2 or 3 axes.</param>
    /// <param name="origin">Coordinate of index 0 along each axis.</param>
    /// <param name="spacing">Distance of two points along each axis, positive.</param>
    /// <exception cref="ArgumentException">The lengths differ, there are not 2 or 3 axes, or a value makes no sense.</exception>
    public UniformGrid(ReadOnlySpan<long> shape, ReadOnlySpan<double> origin, ReadOnlySpan<double> spacing)
    {
        if (shape.Length is not (2 or 3) || origin.Length != shape.Length || spacing.Length != shape.Length)
            throw new ArgumentException($"A uniform grid has 2 or 3 axes, with an origin and a spacing for each; given were {shape.Length}, {origin.Length} and {spacing.Length}.", nameof(shape));
        for (int axis = 0; axis < shape.Length; axis++)
        {
            if (shape[axis] < 1 || !double.IsFinite(origin[axis]) || !(spacing[axis] > 0 && double.IsFinite(spacing[axis])))
                throw new ArgumentException($"Axis {axis} has {shape[axis]} points from {origin[axis]} at distances of {spacing[axis]}. Give at least 1 point, a finite origin and a positive spacing.", nameof(shape));
        }
        _shape = shape.ToArray();
        _origin = origin.ToArray();
        _spacing = spacing.ToArray();
    }

    /// <summary>Points along each axis.</summary>
    public ReadOnlySpan<long> Shape => _shape;

    /// <summary>Coordinate of index 0 along each axis.</summary>
    public ReadOnlySpan<double> Origin => _origin;

    /// <summary>Distance of two points along each axis.</summary>
    public ReadOnlySpan<double> Spacing => _spacing;

    /// <summary>Number of axes.</summary>
    public int NDim => _shape.Length;
}
