using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping.Arguments;

/// <summary>A text, or an array of texts of one dimension: copied, filled up with blanks.</summary>
internal sealed class TextArgumentBinding : ArgumentBinding
{
    private const int DefaultRoom = 256;
    private readonly int? _length;

    /// <exception cref="RefusedException">It is passed in a way that is not built.</exception>
    public TextArgumentBinding(Entity entity, int number) : base(entity, number)
    {
        if (entity.Type.Kind != 1) throw new RefusedException($"argument {entity.Name}: characters of kind {entity.Type.Kind}");
        if (entity.IsAllocatable || entity.IsPointer) throw new RefusedException($"argument {entity.Name}: an allocatable or pointer text");
        if (entity.IsValue && entity.Type.Length is Constant { Text: not "1" }) throw new RefusedException($"argument {entity.Name}: a text by value");
        if (IsArray && entity.Shape!.Kind != ShapeKind.AssumedShape && entity.Shape.Kind != ShapeKind.Explicit && entity.Shape.Kind != ShapeKind.AssumedSize)
            throw new RefusedException($"argument {entity.Name}: texts of assumed rank");
        if (IsArray && entity.Shape!.NDim > 1) throw new RefusedException($"argument {entity.Name}: texts of {entity.Shape.NDim} dimensions");
        if (IsArray && entity.Intent == Intent.Out && entity.Shape!.Kind == ShapeKind.AssumedSize && entity.IsOptional) throw new RefusedException($"argument {entity.Name}: optional texts that are written");
        _length = StructLayout.LengthOf(entity.Type);
    }

    private bool IsArray => Entity.Shape is not null;

    private bool IsOut => Entity.Intent == Intent.Out && !IsArray;

    private bool IsWritten => Entity.Intent is Intent.Out or Intent.InOut or Intent.Unknown;

    private bool NeedsRoom => IsOut && _length is null;

    private string LengthDummy => $"l{Number}";

    private string CountDummy => $"n{Number}";

    public override IReadOnlyList<string> Dummies => IsArray ? [Dummy, LengthDummy, CountDummy] : [Dummy, LengthDummy];

    public override IEnumerable<string> Declarations(CompanionScope scope)
    {
        yield return $"type(c_ptr), value :: {Dummy}";
        yield return $"integer(8), intent(in) :: {string.Join(", ", Dummies.Skip(1))}";
        yield return $"character(len={LengthDummy}), pointer :: {Pointer}{(IsArray ? "(:)" : "")}";
    }

    public override IEnumerable<string> Statements => [IsArray ? $"call c_f_pointer({Dummy}, {Pointer}, [{CountDummy}])" : $"call c_f_pointer({Dummy}, {Pointer})"];

    public override string Actual => Pointer;

    public override bool IsWhole => Entity.Shape is null or { Kind: ShapeKind.AssumedShape };

    /// <summary>The declared length where it is an expression, for a check.</summary>
    public Expression? DeclaredLength => _length is null && Entity.Type.Length is not null ? Entity.Type.Length : null;

    /// <summary>Where the companion finds the length, and the number of texts.</summary>
    public string GivenLength => LengthDummy;

    public string GivenCount => CountDummy;

    public override string Parameter => IsArray ? $"string[]{Question} {Name}" : IsOut && !Entity.IsOptional ? $"out string {Name}"
        : IsWritten && Entity.IsOptional ? $"TextRef? {Name}" : IsWritten ? $"ref string {Name}" : $"string{Question} {Name}";

    private string Question => Entity.IsOptional ? "?" : "";

    public override string? Further => NeedsRoom ? $"int {FurtherName} = {DefaultRoom}" : null;

    public override string FurtherDocumentation => $"Characters (bytes) of room for {Entity.Name}.";

    private string LengthText => _length is { } length ? $"{length}" : "-1";

    public override IEnumerable<string> Before
    {
        get
        {
            string room = NeedsRoom ? FurtherName : $"{_length}";
            if (IsWritten && Entity.IsOptional && !IsArray)
                yield return $"using TextArgument {Local("Text")} = {Name} is null ? default : {Name}.Pass({LengthText}, \"{Entity.Name}\");";
            else
                yield return IsOut ? $"using TextArgument {Local("Text")} = TextArgument.Room({room}, \"{Entity.Name}\");"
                    : $"using TextArgument {Local("Text")} = TextArgument.Pass({Name}, {LengthText}, {(Entity.IsOptional ? "true" : "false")}, \"{Entity.Name}\");";
        }
    }

    public override IReadOnlyList<string> Addresses => IsArray
        ? [$"(void*){Local("Text")}.Address", $"&{Local("Text")}.Length", $"&{Local("Text")}.Count"]
        : [$"(void*){Local("Text")}.Address", $"&{Local("Text")}.Length"];

    public override IEnumerable<string> After => !IsWritten ? []
        : IsArray ? [$"{(Entity.IsOptional ? $"if ({Name} is not null) " : "")}{Local("Text")}.CopyTo({Name});"]
        : Entity.IsOptional ? [$"{Name}?.Take({Local("Text")});"]
        : [$"{Name} = {Local("Text")}.Text;"];

    public override string Documentation => (Entity.IsOptional ? "Null: absent. " : "") + "Copied" + (IsWritten && !IsOut && !IsArray && _length is null ? "; what Fortran leaves has at most as many characters as were passed." : ".");
}
