using DistArray.Cli.Wrapping.Arguments;
using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Naming;
using DistArray.Cli.Wrapping.Output;
using DistArray.Cli.Wrapping.Results;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping;

/// <summary>Writes the companion's procedure and the C# method of a procedure.</summary>
internal sealed class ProcedureWriter
{
    private readonly Procedure _procedure;
    private readonly CompanionScope _scope;
    private readonly ResultBinding? _result;
    private readonly List<ArgumentBinding> _arguments = [];
    private readonly string _method;
    private readonly string _called;
    private readonly List<(string Name, string Statement)> _checks = [];

    /// <param name="procedure">The procedure.</param>
    /// <param name="called">The name that it is called by: its own or a generic one.</param>
    /// <param name="method">Name of the C# method.</param>
    /// <param name="scope">The module.</param>
    /// <exception cref="RefusedException">It cannot be wrapped.</exception>
    public ProcedureWriter(Procedure procedure, string called, string method, CompanionScope scope)
    {
        (_procedure, _called, _method, _scope) = (procedure, called, method, scope);
        var names = new Taken("check", "arguments", "daw_result");
        for (int i = 0; i < procedure.Arguments.Count; i++)
        {
            ArgumentBinding argument = Bind(procedure.Arguments[i], i + 1);
            argument.Name = names.Give(CSharpName.Camel(argument.Entity.Name), "Argument");
            _arguments.Add(argument);
            argument.FurtherName = argument.Name.TrimStart('@') + "Length";
        }
        foreach (ArgumentBinding argument in _arguments.Where(argument => argument.Further is not null)) argument.FurtherName = names.Give(argument.FurtherName, "OfText");
        if (procedure.Result is not null) _result = ResultBinding.Of(procedure.Result, scope.Types);
        foreach (ArgumentBinding argument in _arguments) scope.Declare(argument);
        foreach (ArgumentBinding argument in _arguments) Check(argument);
        int passed = _arguments.Sum(argument => argument.Dummies.Count) + (_result is null ? 0 : 1) + (_checks.Count > 0 ? 1 : 0);
        if (passed > 128) throw new RefusedException($"{passed} addresses would have to be passed; 128 are possible");
    }

    /// <summary>Types of the parameters, to tell overloads apart.</summary>
    public string Signature => string.Join(",", _arguments.Select(argument => argument.Parameter.Split(' ')[^2].TrimEnd('?')));

    /// <summary>The procedure's piece.</summary>
    /// <param name="entry">Name of the companion's procedure.</param>
    public Piece Write(string entry)
    {
        IReadOnlyList<string> fortran = [.. Fortran(entry)];
        return new Piece("procedure", _procedure.Name, _procedure.Declaration)
        {
            Imports = [.. _scope.Imports],
            Fortran = fortran,
            CSharp = [.. CSharp(entry)],
            Owners = [.. _arguments.OfType<OwnerArgument>().Select(argument => argument.Kind), .. _result is OwnerResult owner ? [owner.Kind] : Array.Empty<OwnerKind>()],
            ChecksShapes = _checks.Count > 0,
        };
    }

    private ArgumentBinding Bind(Entity argument, int number)
    {
        if (argument.IsAlternateReturn) throw new RefusedException("it has an alternate return, *");
        if (argument.IsCoarray) throw new RefusedException($"argument {argument.Name}: a coarray");
        if (argument.Shape is { NDim: > 15 }) throw new RefusedException($"argument {argument.Name}: {argument.Shape.NDim} dimensions");
        if (ElementMap.IsPlainScalar(argument)) return new ScalarArgument(argument, number);
        switch (argument.Type.Base)
        {
            case BaseType.Procedure:
                return new CallbackArgument(argument, number, _method);
            case BaseType.Character:
                return new TextArgumentBinding(argument, number);
            case BaseType.Derived or BaseType.Class:
                return new StructureArgument(argument, number, _scope.Types);
            case BaseType.UnlimitedClass or BaseType.AssumedType:
                throw new RefusedException($"argument {argument.Name} is {argument.Type}: it takes any type");
            case BaseType.None:
                throw new RefusedException($"argument {argument.Name} has no type");
        }
        ElementMap.Element(argument.Type);
        if (argument.IsAllocatable || argument.IsPointer) return new OwnerArgument(argument, number);
        return argument.Shape?.Kind switch
        {
            ShapeKind.AssumedShape or ShapeKind.AssumedRank => new DescriptorArgument(argument, number),
            _ => new FlatArgument(argument, number),
        };
    }

