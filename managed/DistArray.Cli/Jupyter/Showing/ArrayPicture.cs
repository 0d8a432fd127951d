using DistArray.Cli.Plotting.Fields;
using DistArray.Cli.Plotting.Kinds;
using DistArray.Cli.Plotting.Numbers;
using DistArray.Cli.Plotting.Pictures;

namespace DistArray.Cli.Jupyter.Showing;

/// <summary>A picture of an array: a curve of one axis, a map of two, the middle plane of three.</summary>
internal static class ArrayPicture
{
    // A table says all of what is smaller.
    private const int LeastPoints = 64, MostPoints = 4000;

    /// <summary>The picture as PNG; null where none would help.</summary>
    public static byte[]? Of(PlotField field)
    {
        if (field.Size < LeastPoints || field.NDim > 3 || field.Axes.Skip(field.NDim - 2).Any(axis => field.NDim > 1 && axis.Size < 2)) return null;
        string path = Path.GetTempFileName();
        try
        {
            if (field.NDim == 1) DrawCurve(field, path);
            else DrawMap(field, path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void DrawCurve(PlotField field, string path)
    {
        AxisPart part = field.Axes[0].Whole(Math.Max(1, (field.Size + MostPoints - 1) / MostPoints));
        double[] values = field.Read([part]);
        double[] at = [.. Enumerable.Range(0, part.Count).Select(i => (double)(i * part.Step))];
        CurvePicture.Save(path, [new CurvePicture.Curve("", at, values)], field.IsComplex ? "modulus" : "", "index", "", isLog: false, limits: null, "", size: null);
    }

    private static void DrawMap(PlotField field, string path)
    {
        (int Axis, long Index)? middle = field.NDim == 3 ? (0, field.Axes[0].Size / 2) : null;
        FieldPlane plane = FieldPlane.Of(field, middle);
        double[] values = [.. plane.Values];
        PlotText.ToScale(values, isLog: false);
        string title = middle is { } across ? $"index {across.Index} of axis 0" : "";
        MapPicture.Save(path, plane, values, ColorScale.Of(values, null, null, isLog: false), title, field.IsComplex ? "modulus" : "", "", size: null);
    }
}
