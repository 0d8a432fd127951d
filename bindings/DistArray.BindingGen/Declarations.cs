using System.Text;
using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>What castxml found in headers: elements by id, and the comments in front of them.</summary>
internal sealed class Declarations
{
    private readonly Dictionary<string, XElement> _byId;
    private readonly Dictionary<string, byte[]> _sources = [];

    public Declarations(string xml)
    {
        Root = XDocument.Parse(xml).Root!;
        _byId = Root.Elements().Where(e => e.Attribute("id") is not null).ToDictionary(e => e.Text("id"));
    }

    public XElement Root { get; }

    /// <summary>The element that <paramref name="id"/> names; a qualified id (const, volatile) finds its CvQualifiedType.</summary>
    public XElement this[string id] => _byId.TryGetValue(id, out XElement? e) ? e : _byId[id.TrimEnd('c', 'v', 'r')];

    /// <summary>Declarations of one kind (Function, Enumeration, Struct, Typedef) in the order of the source.</summary>
    public IEnumerable<XElement> OfKind(string kind) =>
        Root.Elements(kind).Where(e => e.Attribute("file") is not null).OrderBy(FileOf, StringComparer.Ordinal).ThenBy(e => int.Parse(e.Text("line")));

    /// <summary>Path of the file that declares <paramref name="e"/>, as castxml saw it.</summary>
    public string FileOf(XElement e) => e.Attribute("file") is { } file ? this[file.Value].Text("name") : "";

    /// <summary>The type without typedefs, elaborations and qualifiers.</summary>
    public XElement Strip(XElement type)
    {
        while (type.Name.LocalName is "Typedef" or "ElaboratedType" or "CvQualifiedType")
            type = this[type.Text("type")];
        return type;
    }

    public XElement TypeOf(XElement e) => this[e.Text("type")];

    /// <summary>What a pointer points to, stripped, or null where <paramref name="type"/> is no pointer.</summary>
    public XElement? Pointee(XElement type) => Strip(type) is { Name.LocalName: "PointerType" or "ArrayType" } p ? Strip(TypeOf(p)) : null;

    /// <summary>Whether a pointer's target is const.</summary>
    public bool PointsToConst(XElement type)
    {
        XElement pointer = Strip(type);
        if (pointer.Name.LocalName is not ("PointerType" or "ArrayType"))
            return false;
        XElement target = TypeOf(pointer);
        while (target.Name.LocalName is "Typedef" or "ElaboratedType")
            target = TypeOf(target);
        return target.Name.LocalName == "CvQualifiedType" && target.Text("const") == "1";
    }

    /// <summary>Whether an argument was declared with brackets: an array, not one value.</summary>
    public static bool IsArray(XElement argument) => argument.Attribute("original_type") is not null;

    /// <summary>The documentation comment of a declaration.</summary>
    public DocComment CommentOf(XElement e)
    {
        if (e.Attribute("comment") is not { } id)
            return DocComment.Parse("");
        XElement comment = this[id.Value];
        int begin = int.Parse(comment.Text("begin_offset")), end = int.Parse(comment.Text("end_offset"));
        return DocComment.Parse(Encoding.UTF8.GetString(SourceOf(comment).AsSpan(begin, end - begin)));
    }

    /// <summary>Text after <c>/**&lt;</c> behind an enum value, which castxml does not attach.</summary>
    public DocComment CommentOfEnumValue(XElement enumeration, string value) =>
        DocComment.Trailing(Encoding.UTF8.GetString(SourceOf(enumeration)), value);

    private byte[] SourceOf(XElement e)
    {
        string path = FileOf(e);
        if (!_sources.TryGetValue(path, out byte[]? bytes))
            _sources[path] = bytes = File.ReadAllBytes(path);
        return bytes;
    }
}