    private void Check(ArgumentBinding argument)
    {
        if (argument is FlatArgument flat && flat.Entity.Shape!.Kind != ShapeKind.AssumedRank && !(flat.Entity.Shape.NDim == 1 && flat.Entity.Shape.Axes[0].Upper is null)
            && flat.TryCheck(_scope, _checks.Count + 1))
            _checks.Add((argument.Entity.Declaration, flat.Statements.First()));
        if (argument is TextArgumentBinding text)
        {
            if (text.DeclaredLength is { } length && _scope.Format(length) is { } needed) CheckAtLeast(text, text.GivenLength, $"int({needed}, 8)");
            CheckCount(text, text.GivenCount);
        }
        if (argument is StructureArgument structures) CheckCount(structures, structures.GivenCount);
    }

    // Texts and structures come as an address and a number: as many as an explicit shape says, or more.
    private void CheckCount(ArgumentBinding argument, string given)
    {
        if (argument.Entity.Shape is { Kind: ShapeKind.Explicit } shape && FlatArgument.Extents(shape, _scope) is { } extents) CheckAtLeast(argument, given, $"product([integer(8) :: {extents}])");
    }

    private void CheckAtLeast(ArgumentBinding argument, string given, string needed)
    {
        int number = _checks.Count + 1;
        string check = $"if (too_short(check, {number}, {FlatArgument.PlaceOf(number)}, {given}, {needed})) return";
        _checks.Add((argument.Entity.Declaration, argument.Entity.IsOptional ? $"if (c_associated({argument.Dummies[0]})) then; {check}; end if" : check));
    }

    private IEnumerable<string> Fortran(string entry)
    {
        string procedure = FortranName.Shorten(entry);
        string[] dummies =
        [
            .. _result is null ? [] : new[] { "r" },
            .. _arguments.SelectMany(argument => argument.Dummies),
            .. _checks.Count > 0 ? ["check"] : Array.Empty<string>(),
        ];
        yield return $"! {_procedure.Declaration}";
        yield return $"subroutine {procedure}({string.Join(", ", dummies)}) bind(c, name='{FortranLibraryEntry.Of(_scope.Module.Name, entry)}')";
        foreach (string line in _result?.Declarations(_scope) ?? []) yield return "  " + line;
        // An array of explicit shape may be declared by scalars that stand after it.
        foreach (ArgumentBinding argument in _arguments)
            foreach (string line in argument.Declarations(_scope)) yield return "  " + line;
        if (_checks.Count > 0) yield return "  integer(8), intent(inout) :: check(0:*)";
        yield return "";
        foreach (string line in _result?.Before ?? []) yield return "  " + line;
        foreach (ArgumentBinding argument in _arguments.Where(argument => argument is not FlatArgument))
            foreach (string line in argument.Statements) yield return "  " + line;
        foreach ((_, string statement) in _checks) yield return "  " + statement;
        foreach (string line in Calls()) yield return "  " + line;
        yield return "end subroutine";
    }

    private IEnumerable<string> Calls()
    {
        bool isOperator = _called.StartsWith("operator(", StringComparison.Ordinal), isAssignment = _called.StartsWith("assignment(", StringComparison.Ordinal);
        if ((isOperator && (_result is null || _arguments.Count is not (1 or 2))) || (isAssignment && (_result is not null || _arguments.Count != 2)))
            throw new RefusedException($"{_called} does not take such a procedure");
        if ((isOperator || isAssignment) && _arguments.Exists(argument => argument is FlatArgument))
            throw new RefusedException("an operator on arrays whose shape is not passed");
        string actuals = string.Join(", ", _arguments.Select(argument => argument.Actual));
        if (isOperator)
        {
            _scope.ImportOperator(_called);
            string text = _called["operator(".Length..^1];
            string call = _arguments.Count == 1 ? $"{text} {_arguments[0].Actual}" : $"{_arguments[0].Actual} {text} {_arguments[1].Actual}";
            return _result!.Calls(call);
        }
        if (isAssignment)
        {
            _scope.ImportOperator(_called);
            return [$"{_arguments[0].Actual} = {_arguments[1].Actual}"];
        }
        string name = _scope.Import(_called);
        return _result is null ? [$"call {name}({actuals})"] : _result.Calls($"{name}({actuals})");
    }

