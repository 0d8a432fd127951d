namespace DistArray.Cli.Wrapping.Modules;

/// <summary>What a name stands for in flang's module files.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Module">Module that declares it; empty within a procedure.</param>
internal abstract record FlangItem(string Name, string Module);

/// <summary>Something of an intrinsic module, of which no file is read.</summary>
internal sealed record FlangIntrinsic(string Name, string Module) : FlangItem(Name, Module);

/// <summary>A variable, constant, component, argument or procedure pointer.</summary>
/// <param name="Scope">Where its names are looked up.</param>
/// <param name="Type">Its type, such as <c>real(8)</c>.</param>
/// <param name="Attributes">Its attributes, without blanks.</param>
internal sealed record FlangEntity(string Name, FlangScope Scope, FlangCursor Type, IReadOnlySet<string> Attributes) : FlangItem(Name, Scope.Module)
{
    /// <summary>What is in the parentheses after the name.</summary>
    public FlangCursor? Shape { get; init; }

    public FlangCursor? Value { get; init; }

    public bool IsCoarray { get; init; }

    public bool IsProcedure => Type.Again().Accept("procedure");
}

/// <summary>A derived type.</summary>
internal sealed record FlangType(string Name, FlangScope Scope, IReadOnlySet<string> Attributes) : FlangItem(Name, Scope.Module)
{
    /// <summary>Name of the type that it extends, or null.</summary>
    public string? Parent { get; init; }

    public bool IsParameterized { get; init; }

    public IList<FlangEntity> Components { get; } = [];

    public required FlangCursor Statement { get; init; }
}

/// <summary>A subroutine or function, or the interface of one.</summary>
/// <param name="Scope">Where it is.</param>
/// <param name="Inner">Its own names.</param>
/// <param name="Arguments">Names of its arguments; <c>*</c> for an alternate return.</param>
/// <param name="Result">Name of its result; null for a subroutine.</param>
internal sealed record FlangSubprogram(string Name, FlangScope Scope, FlangScope Inner, IReadOnlyList<string> Arguments, string? Result) : FlangItem(Name, Scope.Module)
{
    /// <summary>Words before <c>subroutine</c> or <c>function</c>.</summary>
    public required IReadOnlySet<string> Prefixes { get; init; }

    public bool IsBindC { get; init; }

    public bool IsAbstract { get; init; }

    public required FlangCursor Statement { get; init; }
}
