using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using DistArray.Cli.Wrapping.Distributions;
using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Naming;
using DistArray.Cli.Wrapping.Output;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping;

/// <summary>Makes the pieces of a module: what is wrapped, and what is refused and why.</summary>
internal sealed class ModuleWrapper
{
    // Names that the class has of its own.
    private static readonly string[] s_members =
        ["Library", "ModuleName", "Entry", "Call", "Variable", "Texts", "Structures", "TakeText", "SetText", "Scalar", "CheckLayout", "CheckShapes", "Require", "Pinned",
            "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals"];

    private readonly Module _module;
    private readonly TypeCatalog _types;
    private readonly NameFilter _filter;
    private readonly DistributionFile _distributions;
    private readonly Taken _members;
    private readonly List<Piece> _pieces = [];
    private readonly List<Refused> _refused = [];

    public ModuleWrapper(Module module, TypeCatalog types, NameFilter filter, DistributionFile distributions)
    {
        (_module, _types, _filter, _distributions) = (module, types, filter, distributions);
        ClassName = $"{CSharpName.Pascal(module.Name)}Module";
        _members = new Taken([ClassName, .. s_members]);
        foreach (DerivedType type in module.Types.OrderBy(type => type.Name, StringComparer.Ordinal)) Try("type", type.Name, $"type {type.Name}", () => Type(type));
        foreach (Entity variable in module.Variables.OrderBy(variable => variable.Name, StringComparer.Ordinal))
            Try(variable.IsConstant ? "constant" : "variable", variable.Name, variable.Declaration, () => Variable(variable));
        foreach (Procedure procedure in module.Procedures.OrderBy(procedure => procedure.Name, StringComparer.Ordinal))
            Try("procedure", procedure.Name, procedure.Declaration, () => Own(procedure));
        foreach (Generic generic in module.Generics.OrderBy(generic => generic.Name, StringComparer.Ordinal)) Overloads(generic);
    }

    public string ModuleName => _module.Name;

    public string ClassName { get; }

    public IReadOnlyList<Piece> Pieces => _pieces;

    public IReadOnlyList<Refused> Refused => _refused;

    /// <summary>Names that the module passes on from others, and so are theirs to wrap.</summary>
    public IReadOnlyList<(string Name, string Module)> Passed => _module.Passed;

    /// <summary>Leaves out what the core's compiler refuses.</summary>
    public void LeaveOut(Piece piece, string reason)
    {
        _pieces.RemoveAll(known => ReferenceEquals(known, piece));
        _refused.Add(new Refused(piece.Kind, piece.Name, piece.Declaration, reason));
    }

    /// <summary>Pieces that use a C# type.</summary>
    /// <param name="type">Name of the C# type.</param>
    public IReadOnlyList<Piece> UsersOf(string type)
    {
        var name = new Regex($@"\b{Regex.Escape(type)}\b");
        return [.. _pieces.Where(piece => piece.CSharp.Concat(piece.File?.Lines ?? []).Any(line => !line.TrimStart().StartsWith("///", StringComparison.Ordinal) && name.IsMatch(line)))];
    }

    /// <summary>A number that changes with anything that class and companion must agree on.</summary>
    public long Fingerprint
    {
        get
        {
            string all = string.Join('\n', _pieces.SelectMany(piece => piece.Fortran.Concat(piece.CSharp).Concat(piece.Constructor).Concat(piece.File?.Lines ?? [])));
            return BitConverter.ToInt64(SHA256.HashData(Encoding.UTF8.GetBytes(all))) & long.MaxValue;
        }
    }

    private CompanionScope Scope => new(_module, _types);

    private void Try(string kind, string name, string declaration, Func<Piece> make)
    {
        try
        {
            if (!_filter.Takes(name)) throw new RefusedException(_filter.Reason(name));
            Piece piece = make();
            if (piece.Fortran.SelectMany(FortranLine.Break).FirstOrDefault(line => line.Length > FortranLine.Room && line.TrimStart() is not ['!', ..]) is { } line)
                throw new RefusedException($"its names are too long for a line of the companion: {line.Trim()}");
            _pieces.Add(piece);
        }
        catch (RefusedException e)
        {
            _refused.Add(new Refused(kind, name, declaration, e.Message));
        }
    }

    private Piece Type(DerivedType type)
    {
        var writer = new TypeWriter(_types.Find(type), Scope);
        Piece piece = writer.Write();
        _refused.AddRange(writer.Refused);
        return piece;
    }

    private Piece Variable(Entity variable)
    {
        ArrayLayout? layout = _distributions.Find(_module.Name, variable.Name);
        string property = CSharpName.Pascal(variable.Name);
        var writer = new VariableWriter(variable, _members.Give(property, "Variable"), Scope);
        return writer.Write(layout);
    }

    private Piece Own(Procedure procedure)
    {
        string method = CSharpName.Pascal(procedure.Name);
        var writer = new ProcedureWriter(procedure, procedure.Name, _members.Give(method, "Procedure"), Scope);
        return writer.Write($"call_{procedure.Name}");
    }

    // A generic name is one C# name with overloads; where two have the same parameters the second one gets a number.
    private void Overloads(Generic generic)
    {
        var signatures = new HashSet<string>(StringComparer.Ordinal);
        string word = generic.IsOperator ? OperatorName(generic.Name) : generic.Name;
        var entries = new HashSet<string>(StringComparer.Ordinal);
        string? method = null;
        int number = 0;
        foreach (Procedure specific in generic.Specifics.OrderBy(specific => specific.Name, StringComparer.Ordinal))
        {
            number++;
            // A specific procedure of the generic's own name has been wrapped.
            if (specific.Name == generic.Name && _module.Procedures.Any(known => known.Name == specific.Name)) continue;
            Try("procedure", generic.Name, $"{specific.Declaration}, of {generic.Name}", () =>
            {
                method ??= _members.Give(CSharpName.Pascal(word), "Generic");
                var writer = new ProcedureWriter(specific, generic.Name, method, Scope);
                if (!signatures.Add(writer.Signature))
                    writer = new ProcedureWriter(specific, generic.Name, _members.Give(method, CSharpName.Pascal(specific.Name)), Scope);
                string entry = $"generic_{word}__{specific.Name}";      // two modules may have procedures of one name
                return writer.Write(entries.Add(entry) ? entry : $"{entry}_{number}");
            });
        }
    }

    private static string OperatorName(string name) => name switch
    {
        "assignment(=)" => "assign",
        "operator(+)" => "add",
        "operator(-)" => "subtract",
        "operator(*)" => "multiply",
        "operator(/)" => "divide",
        "operator(**)" => "power",
        "operator(//)" => "concatenate",
        "operator(==)" or "operator(.eq.)" => "equal",
        "operator(/=)" or "operator(.ne.)" => "not_equal",
        "operator(<)" or "operator(.lt.)" => "less",
        "operator(<=)" or "operator(.le.)" => "less_or_equal",
        "operator(>)" or "operator(.gt.)" => "greater",
        "operator(>=)" or "operator(.ge.)" => "greater_or_equal",
        _ => "operator_" + new string([.. name["operator(".Length..^1].Where(char.IsLetterOrDigit)]),
    };
}
