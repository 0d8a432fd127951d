using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>Types as C spells them, for the documentation of a binding.</summary>
internal sealed class CSpelling(Declarations declarations)
{
    /// <summary>A function's prototype.</summary>
    public string Prototype(XElement function)
    {
        IEnumerable<string> arguments = function.Elements("Argument").Select((a, i) => Declare(declarations.TypeOf(a), a.DeclaredName()));
        string list = string.Join(", ", arguments);
        return $"{Declare(declarations[function.Text("returns")], function.DeclaredName())}({(list.Length == 0 ? "void" : list)})";
    }

    /// <summary>A type in front of a name.</summary>
    public string Declare(XElement type, string name)
    {
        switch (type.Name.LocalName)
        {
            case "PointerType":
                return Declare(declarations.TypeOf(type), "*" + name);
            case "ArrayType":
                return Declare(declarations.TypeOf(type), name + "[]");
            case "ElaboratedType":
                return Declare(declarations.TypeOf(type), name);
            case "CvQualifiedType":
                return $"const {Declare(declarations.TypeOf(type), name)}";
            case "FunctionType":
                return $"{Declare(declarations[type.Text("returns")], "")}({name})(…)";
            default:
                string spelled = type.DeclaredName().Replace("long unsigned int", "unsigned long").Replace("_Bool", "bool");
                return name.Length == 0 ? spelled : $"{spelled} {name}";
        }
    }
}
