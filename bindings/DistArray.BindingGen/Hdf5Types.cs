using System.Xml.Linq;

namespace DistArray.BindingGen;

/// <summary>Enums and structs of HDF5, nested in the class of their module.</summary>
internal sealed class Hdf5Types(Declarations declarations, Hdf5Symbols symbols)
{
    private readonly SortedDictionary<string, CodeWriter> _writers = new(StringComparer.Ordinal);

    /// <summary>The types that functions use, and those that these use, by class.</summary>
    public SortedDictionary<string, CodeWriter> Write()
    {
        for (int i = 0; i < symbols.Used.Count; i++)
        {
            string name = symbols.Used[i];
            (string type, string member) = symbols.Split(name);
            if (!_writers.TryGetValue(type, out CodeWriter? writer))
                _writers[type] = writer = CodeWriter.Nested();
            writer.Line();
            writer.Summary($"<c>{name}</c>.");
            if (symbols.TypeElement(name) is { Name.LocalName: "Enumeration" } e)
                Enum(writer, member, e);
            else
                Struct(writer, member, symbols.TypeElement(name));
        }
        return _writers;
    }

    private static void Enum(CodeWriter writer, string member, XElement e)
    {
        List<XElement> values = [.. e.Elements("EnumValue")];
        string prefix = Names.CommonPrefix([.. values.Select(v => v.DeclaredName())]);
        writer.Open($"public enum {member}{(values.Any(v => long.Parse(v.Text("init")) > int.MaxValue) ? " : uint" : "")}");
        foreach (XElement v in values)
        {
            writer.Summary($"<c>{v.DeclaredName()}</c>.");
            writer.Line($"{Names.Escape(v.DeclaredName()[prefix.Length..])} = {v.Text("init")},");
        }
        writer.Close();
    }

    private void Struct(CodeWriter writer, string member, XElement e)
    {
        writer.Line($"[StructLayout(LayoutKind.Explicit, Size = {int.Parse(e.Text("size")) / 8})]");
        writer.Open($"public struct {member}");
        Fields(writer, e, 0, "");
        writer.Close();
    }

    /// <summary>Fields with their offsets; those of an unnamed struct or union inside get its field's name in front.</summary>
    private void Fields(CodeWriter writer, XElement e, int offset, string prefix)
    {
        foreach (XElement field in e.Text("members").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => declarations[id]).Where(m => m.Name.LocalName == "Field"))
        {
            XElement type = declarations.Strip(declarations.TypeOf(field));
            int at = offset + int.Parse(field.Text("offset")) / 8;
            string name = prefix + field.DeclaredName();
            if (type.Name.LocalName is "Struct" or "Union" && type.DeclaredName().Length == 0 && declarations.TypeOf(field).Name.LocalName != "Typedef")
            {
                Fields(writer, type, at, name + "_");
                continue;
            }
            string element = type.Name.LocalName == "ArrayType" ? symbols.Types.Map(declarations.TypeOf(type)) : "";
            // C# has no fixed buffer of pointers: their addresses then.
            string declared = element.Length > 0
                ? $"fixed {(element.EndsWith('*') ? "ulong" : element)} {name}[{int.Parse(type.Text("max")) + 1}]"
                : $"{symbols.Types.Map(declarations.TypeOf(field))} {Names.Escape(name)}";
            writer.Summary($"<c>{name}</c>.");
            writer.Line($"[FieldOffset({at})] public {declared};");
        }
    }
}
