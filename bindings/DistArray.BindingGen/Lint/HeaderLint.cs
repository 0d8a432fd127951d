using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>Holds headers to the rules of the C ABI, as castxml reads them.</summary>
internal sealed partial class HeaderLint
{
    // What belongs to the library as a whole has no noun.
    private static readonly string[] WithoutNoun = ["api", "element", "info", "status"];
    private readonly List<LintFinding> _findings = [];
    private readonly Declarations _declarations;
    private readonly LintTypes _types;
    private readonly ShimSymbols _symbols;

    private HeaderLint(Declarations declarations)
    {
        _declarations = declarations;
        _types = new LintTypes(declarations);
        _symbols = new ShimSymbols(declarations);
    }

    /// <summary>Everything in <paramref name="headers"/> that breaks a rule.</summary>
    public static List<LintFinding> Check(IReadOnlyList<string> headers, IReadOnlyList<string> includes)
    {
        var lint = new HeaderLint(CastXml.Parse(string.Concat(headers.Select(h => $"#include \"{h}\"\n")), includes));
        foreach (string header in headers)
        {
            foreach (XElement f in lint.Of("Function", header))
                lint.Function(header, f);
            foreach (XElement s in lint.Of("Struct", header))
                lint.Struct(header, s);
        }
        return lint._findings;
    }

    private IEnumerable<XElement> Of(string kind, string header) =>
        _declarations.OfKind(kind).Where(e => _declarations.FileOf(e).EndsWith("/" + header, StringComparison.Ordinal));

    private void Add(LintRule rule, string header, XElement e, string text) =>
        _findings.Add(new LintFinding(rule, header, int.Parse(e.Text("line")), e.DeclaredName(), text));

    private void Function(string header, XElement f)
    {
        string stem = Path.GetFileNameWithoutExtension(header);
        string start = WithoutNoun.Contains(stem) ? "da_" : $"da_{stem}_";
        if (!SnakeCase().IsMatch(f.DeclaredName()) || !f.DeclaredName().StartsWith(start, StringComparison.Ordinal))
            Add(LintRule.Name, header, f, $"the name does not begin with {start} or is not in snake case");
        if (_declarations[f.Text("returns")] is not { Name.LocalName: "Typedef" } result || result.DeclaredName() != "da_status")
            Add(LintRule.Status, header, f, "the result is no da_status");

        DocComment comment = _declarations.CommentOf(f);
        if (comment.Summary.Length == 0)
            Add(LintRule.Summary, header, f, "there is no summary");
        if (string.IsNullOrEmpty(comment.Returns))
            Add(LintRule.Return, header, f, "there is no @return");
        if (comment.Collective is not null != (f.Text("annotation") == "collective"))
            Add(LintRule.Collective, header, f, comment.Collective is null ? "DA_COLLECTIVE without @collective" : "@collective without DA_COLLECTIVE");

        List<XElement> arguments = [.. f.Elements("Argument")];
        foreach (XElement a in arguments)
            Argument(header, f, comment, a);
        foreach (DocParameter p in comment.Parameters.Where(p => !arguments.Any(a => a.DeclaredName() == p.Name)))
            Add(LintRule.Documented, header, f, $"there is no parameter {p.Name}");
        ResultsLast(header, f, comment, arguments);
    }

    private void Argument(string header, XElement f, DocComment comment, XElement a)
    {
        string name = a.DeclaredName();
        XElement type = _declarations.TypeOf(a);
        if (_types.FindMpi(type) is { } mpi)
            Add(LintRule.MpiType, header, f, $"{name} has MPI's type {mpi}; handles cross as int64_t");
        else if (_types.FindForbidden(type) is { } forbidden)
            Add(LintRule.Type, header, f, $"{name} has the type {forbidden}; use a fixed-width integer or an opaque struct");

        if (comment.Parameter(name) is not { Text.Length: > 0 } documented)
        {
            Add(LintRule.Documented, header, f, $"{name} is not documented");
            return;
        }
        bool pointer = _types.IsDataPointer(type) && _types.FindMpi(type) is null;
        if (pointer && documented.Direction is not ("in" or "out" or "in,out"))
            Add(LintRule.Direction, header, f, $"{name} is a pointer without a direction: @param[in], @param[out] or @param[in,out]");
        else if (!pointer && documented.Direction is not ("" or "in"))
            Add(LintRule.Direction, header, f, $"{name} is no pointer and cannot be [{documented.Direction}]");
        else if (documented.Direction.Contains("out", StringComparison.Ordinal) && _declarations.PointsToConst(type))
            Add(LintRule.Direction, header, f, $"{name} is const and cannot be [{documented.Direction}]");
    }

    /// <summary>Buffers stand where their counts are; single values that come out stand last.</summary>
    private void ResultsLast(string header, XElement f, DocComment comment, List<XElement> arguments)
    {
        string? result = null;
        foreach (XElement a in arguments)
        {
            if (comment.Parameter(a.DeclaredName())?.Direction == "out")
                result = !Declarations.IsArray(a) && _declarations.Pointee(_declarations.TypeOf(a))?.DeclaredName() is not ("void" or "char") ? a.DeclaredName() : result;
            else if (result is not null)
                Add(LintRule.ResultsLast, header, f, $"{a.DeclaredName()} comes after the result {result}");
        }
    }

    private void Struct(string header, XElement s)
    {
        if (s.Text("incomplete") == "1")
        {
            if (s.DeclaredName().StartsWith("da_", StringComparison.Ordinal) && _symbols.ReleaseOf(s.DeclaredName()) is null && !_symbols.IsClosedTogether(s.DeclaredName()))
                Add(LintRule.Handle, header, s, $"there is no {s.DeclaredName()}_destroy or {s.DeclaredName()}_release with it as its only parameter, and no collective {s.DeclaredName()}_close");
            return;
        }
        foreach (XElement field in s.Text("members").Split(' ').Select(id => _declarations[id]).Where(m => m.Name.LocalName == "Field"))
        {
            if ((_types.FindMpi(_declarations.TypeOf(field)) ?? _types.FindForbidden(_declarations.TypeOf(field))) is { } forbidden)
                Add(LintRule.Type, header, s, $"the field {field.DeclaredName()} has the type {forbidden}");
        }
    }

    [GeneratedRegex("^da(_[a-z][a-z0-9]*)+$")] private static partial Regex SnakeCase();
}
