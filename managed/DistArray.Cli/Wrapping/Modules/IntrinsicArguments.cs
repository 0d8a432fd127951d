namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Names of the arguments of intrinsic functions that bounds and lengths are made of.</summary>
internal static class IntrinsicArguments
{
    private static readonly string[] s_convert = ["a", "kind"], s_inquire = ["array", "dim", "kind"], s_reduce = ["array", "dim", "mask"], s_text = ["string", "kind"],
        s_locate = ["array", "dim", "mask", "kind", "back"], s_find = ["string", "substring", "back", "kind"], s_scan = ["string", "set", "back", "kind"];

    private static readonly Dictionary<string, string[]> s_arguments = new()
    {
        ["int"] = s_convert, ["real"] = s_convert, ["nint"] = s_convert, ["floor"] = s_convert, ["ceiling"] = s_convert, ["aint"] = s_convert, ["anint"] = s_convert,
        ["logical"] = ["l", "kind"], ["cmplx"] = ["x", "y", "kind"], ["ichar"] = ["c", "kind"], ["iachar"] = ["c", "kind"], ["char"] = ["i", "kind"],
        ["size"] = s_inquire, ["lbound"] = s_inquire, ["ubound"] = s_inquire, ["shape"] = ["source", "kind"], ["storage_size"] = ["a", "kind"],
        ["len"] = s_text, ["len_trim"] = s_text, ["index"] = s_find, ["scan"] = s_scan, ["verify"] = s_scan,
        ["reshape"] = ["source", "shape", "pad", "order"], ["pack"] = ["array", "mask", "vector"],
        ["count"] = ["mask", "dim", "kind"], ["any"] = ["mask", "dim"], ["all"] = ["mask", "dim"],
        ["sum"] = s_reduce, ["product"] = s_reduce, ["maxval"] = s_reduce, ["minval"] = s_reduce, ["maxloc"] = s_locate, ["minloc"] = s_locate,
    };

    /// <summary>The name of an argument; empty where it is not known.</summary>
    /// <param name="function">The function.</param>
    /// <param name="position">The argument's position, from 0.</param>
    public static string NameOf(string function, int position) =>
        s_arguments.TryGetValue(function, out string[]? names) && position < names.Length ? names[position] : "";
}
