namespace DistArray.Cli.Wrapping.Model;

/// <summary>A procedure of a module, or an interface.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Arguments">Its arguments, in order.</param>
/// <param name="Result">Its result; null for a subroutine.</param>
internal sealed record Procedure(string Name, IReadOnlyList<Entity> Arguments, Entity? Result)
{
    /// <summary>Number of the symbol within the module file.</summary>
    public int Symbol { get; init; }

    public bool IsElemental { get; init; }

    public bool IsPure { get; init; }

    public bool IsBindC { get; init; }

    /// <summary>Its first line, as Fortran writes it.</summary>
    public string Declaration =>
        $"{(IsElemental ? "elemental " : "")}{(Result is null ? "subroutine" : "function")} {Name}({string.Join(", ", Arguments.Select(argument => argument.Name))})" +
        (Result is null ? "" : $" result({Result.Declaration})");
}
