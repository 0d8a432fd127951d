using DistArray.Cli.Plotting.Fields;

namespace DistArray.Cli.Plotting.Numbers;

/// <summary>A plane of a field, of at most some thousand points in either direction.</summary>
internal sealed class FieldPlane
{
    private const int MostPoints = 2000;

    private FieldPlane(double[] values, (FieldAxis Axis, AxisPart Part) vertical, (FieldAxis Axis, AxisPart Part) horizontal)
    {
        Values = values;
        Vertical = vertical;
        Horizontal = horizontal;
    }

    /// <summary>The values, those along the horizontal axis beside each other.</summary>
    public double[] Values { get; }

    public (FieldAxis Axis, AxisPart Part) Vertical { get; }

    public (FieldAxis Axis, AxisPart Part) Horizontal { get; }

    public int Rows => Vertical.Part.Count;

    public int Columns => Horizontal.Part.Count;

    /// <summary>Distance of points that are shown: 1 where all of them are.</summary>
    public long Step => Math.Max(Vertical.Part.Step, Horizontal.Part.Step);

    /// <summary>Reads a plane.</summary>
    /// <param name="field">A field of two axes, or three.</param>
    /// <param name="normal">The axis across the plane and the index on it, where there are three.</param>
    public static FieldPlane Of(PlotField field, (int Axis, long Index)? normal)
    {
        int[] axes = [.. Enumerable.Range(0, field.NDim).Where(axis => axis != normal?.Axis)];
        var parts = new AxisPart[field.NDim];
        if (normal is { } across) parts[across.Axis] = AxisPart.One(across.Index);
        foreach (int axis in axes) parts[axis] = field.Axes[axis].Whole(Math.Max(1, (field.Axes[axis].Size + MostPoints - 1) / MostPoints));
        return new FieldPlane(field.Read(parts), (field.Axes[axes[0]], parts[axes[0]]), (field.Axes[axes[1]], parts[axes[1]]));
    }

    /// <summary>With horizontal and vertical exchanged.</summary>
    public FieldPlane Transpose()
    {
        var values = new double[Values.Length];
        for (int row = 0; row < Rows; row++)
            for (int column = 0; column < Columns; column++) values[(column * Rows) + row] = Values[(row * Columns) + column];
        return new FieldPlane(values, Horizontal, Vertical);
    }

    /// <summary>Where the cells about the points that are read begin and end.</summary>
    public static (double From, double To) Cells((FieldAxis Axis, AxisPart Part) along) => (along.Axis.At(-0.5 * along.Part.Step), along.Axis.At((along.Part.Count - 0.5) * along.Part.Step));

    /// <summary>Where the cells about all points of an axis begin and end.</summary>
    public static (double From, double To) Extent((FieldAxis Axis, AxisPart Part) along) => (along.Axis.At(-0.5), along.Axis.At(along.Axis.Size - 0.5));
}
