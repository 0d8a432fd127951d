using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping.Results;

/// <summary>An array, an allocatable or a pointer: in a variable of the companion that C# owns.</summary>
internal sealed class OwnerResult : ResultBinding
{
    public OwnerResult(Entity result) => Kind = OwnerKind.Of(result);

    public OwnerKind Kind { get; }

    public override IEnumerable<string> Declarations(CompanionScope scope) => ["type(c_ptr), value :: r", $"type({Kind.TypeName}), pointer :: rp"];

    public override IEnumerable<string> Before => ["call c_f_pointer(r, rp)"];

    public override IEnumerable<string> Calls(string call) => [$"rp%a {(Kind.IsPointer ? "=>" : "=")} {call}"];

    public override string Type => Kind.CSharpType;

    public override string CSharpBefore => $"{Kind.CSharpType} daw_result = {Kind.FactoryName}();";

    public override string Address => "(void*)daw_result.Handle";

    public override bool IsOwned => true;

    public override string Return => "daw_result";

    public override string Documentation => "To be disposed of.";
}
