using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Naming;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping;

/// <summary>Writes the C# type of a derived type: a struct of plain components, or a class of views.</summary>
internal sealed class TypeWriter(WrappedType type, CompanionScope scope)
{
    private readonly List<Refused> _refused = [];

    /// <summary>Components that are not shown.</summary>
    public IReadOnlyList<Refused> Refused => _refused;

    private DerivedType Type => type.Type;

    /// <exception cref="RefusedException">It cannot be wrapped.</exception>
    public Piece Write()
    {
        if (Type.IsParameterized) throw new RefusedException("it has parameters");
        return type.Layout is { } layout ? Struct(layout) : View();
    }

    private string Declaration => $"type {Type.Name}";

    private Piece Struct(StructLayout layout)
    {
        string entry = $"layout_of_{Type.Name}", alias = scope.ImportType(Type);
        var members = new Taken(type.Name);
        var lines = new List<string>
        {
            $"/// <summary>Fortran: <c>{Xml.Escape(Declaration)}</c> of module {Type.Module}. Laid out as the core's compiler does; a variable of it is the core's memory, a copy of it is not.</summary>",
            $"[StructLayout(LayoutKind.Explicit, Size = {layout.Size})]",
            $"public struct {type.Name}",
            "{",
        };
        var statements = new List<string>();
        var offsets = new List<int>();
        for (int i = 0; i < Type.Components.Count; i++)
        {
            Entity component = Type.Components[i];
            if (component.IsPrivate) continue;
            offsets.Add(layout.Offsets[i]);
            statements.Add($"  sizes({offsets.Count + 1}) = loc(t%{component.Name}) - loc(t)");
            if (offsets.Count > 1) lines.Add("");
            lines.AddRange(Field(component, layout.Offsets[i], members).Select(line => line.Length > 0 ? "    " + line : line));
        }
        lines.Add("}");
        return new Piece("type", Type.Name, Declaration)
        {
            File = (type.Name, lines),
            Imports = [.. scope.Imports],
            Fortran =
            [
                $"! {Declaration}",
                $"subroutine {FortranName.Shorten(entry)}(sizes) bind(c, name='{FortranLibraryEntry.Of(scope.Module.Name, entry)}')",
                "  integer(8), intent(out) :: sizes(*)",
                $"  type({alias}), target :: t",
                "",
                "  sizes(1) = storage_size(t)/8",
                .. statements,
                "end subroutine",
            ],
            Constructor = [$"CheckLayout(\"{Type.Name}\", \"{entry}\", {string.Join(", ", offsets.Prepend(layout.Size))});"],
        };
    }

    private IEnumerable<string> Field(Entity component, int offset, Taken members)
    {
        string name = members.Give(CSharpName.Pascal(component.Name), "Component"), summary = $"/// <summary>Fortran: <c>{Xml.Escape(component.Declaration)}</c>.";
        int count = StructLayout.CountOf(component)!.Value;
        string at = $"[FieldOffset({offset})]";
        if (component.Type.Base == BaseType.Character)
        {
            int length = StructLayout.LengthOf(component.Type)!.Value;
            if (component.Shape is not null) return Inline(component, name, at, summary, "byte", count * length, $" {count} texts of {length} characters.");
            string bytes = members.Give(name + "Bytes", "Component");
            return
            [
                .. Inline(component, bytes, at, summary, "byte", length, " UTF-8, filled up with blanks."),
                "",
                $"{summary} Without trailing blanks; a text that is set must fit.</summary>",
                $"public string {name}",
                "{",
                $"    readonly get => FortranCharacters.Read({bytes});",
                $"    set => FortranCharacters.Write(value, {bytes}, \"{component.Name}\");",
                "}",
            ];
        }
        string element = component.Type.Base == BaseType.Derived ? scope.Types.Find(component.Type.Derived!).Name : ElementMap.Element(component.Type);
        return component.Shape is null
            ? [$"{summary}</summary>", at, $"public {element} {name};"]
            : Inline(component, name, at, summary, element, count, component.Shape.NDim > 1 ? " First index fastest; the C# index counts from 0." : " The C# index counts from 0.");
    }

