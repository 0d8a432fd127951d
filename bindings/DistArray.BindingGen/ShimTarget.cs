using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>Bindings of our own C ABI: a file a header, and one a safe handle.</summary>
internal sealed class ShimTarget
{
    private readonly ResponseFile _response;
    private readonly Declarations _declarations;
    private readonly ShimSymbols _symbols;
    private readonly List<Macro> _constants;

    private ShimTarget(ResponseFile response)
    {
        _response = response;
        string source = string.Concat(response.Headers.Select(h => $"#include \"{h}\"\n"));
        _declarations = CastXml.Parse(source, response.IncludeDirectories);
        _symbols = new ShimSymbols(_declarations);
        _constants = new MacroTable(source, response.IncludeDirectories).Constants(response.Macros, _declarations);
    }

    /// <summary>Name and content of every file.</summary>
    public static IEnumerable<(string Name, string Content)> Generate(ResponseFile response)
    {
        if (response.Headers.Count == 0)
            yield break;
        var target = new ShimTarget(response);
        foreach (string header in response.Headers)
        {
            if (target.Header(header) is { } content)
                yield return (Names.Pascal(Path.GetFileNameWithoutExtension(header)) + ".g.cs", content);
            foreach (XElement opaque in target._symbols.Structs.Where(s => target.IsIn(s, header) && target._symbols.ReleaseOf(s.DeclaredName()) is not null))
                yield return ($"Handles/{ShimSymbols.HandleName(opaque.DeclaredName())}.g.cs", target.Handle(header, opaque));
        }
    }

    private bool IsIn(XElement e, string header) => _declarations.FileOf(e).EndsWith("/" + header, StringComparison.Ordinal);

    private string? Header(string header)
    {
        List<XElement> enums = [.. _symbols.Enums.Where(e => IsIn(e, header))];
        List<XElement> structs = [.. _symbols.Structs.Where(e => IsIn(e, header))];
        List<XElement> functions = [.. _declarations.OfKind("Function").Where(f => IsIn(f, header) && _response.Functions.IsMatch(f.DeclaredName()))];
        List<Macro> constants = [.. _constants.Where(m => IsDefinedIn(m, header))];
        if (enums.Count + structs.Count + functions.Count + constants.Count == 0)
            return null;

        CodeWriter writer = CodeWriter.File(header, _response.Namespace, "System.Runtime.InteropServices");
        foreach (XElement e in enums)
            Enum(writer, e);
        foreach (XElement e in structs)
            Struct(writer, e);
        if (constants.Count > 0)
            Constants(writer, header, constants);
        if (functions.Count > 0)
            new ShimFunctions(_response, _declarations, _symbols).Write(writer, header, functions);
        return writer.ToString();
    }

    /// <summary>Macros carry no location in the preprocessor's list.</summary>
    private bool IsDefinedIn(Macro macro, string header) => _response.IncludeDirectories.Select(d => Path.Combine(d, header)).Where(File.Exists)
        .Any(f => File.ReadLines(f).Any(l => l.StartsWith($"#define {macro.Name} ", StringComparison.Ordinal)));

    private static void Constants(CodeWriter writer, string header, List<Macro> constants)
    {
        writer.Line();
        writer.Summary($"Constants of <c>{header}</c>.");
        writer.Open($"public static partial class {ShimSymbols.ClassOf(header)}");
        foreach (Macro m in constants)
        {
            writer.Summary($"<c>{m.Name}</c>.");
            writer.Line(MacroTable.Declare(m, ShimSymbols.MethodOf(header, m.Name.ToLowerInvariant())));
        }
        writer.Close();
    }

    private void Enum(CodeWriter writer, XElement e)
    {
        writer.Line();
        writer.Summary(Summary(e));
        writer.Open($"public enum {_symbols.TypeName(e.DeclaredName())}");
        List<XElement> values = [.. e.Elements("EnumValue")];
        string prefix = Names.CommonPrefix([.. values.Select(v => v.DeclaredName())]);
        foreach (XElement v in values)
        {
            string text = DocComment.ToXml(_declarations.CommentOfEnumValue(e, v.DeclaredName()).Summary);
            writer.Summary(text.Length > 0 ? $"<c>{v.DeclaredName()}</c>: {text}." : $"<c>{v.DeclaredName()}</c>.");
            writer.Line($"{Names.Pascal(v.DeclaredName()[prefix.Length..])} = {v.Text("init")},");
        }
        writer.Close();
    }

    private void Struct(CodeWriter writer, XElement e)
    {
        writer.Line();
        writer.Summary(Summary(e));
        if (e.Text("incomplete") == "1")
        {
            writer.Line($"public readonly struct {_symbols.TypeName(e.DeclaredName())};");
            return;
        }
        writer.Line($"[StructLayout(LayoutKind.Explicit, Size = {int.Parse(e.Text("size")) / 8})]");
        writer.Open($"public unsafe struct {_symbols.TypeName(e.DeclaredName())}");
        foreach (XElement field in e.Text("members").Split(' ').Select(id => _declarations[id]).Where(m => m.Name.LocalName == "Field"))
        {
            XElement type = _declarations.Strip(_declarations.TypeOf(field));
            bool array = type.Name.LocalName == "ArrayType";
            string name = Names.Pascal(field.DeclaredName());
            writer.Summary(Summary(field));
            writer.Line($"[FieldOffset({int.Parse(field.Text("offset")) / 8})] public " + (array
                ? $"fixed {_symbols.Types.Map(_declarations.TypeOf(type))} {name}[{int.Parse(type.Text("max")) + 1}];"
                : $"{_symbols.Types.Map(_declarations.TypeOf(field))} {name};"));
        }
        writer.Close();
    }

    private string Handle(string header, XElement opaque)
    {
        string type = _symbols.TypeName(opaque.DeclaredName())!, name = ShimSymbols.HandleName(opaque.DeclaredName());
        string release = _symbols.ReleaseOf(opaque.DeclaredName())!.DeclaredName();
        CodeWriter writer = CodeWriter.File(header, _response.Namespace, "System.Runtime.InteropServices");
        writer.Line();
        writer.Summary($"Owns a <c>{opaque.DeclaredName()}</c>; released with <c>{release}</c>.");
        writer.Open($"public sealed unsafe class {name} : SafeHandle");
        writer.Summary("An empty handle, which a native call fills.");
        writer.Line($"public {name}() : base(0, ownsHandle: true) {{ }}");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line("public override bool IsInvalid => handle == 0;");
        writer.Line();
        writer.Line("/// <inheritdoc/>");
        writer.Line($"protected override bool ReleaseHandle() => {ShimSymbols.ClassOf(header)}.{ShimSymbols.MethodOf(header, release)}(({type}*)handle) == DaStatus.Ok;");
        writer.Close();
        return writer.ToString();
    }

    private string Summary(XElement e)
    {
        string text = DocComment.ToXml(_declarations.CommentOf(e).Summary);
        return text.Length == 0 ? $"<c>{e.DeclaredName()}</c>." : text.EndsWith('.') ? text : text + ".";
    }
}
