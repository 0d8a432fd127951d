using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping.Arguments;

/// <summary>An allocatable or pointer argument: a variable of the companion that has it as its component.</summary>
internal sealed class OwnerArgument : ArgumentBinding
{
    private readonly OwnerKind _kind;

    /// <exception cref="RefusedException">It is no array of an element type.</exception>
    public OwnerArgument(Entity entity, int number) : base(entity, number) => _kind = OwnerKind.Of(entity);

    public OwnerKind Kind => _kind;

    public override bool IsWhole => true;

    public override bool HasLowerBounds => true;

    // Not allocated is another thing than absent.
    public override bool CanBeAbsent => false;

    public override IEnumerable<string> Declarations(CompanionScope scope) => [$"type(c_ptr), value :: {Dummy}", $"type({_kind.TypeName}), pointer :: {Pointer}"];

    public override IEnumerable<string> Statements => [$"call c_f_pointer({Dummy}, {Pointer})"];

    public override string Actual => $"{Pointer}%a";

    private bool IsOut => Entity.Intent == Intent.Out && !Entity.IsOptional;

    public override string Parameter => $"{(IsOut ? "out " : "")}{_kind.CSharpType} {Name}";

    public override IEnumerable<string> Before => IsOut ? [$"{Name} = {_kind.FactoryName}();"] : [];

    public override IReadOnlyList<string> Addresses => IsOut ? [$"(void*){Name}.Handle"] : [$"(void*)Require({Name}, \"{Entity.Name}\").Handle"];

    public override string Documentation => (Entity.IsOptional ? "Always present here. " : "") + (IsOut ? "To be disposed of." : $"Made by {_kind.FactoryName}; Fortran may allocate, move or free it.");
}
