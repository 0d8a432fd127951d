using DistArray.Cli.Wrapping.Distributions;
using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Naming;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping;

/// <summary>Writes the companion's procedures and the C# property of a module variable.</summary>
internal sealed class VariableWriter(Entity variable, string property, CompanionScope scope)
{
    private readonly string _field = "_" + variable.Name;

    /// <summary>The variable's piece.</summary>
    /// <param name="layout">How it is distributed, or null.</param>
    /// <exception cref="RefusedException">It cannot be wrapped.</exception>
    public Piece Write(ArrayLayout? layout)
    {
        if (variable.IsConstant) return new ConstantWriter(variable, property).Write();
        if (variable.IsThreadPrivate) throw new RefusedException("it is threadprivate: each thread has one of its own");
        if (variable.IsCoarray) throw new RefusedException("it is a coarray");
        if (layout is not null && (variable.Shape is null || !ElementMap.IsIntrinsic(variable.Type)))
            throw new RefusedException("the file of distributions names it, and it is no array of an element type");
        return variable.Type.Base switch
        {
            BaseType.Procedure => throw new RefusedException("it is a procedure pointer: set it in Fortran"),
            BaseType.UnlimitedClass => throw new RefusedException("it is class(*): its type is not known"),
            BaseType.Character => Text(),
            BaseType.Class => throw new RefusedException("it is polymorphic: what it holds beyond its declared type would be lost where it is passed on"),
            BaseType.Derived => Structure(scope.Types.Find(variable.Type.Derived!)),
            _ => Element(layout),
        };
    }

    private bool Moves => variable.Shape is not null || variable.IsAllocatable || variable.IsPointer;

    private Piece Element(ArrayLayout? layout)
    {
        string element = ElementMap.Element(variable.Type);
        string entry = $"get_{variable.Name}";
        Piece piece = Start() with { Fortran = [.. Getter(entry)], Imports = [.. scope.Imports] };
        if (!Moves)
        {
            string @ref = $"ref Scalar<{element}>(ref {_field}, \"{entry}\")";
            return piece with
            {
                CSharp = variable.Type.Base == BaseType.Logical
                    ? [.. Documentation("By reference: what is set is set in the core."), $"public bool {property}", "{", $"    get => Scalar<{element}>(ref {_field}, \"{entry}\");",
                        .. variable.IsProtected ? [] : new[] { $"    set => Scalar<{element}>(ref {_field}, \"{entry}\") = value;" }, "}", "", $"private nint {_field};"]
                    : [.. Documentation("The core's own, by reference."), $"public {(variable.IsProtected ? "ref readonly" : "ref")} {element} {property} => {@ref};", "", $"private nint {_field};"],
            };
        }
        if (layout is not null) return Distributed(piece, element, entry, layout);
        string type = variable.IsProtected ? $"ProtectedFortranVariable<{element}>" : $"FortranVariable<{element}>";
        string made = $"Variable<{element}>(\"{variable.Name}\", \"{entry}\")";
        return piece with
        {
            CSharp = [.. Documentation(Views), $"public {type} {property} => {_field} ??= {(variable.IsProtected ? $"new({made})" : made)};", "", $"private {type}? {_field};"],
        };
    }

    private string Views => $"The core's memory, axes in Fortran's order{(variable.IsProtected ? "; the module declares it protected: read-only" : "")}.";

    private Piece Distributed(Piece piece, string element, string entry, ArrayLayout layout)
    {
        string layoutEntry = $"layout_{variable.Name}", shown = $"({_field} ??= Variable<{element}>(\"{variable.Name}\", \"{entry}\", \"{layoutEntry}\"))";
        return piece with
        {
            Fortran = [.. piece.Fortran, "", .. layout.Write(layoutEntry, scope.Module.Name, variable)],
            CSharp =
            [
                .. Documentation($"{Xml.Escape(layout.Text)}. A view of the core's memory{(variable.IsProtected ? "; the module declares it protected: do not write" : "")}."),
                "/// <exception cref=\"DistributionMismatchException\">The ranks' parts do not tile the global shape.</exception>",
                "/// <remarks><b>Collective.</b> One all-reduce of an integer; where bounds have changed on any rank, also an all-gather of each rank's bounds.</remarks>",
                $"public DistArray<{element}> {property} => {shown}.Distributed();",
                "",
                $"/// <summary>This rank's part of <see cref=\"{property}\"/>, halo included, with Fortran's bounds: the core's memory.</summary>",
                variable.IsProtected ? $"public ProtectedFortranVariable<{element}> {property}Local => new({shown});" : $"public FortranVariable<{element}> {property}Local => {shown};",
                "",
                $"private FortranVariable<{element}>? {_field};",
            ],
        };
    }

