using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping.Results;

/// <summary>A value of a derived type.</summary>
internal sealed class StructureResult : ResultBinding
{
    private readonly WrappedType _type;

    /// <exception cref="RefusedException">The type is not wrapped, or it is no plain scalar.</exception>
    public StructureResult(Entity result, TypeCatalog types)
    {
        _type = types.Find(result.Type.Derived!);
        if (result.Shape is not null || result.IsAllocatable || result.IsPointer) throw new RefusedException("the result is an array, allocatable or pointer of a derived type");
        for (DerivedType? type = _type.Type; type is not null; type = type.Parent)
            if (type.HasBoundAssignment) throw new RefusedException($"the result is of a type with an assignment that is bound to {type.Name}");
    }

    public override IEnumerable<string> Declarations(CompanionScope scope) => ["type(c_ptr), value :: r", $"type({scope.ImportType(_type.Type)}), pointer :: rp"];

    public override IEnumerable<string> Before => ["call c_f_pointer(r, rp)"];

    public override IEnumerable<string> Calls(string call) => [$"rp = {call}"];

    public override string Type => _type.Name;

    public override string CSharpBefore => _type.IsStruct ? $"{_type.Name} daw_result = default;" : $"var daw_result = new {_type.Name}(Library);";

    public override string Address => _type.IsStruct ? "&daw_result" : "(void*)daw_result.Address";

    public override bool IsOwned => !_type.IsStruct;

    public override string Return => "daw_result";

    public override string Documentation => _type.IsStruct ? "" : "To be disposed of.";
}
