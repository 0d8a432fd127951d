namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Reads the statements of a flang module file into scopes. Types, bounds and values stay tokens until something asks.</summary>
internal sealed class FlangParser : IDisposable
{
    private const int Deepest = 100;
    private static readonly HashSet<string> s_types = ["integer", "real", "complex", "logical", "character", "type", "class", "procedure"];
    private static readonly HashSet<string> s_prefixes = ["elemental", "impure", "module", "non_recursive", "pure", "recursive"];

    // Statements without meaning for who uses the module: names of a scope around it, groups of input, and storage.
    private static readonly HashSet<string> s_ignored = ["import", "namelist", "common", "equivalence"];

    private readonly string _path;
    private readonly IEnumerator<FlangCursor> _statements;
    private int _depth;

    public FlangParser(string path, string text) => (_path, _statements) = (path, FlangLexer.Statements(path, text).GetEnumerator());

    /// <summary>The module of the file.</summary>
    /// <exception cref="ModuleFileException">A statement is unknown, or the file is cut off.</exception>
    public FlangScope Parse()
    {
        FlangCursor statement = NextStatement();
        if (statement.Next.Is("submodule")) throw statement.Error("this is the file of a submodule, which shows nothing to users of its module");
        statement.Expect("module");
        var module = new FlangScope(statement.Name(), null);
        statement.End();
        ParseBody(module);
        return _statements.MoveNext() ? throw _statements.Current.Error("nothing was expected after the end of the module") : module;
    }

    public void Dispose() => _statements.Dispose();

    private FlangCursor NextStatement() =>
        _statements.MoveNext() ? _statements.Current : throw new ModuleFileException(_path, "the file is cut off: it ends before its module does. Compile the core again.");

    private void ParseBody(FlangScope scope)
    {
        if (++_depth > Deepest) throw _statements.Current.Error("procedures are nested too deeply");
        for (FlangCursor statement = NextStatement(); !IsEnd(statement); statement = NextStatement())
            ParseStatement(scope, statement);
        _depth--;
    }

    private static bool IsEnd(FlangCursor statement, string what = "")
    {
        if (!statement.Accept("end")) return false;
        if (what.Length > 0) statement.Expect(what);
        statement.End();
        return true;
    }

    private void ParseStatement(FlangScope scope, FlangCursor statement)
    {
        string word = statement.Next.Kind is FlangTokenKind.Name or FlangTokenKind.Symbol ? statement.Next.Text : "";
        if (word == "type" && !statement.At(1).Is("(")) ParseType(scope, statement);
        else if (s_types.Contains(word)) Add(scope, ParseEntity(scope, statement), statement);
        else if (word is "interface" or "abstract") ParseInterface(scope, statement);
        else if (word is "subroutine" or "function" || s_prefixes.Contains(word)) ParseSubprogram(scope, statement, false);
        else if (word == "use") ParseUse(scope, statement);
        else if (word == "!$omp") ParseDirective(scope, statement);
        else if (word == "contains")
        {
            statement.Take();
            statement.End();
        }
        else if (FlangAttributes.IsKnown(word)) FlangAttributes.ParseStatement(scope, statement);
        else if (!s_ignored.Contains(word)) throw statement.Error($"a statement that begins with {statement.Next} is not known");
    }

    private static void Add(FlangScope scope, FlangItem item, FlangCursor statement)
    {
        if (!scope.Items.TryAdd(item.Name, item)) throw statement.Error($"'{item.Name}' is declared twice");
    }

    private static void ParseUse(FlangScope scope, FlangCursor statement)
    {
        statement.Expect("use");
        bool isIntrinsic = false;
        while (statement.Accept(","))
            if (statement.Name() is var nature && nature == "intrinsic") isIntrinsic = true;
            else if (nature != "non_intrinsic") throw statement.Error($"a nature '{nature}' of modules is not known");
        statement.Accept("::");
        string module = statement.Name();
        statement.Expect(",");
        statement.Expect("only");
        statement.Expect(":");
        foreach (FlangCursor part in statement.Parts())
        {
            string local = GenericName(part);
            string name = part.Accept("=>") ? GenericName(part) : local;
            part.End();
            scope.Uses[local] = new FlangUse(module, name, isIntrinsic, statement);
        }
        statement.End();
    }

    private static void ParseDirective(FlangScope scope, FlangCursor statement)
    {
        statement.Expect("!$omp");
        if (!statement.Accept("threadprivate")) throw statement.Error($"a directive {statement.Next} is not known");
        foreach (FlangCursor part in (statement.Enclosed() ?? throw statement.Error("'(' was expected")).Parts())
            scope.Attribute(part.Name(), "threadprivate");
        statement.End();
    }

