using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>Which types may stand in the C ABI.</summary>
internal sealed class LintTypes(Declarations declarations)
{
    private static readonly HashSet<string> FixedWidth =
        ["int8_t", "uint8_t", "int16_t", "uint16_t", "int32_t", "uint32_t", "int64_t", "uint64_t", "da_status"];

    /// <summary>Whether a parameter is a pointer to data; a pointer to a function is none.</summary>
    public bool IsDataPointer(XElement type) => declarations.Pointee(type) is { Name.LocalName: not "FunctionType" };

    /// <summary>Name of a type of MPI's inside <paramref name="type"/>, or null.</summary>
    public string? FindMpi(XElement type)
    {
        if (type.DeclaredName() is var name && (name.StartsWith("MPI_", StringComparison.Ordinal) || name.StartsWith("ompi_", StringComparison.Ordinal)))
            return name;
        return type.Name.LocalName is "FundamentalType" or "Struct" or "Enumeration" or "Union" ? null : Parts(type).Select(FindMpi).FirstOrDefault(n => n is not null);
    }

    /// <summary>Name of a type inside <paramref name="type"/> that may not cross the border, or null.</summary>
    public string? FindForbidden(XElement type, bool pointedTo = false) => type.Name.LocalName switch
    {
        "FundamentalType" => type.DeclaredName() is "float" or "double" || (pointedTo && type.DeclaredName() is "void" or "char") ? null : type.DeclaredName(),
        "Typedef" when FixedWidth.Contains(type.DeclaredName()) => null,
        "Typedef" when !type.DeclaredName().StartsWith("da_", StringComparison.Ordinal) => type.DeclaredName(),
        "Struct" => type.DeclaredName().StartsWith("da_", StringComparison.Ordinal) && (pointedTo || type.Text("incomplete") != "1") ? null : $"struct {type.DeclaredName()}",
        "Enumeration" => $"enum {type.DeclaredName()}",
        "Union" => $"union {type.DeclaredName()}",
        "PointerType" => FindForbidden(declarations.TypeOf(type), pointedTo: true),
        // A callback may end without a result.
        "FunctionType" => Parts(type).Select(t => FindForbidden(t, pointedTo: t.DeclaredName() == "void")).FirstOrDefault(n => n is not null),
        _ => Parts(type).Select(t => FindForbidden(t, pointedTo)).FirstOrDefault(n => n is not null),
    };

    private IEnumerable<XElement> Parts(XElement type) => type.Name.LocalName == "FunctionType"
        ? type.Elements("Argument").Select(declarations.TypeOf).Append(declarations[type.Text("returns")])
        : [declarations.TypeOf(type)];
}
