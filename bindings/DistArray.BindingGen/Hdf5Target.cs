using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>Bindings of HDF5's public headers in HDF.PInvoke's shape: a static class and a file a module.</summary>
internal sealed partial class Hdf5Target
{
    private readonly ResponseFile _response;
    private readonly Declarations _declarations;
    private readonly MacroTable _macros;
    private readonly Hdf5Symbols _symbols;
    private readonly CSpelling _spelling;

    private Hdf5Target(ResponseFile response)
    {
        _response = response;
        string source = string.Concat(response.Headers.Select(h => $"#include <{h}>\n"));
        _declarations = CastXml.Parse(source, response.IncludeDirectories);
        // Without these two, every constant is an expression that first calls H5check() and H5open().
        _macros = new MacroTable(source + "#undef H5CHECK\n#define H5CHECK\n#undef H5OPEN\n#define H5OPEN\n", response.IncludeDirectories);
        _symbols = new Hdf5Symbols(_declarations, _macros);
        _spelling = new CSpelling(_declarations);
    }

    /// <summary>Name and content of every file.</summary>
    public static IEnumerable<(string Name, string Content)> Generate(ResponseFile response) => new Hdf5Target(response).Files();

    private List<(string Name, string Content)> Files()
    {
        ILookup<string, XElement> functions = _declarations.OfKind("Function")
            .Where(f => _response.Functions.IsMatch(f.DeclaredName()) && !_symbols.IsSuperseded(f.DeclaredName()) && !_symbols.IsForeign(f, _spelling.Prototype(f)))
            .ToLookup(f => _symbols.Split(f.DeclaredName()).Class);
        ILookup<string, Macro> constants = _macros.Constants(_response.Macros, _declarations).ToLookup(m => _symbols.Split(m.Name).Class);
        ILookup<string, (string Name, string Symbol)> globals = Globals().ToLookup(g => _symbols.Split(g.Name).Class);
        _symbols.UseEnums(functions.Select(g => g.Key));

        // Functions first: they name the types that they use, and those name others.
        var methods = new SortedDictionary<string, CodeWriter>(StringComparer.Ordinal);
        foreach (string name in functions.Select(g => g.Key).Concat(constants.Select(g => g.Key)))
            methods[name] = CodeWriter.Nested();
        foreach (IGrouping<string, XElement> module in functions)
        {
            foreach (XElement f in module)
                Function(methods[module.Key], f);
        }
        var types = new Hdf5Types(_declarations, _symbols).Write();

        return [.. methods.Keys.Union(types.Keys).Order(StringComparer.Ordinal).Select(name =>
        {
            CodeWriter writer = CodeWriter.File("hdf5.h", _response.Namespace, "System.Runtime.InteropServices");
            writer.Line();
            writer.Summary($"HDF5's module <c>{name}</c>, as its C headers have it.");
            writer.Open($"public static unsafe partial class {name}");
            foreach (Macro m in constants[name])
                Member(writer, m.Name, MacroTable.Declare(m, _symbols.Split(m.Name).Member));
            foreach ((string macro, string symbol) in globals[name])
                Member(writer, macro, $"public static long {_symbols.Split(macro).Member} => Hdf5Globals.Read(\"{symbol}\");");
            if (types.TryGetValue(name, out CodeWriter? nested))
                writer.Append(nested);
            if (methods.TryGetValue(name, out CodeWriter? body))
                writer.Append(body);
            writer.Close();
            return (name + ".g.cs", writer.ToString());
        })];
    }

    /// <summary>Macros that stand for a global variable of the library, whose value is there once it is open.</summary>
    private IEnumerable<(string Name, string Symbol)> Globals()
    {
        foreach (string name in _macros.Bodies.Keys.Where(n => _response.Macros.IsMatch(n)))
        {
            string body = _macros.Bodies[name];
            while (_macros.Bodies.TryGetValue(body, out string? aliased))
                body = aliased;
            if (Global().Match(body) is { Success: true } match)
                yield return (name, match.Groups[1].Value);
        }
    }

    private static void Member(CodeWriter writer, string macro, string declaration)
    {
        writer.Summary($"<c>{macro}</c>.");
        writer.Line(declaration);
    }

    private void Function(CodeWriter writer, XElement f)
    {
        List<XElement> arguments = [.. f.Elements("Argument")];
        bool[] overloads = arguments.Any(IsText) ? [false, true] : [false];
        foreach (bool text in overloads)
        {
            string name = f.DeclaredName();
            IEnumerable<string> parameters = arguments.Select((a, i) =>
                (text && IsText(a) ? "string?" : _symbols.Types.Map(_declarations.TypeOf(a))) + " " + Names.Escape(a.DeclaredName() is { Length: > 0 } n ? n : $"arg{i}"));
            writer.Line();
            writer.Summary($"<c>{DocComment.ToXml(_spelling.Prototype(f))}</c>");
            writer.Line($"[LibraryImport(\"{_response.Library}\", EntryPoint = \"{name}\"{(text ? ", StringMarshalling = StringMarshalling.Utf8" : "")})]");
            writer.Line($"public static partial {_symbols.Types.Map(_declarations[f.Text("returns")])} {_symbols.Split(name).Member}({string.Join(", ", parameters)});");
        }
    }

    private bool IsText(XElement a)
    {
        XElement type = _declarations.TypeOf(a);
        return _declarations.PointsToConst(type) && _declarations.Pointee(type)?.DeclaredName() == "char";
    }

    [GeneratedRegex(@"^\(?H5OPEN (H5\w+_g)\)?$")] private static partial Regex Global();
}
