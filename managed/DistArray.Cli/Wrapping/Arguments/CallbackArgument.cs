using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Naming;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping.Arguments;

/// <summary>A procedure argument: a C# function that Fortran calls.</summary>
internal sealed class CallbackArgument : ArgumentBinding
{
    private readonly Procedure _interface;
    private readonly string _delegate;

    /// <exception cref="RefusedException">Its interface is not known, or has arguments that are not passed to C#.</exception>
    public CallbackArgument(Entity entity, int number, string procedure) : base(entity, number)
    {
        _interface = entity.Interface ?? throw new RefusedException($"argument {entity.Name}: a procedure whose interface is not declared");
        if (entity.IsPointer) throw new RefusedException($"argument {entity.Name}: a procedure pointer");
        foreach (Entity argument in _interface.Arguments)
        {
            if (!ElementMap.IsIntrinsic(argument.Type) || argument.IsOptional || argument.IsAllocatable || argument.IsPointer)
                throw new RefusedException($"argument {entity.Name}: a procedure with the argument `{argument.Declaration}`; numbers, logicals and arrays of them are passed to C# functions");
            ElementMap.Element(argument.Type);
            if (argument.Shape is not null) Extents(argument);
        }
        if (_interface.Result is { } result && (result.Shape is not null || !ElementMap.IsIntrinsic(result.Type) || result.IsAllocatable || result.IsPointer))
            throw new RefusedException($"argument {entity.Name}: a function with the result `{result.Declaration}`");
        _delegate = $"{CSharpName.Pascal(procedure)}{CSharpName.Pascal(entity.Name)}";
    }

    public override bool IsWhole => true;

    public override IEnumerable<string> Declarations(CompanionScope scope)
    {
        string name = $"i{Number}", arguments = string.Join(", ", _interface.Arguments.Select((_, index) => $"x{index + 1}")), kind = _interface.Result is null ? "subroutine" : "function";
        string bind = _interface.IsBindC ? " bind(c)" : "";
        yield return $"type(c_funptr), value :: {Dummy}";
        yield return "abstract interface";
        yield return $"  {(_interface.IsPure ? "pure " : "")}{kind} {name}({arguments}){(_interface.Result is null ? "" : " result(r)")}{bind}";
        for (int i = 0; i < _interface.Arguments.Count; i++)
        {
            Entity argument = _interface.Arguments[i];
            string intent = argument.Intent == Intent.Unknown ? "" : $", intent({argument.Intent.ToString().ToLowerInvariant()})";
            yield return $"    {argument.Type}{intent}{(argument.IsValue ? ", value" : "")} :: x{i + 1}{FortranShape(argument)}";
        }
        if (_interface.Result is { } result) yield return $"    {result.Type} :: r";
        yield return $"  end {kind}";
        yield return "end interface";
        yield return $"procedure({name}), pointer :: {Pointer}";
    }

    public override IEnumerable<string> Statements => Entity.IsOptional
        ? [$"nullify({Pointer})", $"if (c_associated({Dummy})) call c_f_procpointer({Dummy}, {Pointer})"]
        : [$"call c_f_procpointer({Dummy}, {Pointer})"];

    public override string Actual => Pointer;

    public override string Parameter => $"{_delegate}{(Entity.IsOptional ? "?" : "")} {Name}";

    /// <summary>The delegate, with its documentation.</summary>
    public IEnumerable<string> Delegate
    {
        get
        {
            yield return $"/// <summary>What {Entity.Name} is: <c>{Xml.Escape(_interface.Declaration)}</c>.</summary>";
            foreach (Entity argument in _interface.Arguments) yield return $"/// <param name=\"{CSharpName.Camel(argument.Name).TrimStart('@')}\"><c>{Xml.Escape(argument.Declaration)}</c></param>";
            string result = _interface.Result is null ? "void" : ElementMap.Scalar(_interface.Result.Type);
            yield return $"public delegate {result} {_delegate}({string.Join(", ", _interface.Arguments.Select(DelegateParameter))});";
        }
    }