    private Piece Text()
    {
        if (variable.Type.Kind != 1) throw new RefusedException($"it has characters of kind {variable.Type.Kind}");
        string entry = $"get_{variable.Name}";
        if (variable.Type.HasDeferredLength)
        {
            if (variable.Shape is not null || variable.IsPointer) throw new RefusedException("it is an array of, or a pointer to, texts of deferred length");
            string alias = scope.Import(variable.Name), setter = $"set_{variable.Name}";
            return Start() with
            {
                Imports = [.. scope.Imports],
                Fortran =
                [
                    $"! {variable.Declaration}",
                    $"subroutine {FortranName.Shorten(entry)}(target) bind(c, name='{Symbol(entry)}')",
                    "  type(c_ptr), value :: target",
                    "",
                    $"  if (allocated({alias})) call take_text(target, {alias}, len({alias}, 8))",
                    "end subroutine",
                    .. variable.IsProtected ? [] : new[]
                    {
                        "",
                        $"subroutine {FortranName.Shorten(setter)}(a1, l1) bind(c, name='{Symbol(setter)}')",
                        "  type(c_ptr), value :: a1",
                        "  integer(8), intent(in) :: l1",
                        "  character(len=l1), pointer :: p1",
                        "",
                        "  call c_f_pointer(a1, p1)",
                        $"  {alias} = p1",
                        "end subroutine",
                    },
                ],
                CSharp =
                [
                    .. Documentation("Null where it is not allocated; what is set is allocated by Fortran. A copy."),
                    $"public string? {property}", "{", $"    get => TakeText(\"{entry}\");",
                    .. variable.IsProtected ? [] : new[] { $"    set => SetText(\"{setter}\", value ?? throw new ArgumentNullException(nameof(value)));" }, "}",
                ],
            };
        }
        Piece piece = Start() with { Fortran = [.. Getter(entry)], Imports = [.. scope.Imports] };
        string made = $"({_field} ??= Texts(\"{variable.Name}\", \"{entry}\"))";
        if (Moves && variable.IsProtected) throw new RefusedException("it is a protected array of texts");
        return piece with
        {
            CSharp = Moves
                ? [.. Documentation("Texts of one length, in the core's memory."), $"public FortranTexts {property} => {made[1..^1]};", "", $"private FortranTexts? {_field};"]
                : [.. Documentation("Without trailing blanks; a text that is set must fit."), $"public string {property}", "{", $"    get => {made}.Value;",
                    .. variable.IsProtected ? [] : new[] { $"    set => {made}.Value = value;" }, "}", "", $"private FortranTexts? {_field};"],
        };
    }

    private Piece Structure(WrappedType type)
    {
        string entry = $"get_{variable.Name}";
        Piece piece = Start() with { Fortran = [.. Getter(entry)], Imports = [.. scope.Imports] };
        if (type.IsStruct)
        {
            if (Moves)
            {
                string kind = variable.IsProtected ? "ProtectedFortranVariable" : "FortranVariable", made = $"Variable<{type.Name}>(\"{variable.Name}\", \"{entry}\")";
                return piece with { CSharp = [.. Documentation(Views), $"public {kind}<{type.Name}> {property} => {_field} ??= {(variable.IsProtected ? $"new({made})" : made)};", "", $"private {kind}<{type.Name}>? {_field};"] };
            }
            return piece with { CSharp = [.. Documentation("The core's own, by reference."), $"public {(variable.IsProtected ? "ref readonly" : "ref")} {type.Name} {property} => ref Scalar<{type.Name}>(ref {_field}, \"{entry}\");", "", $"private nint {_field};"] };
        }
        if (variable.IsProtected) throw new RefusedException("it is protected, and views of its components could be written");
        string structures = $"Structures<{type.Name}>(\"{variable.Name}\", \"{entry}\", static (place, indices) => new {type.Name}(place, indices))";
        return piece with
        {
            CSharp = Moves
                ? [.. Documentation("In the core's memory."), $"public FortranStructures<{type.Name}> {property} => {_field} ??= {structures};", "", $"private FortranStructures<{type.Name}>? {_field};"]
                : [.. Documentation("In the core's memory."), $"public {type.Name} {property} => {_field} ??= {structures}.Value;", "", $"private {type.Name}? {_field};"],
        };
    }

    private IEnumerable<string> Getter(string entry) => GetterWriter.Write(entry, scope.Module.Name, variable, scope.Import(variable.Name), []);

    private Piece Start() => new("variable", variable.Name, variable.Declaration);

    private string Symbol(string entry) => FortranLibraryEntry.Of(scope.Module.Name, entry);

    private IEnumerable<string> Documentation(string text)
    {
        yield return $"/// <summary>Fortran: <c>{Xml.Escape(variable.Declaration)}</c>. {text}</summary>";
    }
}
