using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Naming;

namespace DistArray.Cli.Wrapping.Distributions;

/// <summary>How one array is distributed: what a compiler cannot know.</summary>
/// <param name="Variable">Name of the array.</param>
/// <param name="Text">The line of the file.</param>
internal sealed record ArrayLayout(string Variable, string Text)
{
    /// <summary>Where it stands, for messages.</summary>
    public required string Where { get; init; }

    /// <summary>Axes that are divided, from 1.</summary>
    public required IReadOnlyList<int> Divided { get; init; }

    /// <summary>Global extents: Fortran expressions over the module's names.</summary>
    public required IReadOnlyList<string> Global { get; init; }

    /// <summary>Global index, from 0, of the first element that a rank owns.</summary>
    public required IReadOnlyList<string> Offset { get; init; }

    /// <summary>Ghost elements before and behind; one for all axes, or one an axis.</summary>
    public required IReadOnlyList<(string Low, string High)> Halo { get; init; }

    /// <summary>Axes that are periodic, from 1.</summary>
    public required IReadOnlyList<int> Periodic { get; init; }

    /// <summary>The companion's procedure that tells it.</summary>
    /// <exception cref="RefusedException">It does not fit the array.</exception>
    public IEnumerable<string> Write(string entry, string module, Entity variable)
    {
        int ndim = variable.Shape!.NDim;
        Fits("global", Global.Count, ndim);
        Fits("offset", Offset.Count, ndim);
        if (Halo.Count is not (0 or 1)) Fits("halo", Halo.Count, ndim);
        foreach (int axis in Divided.Concat(Periodic))
            if (axis > ndim) throw new RefusedException($"{Where}: there is no axis {axis}; {variable.Name} has {ndim}");
        return Lines(entry, module, ndim);
    }

    private IEnumerable<string> Lines(string entry, string module, int ndim)
    {
        yield return $"! {Text}";
        yield return $"subroutine {FortranName.Shorten(entry)}(daw_layout) bind(c, name='{FortranLibraryEntry.Of(module, entry)}')";
        yield return $"  use {module}";
        yield return "  integer(8), intent(out) :: daw_layout(*)";
        yield return "";
        for (int axis = 0; axis < ndim; axis++)
        {
            (string low, string high) = Halo.Count switch { 0 => ("0", "0"), 1 => Halo[0], _ => Halo[axis] };
            string[] values = [Global[axis], Offset[axis], low, high, Periodic.Contains(axis + 1) ? "1" : "0"];
            for (int kind = 0; kind < values.Length; kind++) yield return $"  daw_layout({(kind * ndim) + axis + 1}) = int({values[kind]}, 8)";
        }
        yield return "end subroutine";
    }

    private void Fits(string what, int count, int ndim)
    {
        if (count != ndim) throw new RefusedException($"{Where}: {what} has {count} entries, and {Variable} {ndim} dimensions. Give one an axis");
    }
}