    private static IEnumerable<string> Inline(Entity component, string name, string at, string summary, string element, int count, string remark) =>
    [
        $"{summary}{remark}</summary>",
        at,
        $"public {name}Array {name};",
        "",
        $"/// <summary>{count} elements of <c>{Xml.Escape(component.Declaration)}</c>.</summary>",
        $"[InlineArray({count})]",
        $"public struct {name}Array",
        "{",
        $"    private {element} _first;",
        "}",
    ];

    private Piece View()
    {
        string alias = scope.ImportType(Type);
        var members = new Taken(type.Name, "Library", "VariableName", "Address", "Dispose", "ToString", "Equals", "GetHashCode", "GetType", "Table", "Component");
        var fortran = new List<string>();
        var entries = new List<(string Field, string Entry)>();
        var lines = new List<string>();
        foreach (Entity component in Components(Type))
        {
            try
            {
                if (component.IsPrivate) throw new RefusedException("it is private");
                string entry = $"of_{Type.Name}__{component.Name}", property = members.Give(CSharpName.Pascal(component.Name), "Component");
                IReadOnlyList<string> shown = [.. Property(component, property, entries.Count)];
                if (component.Type.Base == BaseType.Derived && component.Type.Derived is { } derived) scope.ImportType(derived);
                string[] getter = [.. GetterWriter.Write(entry, scope.Module.Name, component, $"p%{component.Name}", [$"type({alias}), pointer :: p", "call c_f_pointer(parent, p)"])];
                if (fortran.Count > 0) fortran.Add("");
                fortran.AddRange(getter);
                entries.Add(($"E{entries.Count}", entry));
                lines.Add("");
                lines.AddRange(shown);
            }
            catch (RefusedException e)
            {
                _refused.Add(new Refused("component", $"{Type.Name}%{component.Name}", component.Declaration, e.Message));
            }
        }
        if (!Type.IsAbstract)
        {
            fortran.AddRange(Life("new", alias, "target", "  allocate(p)", "  target = c_loc(p)", ", intent(out)"));
            fortran.AddRange(Life("delete", alias, "target", "  call c_f_pointer(target, p)", "  deallocate(p)", ", value"));
        }
        return new Piece("type", Type.Name, Declaration)
        {
            Imports = [.. scope.Imports],
            Fortran = fortran,
            File = (type.Name, [.. Class(lines, entries)]),
        };
    }

    // Those of an abstract parent, which is no variable itself, are the type's own.
    private static IEnumerable<Entity> Components(DerivedType type) =>
        type.Components.SelectMany(component => component.Type is { Base: BaseType.Derived, Derived: { IsAbstract: true } parent } ? Components(parent) : [component]);

    private IEnumerable<string> Life(string verb, string alias, string target, string first, string second, string attribute)
    {
        string entry = $"{verb}_{Type.Name}";
        return
        [
            "",
            $"! {Declaration}",
            $"subroutine {FortranName.Shorten(entry)}({target}) bind(c, name='{FortranLibraryEntry.Of(scope.Module.Name, entry)}')",
            $"  type(c_ptr){attribute} :: {target}",
            $"  type({alias}), pointer :: p",
            "",
            first,
            second,
            "end subroutine",
        ];
    }

