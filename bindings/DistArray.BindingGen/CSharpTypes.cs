using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>C types to blittable C# types.</summary>
/// <param name="declarations">What castxml found.</param>
/// <param name="named">C# name of a C typedef, enum or struct, or null to look through it.</param>
internal sealed class CSharpTypes(Declarations declarations, Func<string, string?> named)
{
    /// <summary>C# spelling of <paramref name="type"/>.</summary>
    public string Map(XElement type)
    {
        switch (type.Name.LocalName)
        {
            case "CvQualifiedType" or "ElaboratedType":
                return Map(declarations.TypeOf(type));
            case "Typedef":
                return named(type.DeclaredName()) ?? Platform(type.DeclaredName()) ?? Map(declarations.TypeOf(type));
            case "FundamentalType":
                return Fundamental(type.DeclaredName());
            case "PointerType" when declarations.Strip(declarations.TypeOf(type)) is { Name.LocalName: "FunctionType" } function:
                return FunctionPointer(function);
            case "PointerType" or "ArrayType":
                return Map(declarations.TypeOf(type)) + "*";
            case "Struct" or "Enumeration":
                // A foreign struct, such as stdio's FILE, is only ever pointed to.
                return named(type.DeclaredName()) ?? (type.Name.LocalName == "Struct" ? "void" : "int");
            default:
                throw new GeneratorException($"no C# type for {type.Name.LocalName} {type.DeclaredName()}. Use a fixed-width type or an opaque handle.");
        }
    }

    private string FunctionPointer(XElement function)
    {
        IEnumerable<string> types = function.Elements("Argument").Select(a => Map(declarations.TypeOf(a)));
        return $"delegate* unmanaged[Cdecl]<{string.Join(", ", types.Append(Map(declarations[function.Text("returns")])))}>";
    }

    private static string? Platform(string typedef) => typedef switch
    {
        "size_t" => "nuint",
        "ssize_t" or "ptrdiff_t" or "intptr_t" => "nint",
        "uintptr_t" => "nuint",
        _ => null,
    };

    private static string Fundamental(string name) => name switch
    {
        "void" => "void",
        "char" or "unsigned char" or "_Bool" or "bool" => "byte",
        "signed char" => "sbyte",
        "short int" => "short",
        "short unsigned int" => "ushort",
        "int" => "int",
        "unsigned int" => "uint",
        "long int" or "long long int" => "long",
        "long unsigned int" or "long long unsigned int" => "ulong",
        "float" => "float",
        "double" => "double",
        _ => throw new GeneratorException($"no C# type for {name}."),
    };
}
