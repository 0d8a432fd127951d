namespace DistArray.BindingGen;

/// <summary>The rules of the C ABI that headers are held to.</summary>
internal enum LintRule
{
    /// <summary>A function is da_noun_verb in snake case, the noun that of its header.</summary>
    Name,

    /// <summary>A function returns da_status.</summary>
    Status,

    /// <summary>Fixed-width integers, float, double, text, untyped memory, own structs and pointers to them.</summary>
    Type,

    /// <summary>No type of MPI's.</summary>
    MpiType,

    /// <summary>A function has a summary.</summary>
    Summary,

    /// <summary>Every parameter is documented, and nothing else as one.</summary>
    Documented,

    /// <summary>A pointer parameter says whether it is in, out or both, and const is never out.</summary>
    Direction,

    /// <summary>The statuses are documented.</summary>
    Return,

    /// <summary>Single results come after everything that goes in.</summary>
    ResultsLast,

    /// <summary>The mark DA_COLLECTIVE and the documentation's @collective go together.</summary>
    Collective,

    /// <summary>An opaque struct has a function that destroys or releases it.</summary>
    Handle,
}
