using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Results;

/// <summary>A text of any length: handed over in memory that C# frees.</summary>
internal sealed class TextResult : ResultBinding
{
    /// <exception cref="RefusedException">It is an array or of a kind that is not passed.</exception>
    public TextResult(Entity result)
    {
        if (result.Shape is not null) throw new RefusedException("the result is an array of texts");
        if (result.Type.Kind != 1) throw new RefusedException($"the result has characters of kind {result.Type.Kind}");
        if (result.IsPointer) throw new RefusedException("the result is a pointer to a text");
    }

    public override IEnumerable<string> Declarations(CompanionScope scope) => ["type(c_ptr), value :: r", "character(len=:), allocatable :: t"];

    public override IEnumerable<string> Calls(string call) => [$"t = {call}", "call take_text(r, t, len(t, 8))"];

    public override string Type => "string";

    public override string CSharpBefore => "TakenText daw_result = default;";

    public override string Address => "&daw_result";

    public override string Return => "daw_result.Take()!";

    public override string Documentation => "Without trailing blanks.";
}
