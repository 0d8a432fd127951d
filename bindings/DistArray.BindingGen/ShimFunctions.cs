using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>The <c>[LibraryImport]</c> methods of a header.</summary>
internal sealed class ShimFunctions(ResponseFile response, Declarations declarations, ShimSymbols symbols)
{
    public void Write(CodeWriter writer, string header, IReadOnlyList<XElement> functions)
    {
        writer.Line();
        writer.Summary($"Functions of <c>{header}</c> in lib{response.Library}.");
        writer.Open($"public static unsafe partial class {ShimSymbols.ClassOf(header)}");
        for (int i = 0; i < functions.Count; i++)
        {
            if (i > 0)
                writer.Line();
            XElement f = functions[i];
            List<XElement> arguments = [.. f.Elements("Argument")];
            DocComment comment = declarations.CommentOf(f);
            Function(writer, header, f, comment, arguments, text: false);
            if (arguments.Any(IsText))
            {
                writer.Line();
                Function(writer, header, f, comment, arguments, text: true);
            }
        }
        writer.Close();
    }

    private void Function(CodeWriter writer, string header, XElement f, DocComment comment, List<XElement> arguments, bool text)
    {
        string name = f.DeclaredName();
        writer.Summary(comment.Summary.Length > 0 ? DocComment.ToXml(comment.Summary) : $"<c>{name}</c>.");
        foreach (XElement a in arguments)
            writer.Line($"/// <param name=\"{Names.Camel(a.DeclaredName()).TrimStart('@')}\">{ParameterText(comment, a.DeclaredName())}</param>");
        writer.Line($"/// <returns>{DocComment.ToXml(comment.Returns ?? "A status")}.</returns>");
        if (comment.Collective is not null || f.Text("annotation") == "collective")
            writer.Line($"/// <remarks><b>Collective.</b>{(comment.Collective is { Length: > 0 } where ? $" Every rank calls, {DocComment.ToXml(where)}." : "")}</remarks>");
        writer.Line($"[LibraryImport(\"{response.Library}\", EntryPoint = \"{name}\"{(text ? ", StringMarshalling = StringMarshalling.Utf8" : "")})]");
        string signature = string.Join(", ", arguments.Select(a => Parameter(f, comment, a, text)));
        string result = symbols.Types.Map(declarations[f.Text("returns")]);
        writer.Line($"public static partial {result} {ShimSymbols.MethodOf(header, name)}({signature});");
    }

    private string Parameter(XElement f, DocComment comment, XElement a, bool text)
    {
        string name = Names.Camel(a.DeclaredName());
        bool optional = comment.Parameter(a.DeclaredName()) is { } p && p.Text.Contains("may be NULL", StringComparison.Ordinal);
        if (text && IsText(a))
            return $"string{(optional ? "?" : "")} {name}";
        if (symbols.OpaqueName(a, out int depth) is { } opaque && symbols.ReleaseOf(opaque) is not null && !symbols.IsRelease(f) && !optional && !Declarations.IsArray(a))
        {
            if (depth == 1)
                return $"{ShimSymbols.HandleName(opaque)} {name}";
            if (depth == 2 && IsResult(comment, a))
                return $"out {ShimSymbols.HandleName(opaque)} {name}";
        }
        string type = symbols.Types.Map(declarations.TypeOf(a));
        return IsResult(comment, a) && !optional && type.EndsWith('*') && type is not ("void*" or "byte*") ? $"out {type[..^1]} {name}" : $"{type} {name}";
    }

    /// <summary>One value that the function writes; arrays are declared with brackets.</summary>
    private static bool IsResult(DocComment comment, XElement a) => comment.Parameter(a.DeclaredName())?.Direction == "out" && !Declarations.IsArray(a);

    /// <summary>A zero-terminated text that goes in.</summary>
    private bool IsText(XElement a)
    {
        XElement type = declarations.TypeOf(a);
        return !Declarations.IsArray(a) && declarations.PointsToConst(type) && declarations.Pointee(type)?.DeclaredName() == "char";
    }

    private static string ParameterText(DocComment comment, string name)
    {
        string text = DocComment.ToXml(comment.Parameter(name)?.Text ?? "");
        return text.Length == 0 ? $"<c>{name}</c>." : char.ToUpperInvariant(text[0]) + text[1..] + (text.EndsWith('.') ? "" : ".");
    }
}
