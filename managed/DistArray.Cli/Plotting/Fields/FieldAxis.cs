using System.Globalization;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>An axis of a field, and where its points are.</summary>
/// <param name="Name">x for the axis that varies fastest in the file, then y and z; "axis 0" beyond.</param>
/// <param name="Number">Its number in the file's own shape.</param>
/// <param name="Size">Number of points.</param>
/// <param name="Origin">Coordinate of the first point; 0 where none is recorded.</param>
/// <param name="Spacing">Distance of two points, or null where none is recorded: then coordinates are indices.</param>
internal sealed record FieldAxis(string Name, int Number, long Size, double Origin, double? Spacing)
{
    /// <summary>What stands at the axis of a picture.</summary>
    public string Label => Spacing is null && Name != $"axis {Number}" ? $"{Name} (axis {Number})" : Name;

    /// <summary>Length of a period, where coordinates are recorded.</summary>
    public double? Length => Spacing * Size;

    /// <summary>Coordinate of an index, which may lie between two points.</summary>
    public double At(double index) => Origin + (index * (Spacing ?? 1));

    /// <summary>All of it; every step-th point.</summary>
    public AxisPart Whole(long step = 1) => new(0, step, checked((int)((Size + step - 1) / step)));

    /// <summary>The axes of a field, slowest first.</summary>
    /// <param name="shape">Its shape, slowest axis first.</param>
    /// <param name="isReversed">Whether the file's own shape has the fastest axis first.</param>
    /// <param name="grid">Origin and spacing of each axis, slowest first, or null.</param>
    public static FieldAxis[] Of(ReadOnlySpan<long> shape, bool isReversed, (double[] Origin, double[] Spacing)? grid)
    {
        var axes = new FieldAxis[shape.Length];
        for (int axis = 0; axis < axes.Length; axis++)
        {
            int number = isReversed ? axes.Length - 1 - axis : axis, fromFastest = axes.Length - 1 - axis;
            string name = fromFastest < 3 ? "xyz"[fromFastest].ToString() : string.Create(CultureInfo.InvariantCulture, $"axis {number}");
            axes[axis] = new FieldAxis(name, number, shape[axis], grid?.Origin[axis] ?? 0, grid?.Spacing[axis]);
        }
        return axes;
    }
}
