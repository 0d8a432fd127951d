using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Calls of intrinsic functions in flang's module files.</summary>
internal static class FlangIntrinsics
{
    private static readonly string[] s_convert = ["a", "kind"], s_inquire = ["array", "dim", "kind"];

    // Flang names arguments after the first; the model has positions.
    private static readonly Dictionary<string, string[]> s_arguments = new()
    {
        ["int"] = s_convert, ["real"] = s_convert, ["logical"] = s_convert, ["nint"] = s_convert, ["floor"] = s_convert, ["ceiling"] = s_convert,
        ["size"] = s_inquire, ["lbound"] = s_inquire, ["ubound"] = s_inquire,
        ["len"] = ["string", "kind"], ["len_trim"] = ["string", "kind"], ["reshape"] = ["source", "shape", "pad", "order"],
        ["count"] = ["mask", "dim", "kind"], ["sum"] = ["array", "dim", "mask"], ["product"] = ["array", "dim", "mask"],
        ["maxval"] = ["array", "dim", "mask"], ["minval"] = ["array", "dim", "mask"],
    };

    public static Expression Call(string name, FlangCursor list, Func<FlangCursor, Expression> read)
    {
        if (name == "null") return new UnreadExpression("NULL");
        var arguments = new List<Expression>();
        foreach (FlangCursor part in list.Parts())
        {
            if (part.Next.Kind == FlangTokenKind.Name && part.At(1).Is("="))
            {
                string keyword = part.Name();
                part.Expect("=");
                if (!s_arguments.TryGetValue(name, out string[]? order) || Array.IndexOf(order, keyword) != arguments.Count)
                    return new UnreadExpression($"{name} with {keyword}=");
            }
            arguments.Add(read(part));
        }
        return Call(name, arguments);
    }

    public static Expression Call(string name, IReadOnlyList<Expression> arguments) => (name, arguments) switch
    {
        // The elements of a constant are in order.
        ("reshape", [ConstantList list, _]) => list,
        ("int", [Reference inquiry, Constant { Text: "4" }]) when WithoutKind(inquiry) is { } narrow => narrow,
        ("int", [Reference { Module: null, Name: "int", Selectors: [{ List: [Reference { Module: null, Name: "len" } length, Constant { Text: "8" }] }] }, Constant { Text: "4" }]) => length,
        _ => new Reference(0, name, null) { Selectors = [new Selector(null, arguments)] },
    };

    /// <summary><c>size(a, 1, kind=8)</c> and the like, without the kind; null for all else.</summary>
    public static Reference? WithoutKind(Reference function) => function switch
    {
        { Module: null, Name: "size" or "lbound" or "ubound", Selectors: [{ List: [var array, { } dim, Constant { Text: "8" }] }] }
            => function with { Selectors = [new Selector(null, [array, dim])] },
        _ => null,
    };
}