    private static FlangEntity ParseEntity(FlangScope scope, FlangCursor statement)
    {
        FlangCursor type = statement.Until(",", "::");
        HashSet<string> attributes = FlangAttributes.Parse(statement);
        statement.Expect("::");
        string name = statement.Name();
        FlangCursor? shape = statement.Enclosed();
        bool isCoarray = statement.Enclosed("[", "]") is not null;
        FlangCursor? value = statement.Accept("=") || statement.Accept("=>") ? statement.Until() : null;
        statement.End();
        return new FlangEntity(name, scope, type, attributes) { Shape = shape, IsCoarray = isCoarray, Value = value };
    }

    private void ParseType(FlangScope scope, FlangCursor statement)
    {
        statement.Expect("type");
        HashSet<string> attributes = FlangAttributes.Parse(statement);
        statement.Expect("::");
        string name = statement.Name();
        bool isParameterized = statement.Enclosed() is not null;
        statement.End();
        string? parent = attributes.FirstOrDefault(attribute => attribute.StartsWith("extends(", StringComparison.Ordinal))?[8..^1];
        var type = new FlangType(name, scope, attributes) { Parent = parent, IsParameterized = isParameterized, Statement = statement };
        Add(scope, type, statement);
        bool isBound = false;
        for (FlangCursor line = NextStatement(); !IsEnd(line, "type"); line = NextStatement())
        {
            if (line.Accept("contains")) isBound = true;
            else if (line.At(1).Kind == FlangTokenKind.End && (line.Accept("sequence") || line.Accept("private"))) line.End();
            else if (isBound && (line.Next.Is("procedure") || line.Next.Is("generic") || line.Next.Is("final"))) continue;
            else if (!isBound && s_types.Contains(line.Next.Text)) type.Components.Add(ParseEntity(scope, line));
            else throw line.Error($"a statement that begins with {line.Next} is not known within a type");
        }
    }

    private void ParseInterface(FlangScope scope, FlangCursor statement)
    {
        bool isAbstract = statement.Accept("abstract");
        statement.Expect("interface");
        FlangGeneric? generic = statement.IsAtEnd ? null : new FlangGeneric(GenericName(statement), [], statement);
        statement.End();
        for (FlangCursor line = NextStatement(); !IsEnd(line, "interface"); line = NextStatement())
        {
            if (generic is not null && line.Accept("procedure"))
            {
                line.Expect("::");
                generic.Specifics.Add(line.Name());
                line.End();
            }
            else ParseSubprogram(scope, line, isAbstract);
        }
        if (generic is not null && !scope.Generics.TryAdd(generic.Name, generic)) throw statement.Error($"'{generic.Name}' is declared twice");
    }

    private void ParseSubprogram(FlangScope scope, FlangCursor statement, bool isAbstract)
    {
        var prefixes = new HashSet<string>();
        while (s_prefixes.Contains(statement.Next.Text)) prefixes.Add(statement.Take().Text);
        bool isFunction = statement.Accept("function");
        if (!isFunction && !statement.Accept("subroutine")) throw statement.Error($"a statement that begins with {statement.Next} is not known here");
        string name = statement.Name();
        FlangCursor list = statement.Enclosed() ?? throw statement.Error($"'(' was expected, and not {statement.Next}");
        string[] arguments = [.. list.Parts().Select(part => part.Accept("*") ? "*" : part.Name())];
        bool isBindC = false;
        string? result = isFunction ? name : null;
        while (!statement.IsAtEnd)
        {
            if (isFunction && statement.Accept("result")) result = (statement.Enclosed() ?? throw statement.Error("'(' was expected")).Name();
            else if (statement.Accept("bind") && statement.Enclosed() is not null) isBindC = true;
            else throw statement.Error($"{statement.Next} was not expected");
        }
        var inner = new FlangScope("", scope);
        var subprogram = new FlangSubprogram(name, scope, inner, arguments, result)
        {
            Prefixes = prefixes, IsBindC = isBindC, IsAbstract = isAbstract, Statement = statement,
        };
        // A module subprogram has an interface too, which says the same.
        if (!prefixes.Contains("module") || scope.Items.GetValueOrDefault(name) is not FlangSubprogram) Add(scope, subprogram, statement);
        ParseBody(inner);
    }

    /// <summary>A name, or <c>operator(+)</c> and the like.</summary>
    internal static string GenericName(FlangCursor cursor)
    {
        string name = cursor.Name();
        return cursor.Enclosed() is { } inner ? $"{name}({inner})" : name;
    }
}
