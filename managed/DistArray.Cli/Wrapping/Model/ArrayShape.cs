namespace DistArray.Cli.Wrapping.Model;

/// <summary>How the shape of an array is declared.</summary>
internal enum ShapeKind
{
    /// <summary>Bounds are expressions: <c>a(0:n+1)</c>.</summary>
    Explicit,

    /// <summary>The shape is the argument's: <c>a(:)</c> or <c>a(0:)</c> of a dummy argument.</summary>
    AssumedShape,

    /// <summary>The last extent is not known: <c>a(n, *)</c>.</summary>
    AssumedSize,

    /// <summary>Allocatable or pointer: <c>a(:)</c>.</summary>
    Deferred,

    /// <summary><c>a(..)</c>.</summary>
    AssumedRank,
}

/// <summary>Bounds along an axis.</summary>
/// <param name="Lower">Lower bound, or null where it is not declared.</param>
/// <param name="Upper">Upper bound, or null where it is not declared.</param>
internal sealed record Bounds(Expression? Lower, Expression? Upper);

/// <summary>The declared shape of an array.</summary>
/// <param name="Kind">How it is declared.</param>
/// <param name="Axes">Bounds, one an axis; none for an assumed rank.</param>
internal sealed record ArrayShape(ShapeKind Kind, IReadOnlyList<Bounds> Axes)
{
    /// <summary>Number of dimensions.</summary>
    public int NDim => Axes.Count;

    /// <summary>Number of elements, where the bounds are constants; else null.</summary>
    public long? ConstantSize
    {
        get
        {
            if (Kind != ShapeKind.Explicit) return null;
            long size = 1;
            foreach (Bounds axis in Axes)
            {
                if (axis.Lower is not Constant low || axis.Upper is not Constant high || !long.TryParse(low.Text, out long first) || !long.TryParse(high.Text, out long last)) return null;
                if (last - first is < 0) return 0;
                if (last - first >= int.MaxValue || (size *= last - first + 1) > int.MaxValue) return null;
            }
            return size;
        }
    }

    /// <summary>As Fortran declares it, such as <c>(0:n + 1, *)</c>.</summary>
    public override string ToString() => Kind == ShapeKind.AssumedRank ? "(..)" : $"({string.Join(", ", Axes.Select(Text))})";

    private string Text(Bounds axis, int index) => Kind switch
    {
        ShapeKind.Deferred => ":",
        ShapeKind.AssumedShape => $"{(IsOne(axis.Lower) ? "" : axis.Lower)}:",
        _ => $"{(IsOne(axis.Lower) ? "" : $"{axis.Lower}:")}{(axis.Upper is null ? "*" : axis.Upper)}",
    };

    private static bool IsOne(Expression? bound) => bound is null or Constant { Text: "1" };
}
