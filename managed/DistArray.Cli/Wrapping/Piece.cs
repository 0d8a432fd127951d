namespace DistArray.Cli.Wrapping;

/// <summary>What one declaration of a module becomes.</summary>
/// <param name="Kind">variable, constant, procedure, type.</param>
/// <param name="Name">Its Fortran name.</param>
/// <param name="Declaration">Its Fortran declaration.</param>
internal sealed record Piece(string Kind, string Name, string Declaration)
{
    /// <summary>Modules and what the companion imports from them.</summary>
    public IReadOnlyList<(string Module, string Text)> Imports { get; init; } = [];

    /// <summary>Procedures of the companion, line by line.</summary>
    public IReadOnlyList<string> Fortran { get; init; } = [];

    /// <summary>Members of the C# class, line by line.</summary>
    public IReadOnlyList<string> CSharp { get; init; } = [];

    /// <summary>Statements of the constructor of the C# class.</summary>
    public IReadOnlyList<string> Constructor { get; init; } = [];

    /// <summary>A C# file of its own: a derived type.</summary>
    public (string Name, IReadOnlyList<string> Lines)? File { get; init; }

    /// <summary>Kinds of allocatables and pointers that it needs.</summary>
    public IReadOnlyList<Types.OwnerKind> Owners { get; init; } = [];

    /// <summary>Whether it checks shapes.</summary>
    public bool ChecksShapes { get; init; }
}

/// <summary>A declaration that is not wrapped.</summary>
/// <param name="Kind">variable, constant, procedure, type.</param>
/// <param name="Name">Its Fortran name.</param>
/// <param name="Declaration">Its Fortran declaration.</param>
/// <param name="Reason">Why not.</param>
internal sealed record Refused(string Kind, string Name, string Declaration, string Reason);