    private IEnumerable<string> CSharp(string entry)
    {
        string field = "_daw_" + entry;
        foreach (CallbackArgument callback in _arguments.OfType<CallbackArgument>())
        {
            foreach (string line in callback.Delegate) yield return line;
            yield return "";
        }
        foreach (string line in Documentation()) yield return line;
        yield return $"public {_result?.Type ?? "void"} {_method}({string.Join(", ", Parameters())})";
        yield return "{";
        yield return $"    if ({field} == 0) {field} = Entry(\"{entry}\");";
        if (_result is null || !_result.IsOwned)
        {
            if (_result is not null) yield return "    " + _result.CSharpBefore;
            foreach (string line in Body(field)) yield return "    " + line;
            if (_result is not null) yield return $"    return {_result.Return};";
        }
        else
        {
            yield return "    " + _result.CSharpBefore;
            yield return "    try";
            yield return "    {";
            foreach (string line in Body(field)) yield return "        " + line;
            yield return $"        return {_result.Return};";
            yield return "    }";
            yield return "    catch";
            yield return "    {";
            yield return "        daw_result.Dispose();";
            yield return "        throw;";
            yield return "    }";
        }
        yield return "}";
        yield return "";
        yield return $"private nint {field};";
    }

    private IEnumerable<string> Body(string field)
    {
        foreach (ArgumentBinding argument in _arguments)
            foreach (string line in argument.Before) yield return line;
        int room = FlatArgument.RoomOf(_checks.Count);
        if (_checks.Count > 0)
        {
            yield return $"long* check = stackalloc long[{room + 19}];";
            yield return $"check[0] = -{room};";
        }
        foreach (ArgumentBinding argument in _arguments)
            if (argument.Fixed is { } statement) yield return "" + statement;
        yield return "{";
        string[] addresses =
        [
            .. _result is null ? [] : new[] { _result.Address },
            .. _arguments.SelectMany(argument => argument.Addresses),
            .. _checks.Count > 0 ? ["check"] : Array.Empty<string>(),
        ];
        if (addresses.Length > 0)
        {
            yield return $"    void** arguments = stackalloc void*[{addresses.Length}];";
            for (int i = 0; i < addresses.Length; i++) yield return $"    arguments[{i}] = {addresses[i]};";
        }
        yield return $"    Call({field}, \"{_procedure.Name}\", {(addresses.Length > 0 ? "arguments" : "null")}, {addresses.Length});";
        foreach (ArgumentBinding argument in _arguments)
            if (argument.KeepAlive is { } line) yield return line;
        yield return "}";
        if (_checks.Count > 0) yield return $"CheckShapes(\"{_procedure.Name}\", check, {room}{string.Concat(_checks.Select(check => $", {CSharpText.Literal(check.Name)}"))});";
        foreach (ArgumentBinding argument in _arguments)
            foreach (string line in argument.After) yield return "" + line;
    }

    private IEnumerable<string> Parameters()
    {
        int firstOptional = _arguments.FindLastIndex(argument => !argument.CanBeAbsent) + 1;
        for (int i = 0; i < _arguments.Count; i++)
            yield return _arguments[i].Parameter + (i >= firstOptional ? $" = {_arguments[i].Default}" : "");
        foreach (ArgumentBinding argument in _arguments)
            if (argument.Further is { } further) yield return further;
    }

    private IEnumerable<string> Documentation()
    {
        yield return $"/// <summary>Fortran: <c>{Xml.Escape(_procedure.Declaration)}</c>.</summary>";
        foreach (ArgumentBinding argument in _arguments)
            yield return $"/// <param name=\"{argument.Name.TrimStart('@')}\"><c>{Xml.Escape(argument.Entity.Declaration)}</c>. {Xml.Escape(argument.Documentation)}</param>".Replace(". </param>", ".</param>", StringComparison.Ordinal);
        foreach (ArgumentBinding argument in _arguments.Where(argument => argument.Further is not null))
            yield return $"/// <param name=\"{argument.Further!.Split(' ')[1]}\">{argument.FurtherDocumentation}</param>";
        if (_result is not null) yield return $"/// <returns><c>{Xml.Escape(_procedure.Result!.Declaration)}</c>. {_result.Documentation}</returns>".Replace(". </returns>", ".</returns>", StringComparison.Ordinal);
        yield return "/// <exception cref=\"FortranException\">The core ended by STOP.</exception>";
        yield return "/// <exception cref=\"ObjectDisposedException\">The library was disposed of, or an array is not valid any more.</exception>";
        if (_checks.Count > 0) yield return "/// <exception cref=\"ShapeMismatchException\">An argument has another shape than Fortran declares; nothing was called.</exception>";
        yield return "/// <remarks>Collective where the procedure is.</remarks>";
    }
}
