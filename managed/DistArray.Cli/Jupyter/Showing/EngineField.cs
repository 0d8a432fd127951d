using System.Globalization;
using System.Numerics;
using DistArray.Cli.Plotting.Fields;
using DistArray.Interactive;

namespace DistArray.Cli.Jupyter.Showing;

/// <summary>The array that a cell has given: what is shown of it is fetched from the ranks, and no more.</summary>
internal sealed class EngineField(Engines engines, ArrayDescription array) : PlotField("", array.ElementType, FieldAxis.Of([.. array.Shape], isReversed: false, null))
{
    /// <summary>Elements as text, the last axis fastest.</summary>
    public string[] Texts(AxisPart[] parts) => ElementType switch
    {
        ElementType.Boolean => Texts<bool>(parts, value => value ? "True" : "False"),
        ElementType.Int8 => Texts<sbyte>(parts),
        ElementType.UInt8 => Texts<byte>(parts),
        ElementType.Int16 => Texts<short>(parts),
        ElementType.UInt16 => Texts<ushort>(parts),
        ElementType.Int32 => Texts<int>(parts),
        ElementType.UInt32 => Texts<uint>(parts),
        ElementType.Int64 => Texts<long>(parts),
        ElementType.UInt64 => Texts<ulong>(parts),
        ElementType.Float32 => Texts<float>(parts, value => Number(value)),
        ElementType.Float64 => Texts<double>(parts, Number),
        ElementType.Complex64 => Texts<Complex64>(parts, value => Number((Complex)value)),
        ElementType.Complex128 => Texts<Complex>(parts, Number),
        _ => [.. Read(parts).Select(value => value != 0 ? "True" : "False")],
    };

    protected override DistArray<T> Part<T>(AxisPart[] parts) =>
        engines.Array<T>($"((DistArray<{typeof(T).FullName}>)It)[{string.Join(", ", parts.Select(Text))}]").Gather();

    private string[] Texts<T>(AxisPart[] parts, Func<T, string>? format = null) where T : unmanaged
    {
        using DistArray<T> part = Part<T>(parts);
        return [.. part.LocalToArray().Select(format ?? (value => Convert.ToString(value, CultureInfo.InvariantCulture)!))];
    }

    private static string Text(AxisPart part) => string.Create(CultureInfo.InvariantCulture, $"Np.Slice({part.Start}, {part.Start + ((part.Count - 1) * part.Step) + 1}, {part.Step})");

    private static string Number(double value) => double.IsNaN(value) ? "nan" : value.ToString("G6", CultureInfo.InvariantCulture);

    private static string Number(Complex value) => string.Create(CultureInfo.InvariantCulture, $"{value.Real:G6}{(value.Imaginary < 0 ? "" : "+")}{value.Imaginary:G6}j");
}