    public override IEnumerable<string> Before
    {
        get
        {
            string passings = string.Join(", ", _interface.Arguments.Select(argument => argument.IsValue ? $"ElementType.{ElementMap.Enumerator(argument.Type)}" : "null"));
            string result = _interface.Result is null ? "null" : $"ElementType.{ElementMap.Enumerator(_interface.Result.Type)}";
            string check = Entity.IsOptional ? $"{Name} is null ? null : " : "";
            if (!Entity.IsOptional) yield return $"Require({Name}, \"{Entity.Name}\");";
            string call = $"{Name}({string.Join(", ", _interface.Arguments.Select(Passed))})";
            string body = _interface.Result is null ? call : $"*({ElementMap.Element(_interface.Result.Type)}*)daw_place = {call}";
            yield return $"using FortranCallback? {Local("Callback")} = {check}FortranCallback.Create([{passings}], {result}, (daw_addresses, daw_place) => {body});";
        }
    }

    public override IReadOnlyList<string> Addresses => [Entity.IsOptional ? $"{Local("Callback")} is null ? null : (void*){Local("Callback")}.Address" : $"(void*){Local("Callback")}!.Address"];

    public override string Documentation => (Entity.IsOptional ? "Null: absent. " : "") + "Called during the call alone; an exception from it is thrown when Fortran returns.";

    // Extents in the companion's interface: the names of its arguments are x1, x2, ….
    private string FortranShape(Entity argument)
    {
        if (argument.Shape is null) return "";
        string Bound(Expression bound) => bound.Format(reference => $"x{IndexOf(reference) + 1}")!;
        return $"({string.Join(", ", argument.Shape.Axes.Select(axis => $"{(axis.Lower is null ? "" : Bound(axis.Lower) + ":")}{Bound(axis.Upper!)}"))})";
    }

    // In C#, of the arguments that are whole numbers.
    private IEnumerable<string> Extents(Entity argument)
    {
        if (argument.Shape!.Kind != ShapeKind.Explicit)
            throw new RefusedException($"argument {Entity.Name}: a procedure with the argument `{argument.Declaration}`; its extents are not known to a C# function: an explicit shape is, such as (n)");
        return [.. argument.Shape.Axes.Select(axis => $"({CSharp(axis.Upper!)}) - ({(axis.Lower is null ? "1" : CSharp(axis.Lower))}) + 1")];

        string CSharp(Expression bound) => bound switch
        {
            Constant { Type.Base: BaseType.Integer } constant => constant.Text,
            Reference { Selectors.Count: 0 } reference when IndexOf(reference) is var index and >= 0 && _interface.Arguments[index] is { Shape: null, Type.Base: BaseType.Integer } => $"(long){Passed(_interface.Arguments[index], index).Replace("ref ", "", StringComparison.Ordinal)}",
            OperatorExpression { Operator: "+" or "-" or "*" or "/" } operation => operation.Right is null ? $"({operation.Operator}{CSharp(operation.Left)})" : $"({CSharp(operation.Left)} {operation.Operator} {CSharp(operation.Right)})",
            _ => throw new RefusedException($"argument {Entity.Name}: a procedure with the argument `{argument.Declaration}`; its extents are not made of its other arguments and constants"),
        };
    }

    private int IndexOf(Reference reference) => _interface.Arguments.ToList().FindIndex(argument => argument.Symbol == reference.Symbol);

    private static string DelegateParameter(Entity argument)
    {
        string name = CSharpName.Camel(argument.Name);
        if (argument.Shape is not null) return $"LocalView<{ElementMap.Element(argument.Type)}> {name}";
        return argument.Intent == Intent.In || argument.IsValue ? $"{ElementMap.Scalar(argument.Type)} {name}" : $"ref {ElementMap.Element(argument.Type)} {name}";
    }

    private string Passed(Entity argument, int index)
    {
        string type = ElementMap.Element(argument.Type);
        if (argument.Shape is not null) return $"FortranCallback.View<{type}>(((nint**)daw_addresses)[{index}][0], {string.Join(", ", Extents(argument))})";
        if (argument.IsValue) return $"*(({type}**)daw_addresses)[{index}]";
        string value = $"*(({type}***)daw_addresses)[{index}][0]";
        return argument.Intent == Intent.In ? value : $"ref {value}";
    }
}