    private IEnumerable<string> Class(List<string> members, List<(string Field, string Entry)> entries)
    {
        yield return $"/// <summary>Fortran: <c>{Xml.Escape(Declaration)}</c> of module {Type.Module}: views of its components in the core's memory.</summary>";
        yield return $"public sealed unsafe class {type.Name} : FortranStructure";
        yield return "{";
        yield return "    private readonly Entries _entries;";
        yield return "";
        yield return "    /// <summary>Shows a variable, a component or an element of an array. Generated classes call it.</summary>";
        yield return "    /// <param name=\"place\">Where the variable lies.</param>";
        yield return "    /// <param name=\"indices\">Fortran's indices of the element; none for a scalar.</param>";
        yield return $"    public {type.Name}(FortranPlace place, long[] indices) : base(place, indices) => _entries = Library.Table(static library => new Entries(library));";
        if (!Type.IsAbstract)
        {
            yield return "";
            yield return "    /// <summary>Makes a variable of the type, to be disposed of.</summary>";
            yield return "    /// <param name=\"library\">The core's library.</param>";
            yield return "    /// <exception cref=\"MissingMethodException\">The library has no companion of the module.</exception>";
            yield return $"    public {type.Name}(FortranLibrary library) : base(library, \"{Type.Name}\", library.Entry(\"{Type.Module}\", \"new_{Type.Name}\"), library.Entry(\"{Type.Module}\", \"delete_{Type.Name}\")) =>";
            yield return "        _entries = Library.Table(static library => new Entries(library));";
        }
        foreach (string line in members) yield return line.Length > 0 ? "    " + line : line;
        yield return "";
        yield return "    private sealed class Entries(FortranLibrary library)";
        yield return "    {";
        foreach ((string field, string entry) in entries) yield return $"        public readonly nint {field} = library.Entry(\"{Type.Module}\", \"{entry}\");";
        yield return "    }";
        yield return "}";
    }

    private IEnumerable<string> Property(Entity component, string property, int number)
    {
        string entry = $"_entries.E{number}", field = "_" + component.Name, summary = $"/// <summary>Fortran: <c>{Xml.Escape(component.Declaration)}</c>.";
        bool moves = component.Shape is not null || component.IsAllocatable || component.IsPointer;
        switch (component.Type.Base)
        {
            case BaseType.Procedure:
                throw new RefusedException("it is a procedure pointer");
            case BaseType.UnlimitedClass or BaseType.Class:
                throw new RefusedException("it is polymorphic");
            case BaseType.Character:
                if (component.Type.Kind != 1) throw new RefusedException($"it has characters of kind {component.Type.Kind}");
                string texts = $"{field} ??= TextComponent(\"{component.Name}\", {entry})";
                return moves
                    ? [$"{summary}</summary>", $"public FortranTexts {property} => {texts};", "", $"private FortranTexts? {field};"]
                    : [$"{summary} Without trailing blanks; a text that is set must fit.</summary>", $"public string {property}", "{", $"    get => ({texts}).Value;", $"    set => ({texts}).Value = value;", "}", "", $"private FortranTexts? {field};"];
            case BaseType.Derived:
                WrappedType nested = scope.Types.Find(component.Type.Derived!);
                if (nested.IsStruct) return Element(nested.Name);
                string structures = $"StructureComponent<{nested.Name}>(\"{component.Name}\", {entry}, static (place, indices) => new {nested.Name}(place, indices))";
                return moves
                    ? [$"{summary}</summary>", $"public FortranStructures<{nested.Name}> {property} => {field} ??= {structures};", "", $"private FortranStructures<{nested.Name}>? {field};"]
                    : [$"{summary}</summary>", $"public {nested.Name} {property} => {field} ??= {structures}.Value;", "", $"private {nested.Name}? {field};"];
            default:
                return Element(ElementMap.Element(component.Type));
        }

        IEnumerable<string> Element(string element) => moves
            ? [$"{summary} The core's memory, axes in Fortran's order.</summary>", $"public FortranVariable<{element}> {property} => {field} ??= Component<{element}>(\"{component.Name}\", {entry});", "", $"private FortranVariable<{element}>? {field};"]
            : [$"{summary} The core's own, by reference.</summary>", $"public ref {element} {property} => ref ScalarComponent<{element}>({entry});"];
    }
}
