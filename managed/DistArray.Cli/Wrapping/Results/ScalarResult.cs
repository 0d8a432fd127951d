using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping.Results;

/// <summary>A number, a logical or a C address.</summary>
internal sealed class ScalarResult(Entity result) : ResultBinding
{
    public override IEnumerable<string> Declarations(CompanionScope scope) => [$"{result.Type}, intent(out) :: r"];

    public override IEnumerable<string> Calls(string call) => [$"r = {call}"];

    public override string Type => ElementMap.Scalar(result.Type);

    public override string CSharpBefore => $"{ElementMap.ScalarElement(result.Type)} daw_result = default;";

    public override string Address => "&daw_result";

    public override string Return => "daw_result";
}
