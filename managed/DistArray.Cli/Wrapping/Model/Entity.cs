namespace DistArray.Cli.Wrapping.Model;

/// <summary>Which way an argument goes.</summary>
internal enum Intent
{
    Unknown,
    In,
    Out,
    InOut,
}

/// <summary>A variable, constant, argument, component or result.</summary>
/// <param name="Name">Its name, in lower case.</param>
/// <param name="Type">Its type.</param>
internal sealed record Entity(string Name, DataType Type)
{
    /// <summary>Number of the symbol within the module file.</summary>
    public int Symbol { get; init; }

    /// <summary>Its shape; null for a scalar.</summary>
    public ArrayShape? Shape { get; init; }

    public Intent Intent { get; init; }
    public bool IsAllocatable { get; init; }
    public bool IsPointer { get; init; }
    public bool IsTarget { get; init; }
    public bool IsContiguous { get; init; }
    public bool IsProtected { get; init; }
    public bool IsOptional { get; init; }
    public bool IsValue { get; init; }
    public bool IsThreadPrivate { get; init; }
    public bool IsPrivate { get; init; }
    public bool IsCoarray { get; init; }
    public bool IsConstant { get; init; }

    /// <summary>Value of a constant.</summary>
    public Expression? Value { get; init; }

    /// <summary>The interface of a procedure argument; null where it is implicit.</summary>
    public Procedure? Interface { get; init; }

    /// <summary>Whether it is an alternate return, <c>*</c>.</summary>
    public bool IsAlternateReturn { get; init; }

    /// <summary>As Fortran declares it.</summary>
    public string Declaration
    {
        get
        {
            var attributes = new List<string> { Type.Base == BaseType.Procedure && Interface is not null ? $"procedure({Interface.Name})" : Type.ToString() };
            if (IsConstant) attributes.Add("parameter");
            if (Intent != Intent.Unknown) attributes.Add($"intent({Intent.ToString().ToLowerInvariant()})");
            if (IsAllocatable) attributes.Add("allocatable");
            if (IsPointer) attributes.Add("pointer");
            if (IsTarget) attributes.Add("target");
            if (IsContiguous) attributes.Add("contiguous");
            if (IsProtected) attributes.Add("protected");
            if (IsOptional) attributes.Add("optional");
            if (IsValue) attributes.Add("value");
            return $"{string.Join(", ", attributes)} :: {Name}{Shape}";
        }
    }
}
