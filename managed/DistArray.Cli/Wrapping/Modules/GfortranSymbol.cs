namespace DistArray.Cli.Wrapping.Modules;

/// <summary>A symbol of gfortran's module files.</summary>
/// <param name="id">Its number.</param>
/// <param name="name">Its name as the compiler keeps it.</param>
/// <param name="module">Module that declares it; empty for arguments and other locals.</param>
/// <param name="body">The list of all else.</param>
internal sealed class GfortranSymbol(int id, string name, string module, Node body)
{
    private static readonly Node s_empty = Node.Parse("");

    public int Id { get; } = id;

    public string Name { get; } = name;

    public string Module { get; } = module;

    /// <summary>Flavor, intent, kind of procedure, source of the interface, and flags.</summary>
    public Node Attributes { get; } = body[0];

    public string Flavor { get; } = body[0][0].Text ?? "";

    /// <summary>Components of a derived type.</summary>
    public Node Components { get; } = body[1];

    // Where there are components, the access to them stands before the type.
    private int TypeAt => body[2].IsList ? 2 : 3;

    public string? ComponentAccess => TypeAt == 3 ? body[2].Text : null;

    public Node Type => body[TypeAt];

    /// <summary>Numbers of the arguments; 0 for an alternate return.</summary>
    public IEnumerable<int> Arguments => body[TypeAt + 3].Items.Select(item => item.Number);

    /// <summary>Value of a constant.</summary>
    public Node? Value => Flavor == "PARAMETER" ? body[TypeAt + 4] : null;

    public Node Shape => Flavor == "DERIVED" ? s_empty : body[TypeAt + (Flavor == "PARAMETER" ? 5 : 4)];

    /// <summary>Number of the result variable of a function, or its own.</summary>
    public int Result => body[TypeAt + (Flavor == "PARAMETER" ? 6 : 5)].Number;

    /// <summary>Number of the symbol that a <c>procedure(name)</c> names; 0 where it is none.</summary>
    public int DeclaredInterface => Flavor == "PROCEDURE" && Is("PROCEDURE") && Type.Count > 2 ? Type[2].Number : 0;

    /// <summary>Whether it tells what its arguments are.</summary>
    public bool HasInterface => Attributes[3].Text is "BODY" or "DECL";

    /// <summary>Of a derived type: final procedures, bindings, operators with names, and intrinsic operators.</summary>
    public Node Bindings => Flavor == "DERIVED" && body.Count > TypeAt + 6 ? body[TypeAt + 6] : s_empty;

    /// <summary>Whether the first component of the derived type is its parent.</summary>
    public bool IsExtended => Flavor == "DERIVED" && Attributes[6].Number > 0 && Components.Count > 0;

    /// <summary>Whether it has a flag.</summary>
    public bool Is(string flag) => Attributes.Has(flag);

    // A generic name may be that of one of its procedures too.
    public bool IsProcedure => Flavor == "PROCEDURE" && (!Is("GENERIC") || Attributes[2].Text == "MODULE-PROC") && Attributes[2].Text is "MODULE-PROC" or "UNKNOWN-PROC" or "EXTERNAL-PROC" && Module != "(intrinsic)"
        && (Is("SUBROUTINE") || Is("FUNCTION"));

    /// <summary>Whether the compiler made it.</summary>
    public bool IsArtificial => Is("ARTIFICIAL") || Is("VTAB") || Is("VTYPE") || Is("UNLIMITED_POLY") || Name.StartsWith("__", StringComparison.Ordinal);
}
