using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Naming;
using DistArray.Cli.Wrapping.Output;

namespace DistArray.Cli.Wrapping.Arguments;

/// <summary>How an argument of a procedure passes from C# to Fortran.</summary>
/// <param name="entity">The argument.</param>
/// <param name="number">Its number, from 1.</param>
internal abstract class ArgumentBinding(Entity entity, int number)
{
    /// <summary>The argument.</summary>
    public Entity Entity { get; } = entity;

    public int Number { get; } = number;

    /// <summary>Name of the C# parameter; set before anything else is asked.</summary>
    public string Name { get; set; } = "";

    /// <summary>Names of the companion's dummy arguments.</summary>
    public virtual IReadOnlyList<string> Dummies => [Dummy];

    /// <summary>Their declarations, and those of locals.</summary>
    public abstract IEnumerable<string> Declarations(CompanionScope scope);

    /// <summary>What the companion does before the call.</summary>
    public virtual IEnumerable<string> Statements => [];

    /// <summary>What the companion passes on.</summary>
    public virtual string Actual => Dummy;

    /// <summary>Whether the companion's name has the argument's own shape, so that <c>size</c> and its like may be asked of it.</summary>
    public virtual bool IsWhole => Entity.Shape is null;

    /// <summary>Whether the companion's name has the argument's own lower bounds, so that its elements have the same indices.</summary>
    public virtual bool HasLowerBounds => HasLowerBoundsOfOne;

    protected bool HasLowerBoundsOfOne => Entity.Shape?.Axes.All(axis => axis.Lower is null or Constant { Text: "1" }) != false;

    /// <summary>Type and name of the C# parameter.</summary>
    public abstract string Parameter { get; }

    /// <summary>Whether C# may leave it out.</summary>
    public virtual bool CanBeAbsent => Entity.IsOptional;

    /// <summary>The value of a parameter that is left out.</summary>
    public virtual string Default => "null";

    /// <summary>Name of a further parameter, if there is one; set before anything else is asked.</summary>
    public string FurtherName { get; set; } = "";

    /// <summary>A further parameter, at the end of the list.</summary>
    public virtual string? Further => null;

    /// <summary>Its documentation.</summary>
    public virtual string FurtherDocumentation => "";

    /// <summary>C# before the call.</summary>
    public virtual IEnumerable<string> Before => [];

    /// <summary>A <c>fixed</c> statement around the call.</summary>
    public virtual string? Fixed => null;

    /// <summary>The addresses that are passed, one a dummy argument.</summary>
    public abstract IReadOnlyList<string> Addresses { get; }

    /// <summary>C# that keeps the argument's memory until the procedure has returned.</summary>
    public virtual string? KeepAlive => null;

    /// <summary>C# after the call.</summary>
    public virtual IEnumerable<string> After => [];

    /// <summary>What the documentation says after the declaration.</summary>
    public virtual string Documentation => "";

    protected string Dummy => $"a{Number}";

    protected string Pointer => $"p{Number}";

    protected string Local(string suffix) => CSharpName.Local(Name, suffix);

    protected string OptionalAttribute => Entity.IsOptional ? ", optional" : "";

    protected string IntentAttribute => Entity.Intent switch
    {
        Intent.In => ", intent(in)",
        Intent.Out => ", intent(out)",
        Intent.InOut => ", intent(inout)",
        _ => "",
    };

    /// <summary>The declaration in a C# literal, for messages.</summary>
    protected string Described => CSharpText.Literal($"{Entity.Name}, {Entity.Declaration},");
}
