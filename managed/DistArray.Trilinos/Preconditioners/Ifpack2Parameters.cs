namespace DistArray.Trilinos;

/// <summary>The parameters that Ifpack2's types read. Most types ignore others in silence, and have no list of their own.</summary>
internal static class Ifpack2Parameters
{
    // Lists that belong to other types or packages.
    private const string InnerName = "schwarz: inner preconditioner name", InnerList = "schwarz: inner preconditioner parameters",
        DomainName = "schwarz: subdomain solver name", DomainList = "schwarz: subdomain solver parameters";
    private static readonly string[] s_free = [InnerList, DomainList, "schwarz: reordering list"];

    private static readonly Dictionary<string, ParameterList> s_types = new()
    {
        ["RELAXATION"] = new ParameterList
        {
            ["relaxation: type"] = "Jacobi", ["relaxation: sweeps"] = 1, ["relaxation: damping factor"] = 1.0, ["relaxation: zero starting solution"] = true,
            ["relaxation: backward mode"] = false, ["relaxation: use l1"] = false, ["relaxation: l1 eta"] = 1.5, ["relaxation: min diagonal value"] = 0.0,
            ["relaxation: fix tiny diagonal entries"] = false, ["relaxation: check diagonal entries"] = false, ["relaxation: outer sweeps"] = 1, ["relaxation: inner sweeps"] = 1,
            ["relaxation: inner damping factor"] = 1.0, ["relaxation: inner sparse-triangular solve"] = false, ["relaxation: compact form"] = false,
            ["relaxation: symmetric matrix structure"] = false, ["relaxation: mtgs cluster size"] = 1, ["relaxation: long row threshold"] = 0,
        },
        ["CHEBYSHEV"] = new ParameterList
        {
            ["chebyshev: degree"] = 1, ["chebyshev: ratio eigenvalue"] = 30.0, ["chebyshev: max eigenvalue"] = 1.0, ["chebyshev: min eigenvalue"] = 0.0, ["chebyshev: boost factor"] = 1.1,
            ["chebyshev: min diagonal value"] = 0.0, ["chebyshev: zero starting solution"] = true, ["chebyshev: eigenvalue max iterations"] = 10, ["chebyshev: eigenvalue relative tolerance"] = 0.0,
            ["chebyshev: eigenvalue keep vectors"] = false, ["chebyshev: eigenvalue normalization frequency"] = 1, ["chebyshev: assume matrix does not change"] = false,
            ["chebyshev: textbook algorithm"] = false, ["chebyshev: compute max residual norm"] = false, ["eigen-analysis: type"] = "power-method",
        },
        ["ILUT"] = new ParameterList
        {
            ["fact: ilut level-of-fill"] = 1.0, ["fact: absolute threshold"] = 0.0, ["fact: relative threshold"] = 1.0, ["fact: relax value"] = 0.0, ["fact: drop tolerance"] = 0.0,
        },
        ["RILUK"] = new ParameterList
        {
            ["fact: iluk level-of-fill"] = 0, ["fact: absolute threshold"] = 0.0, ["fact: relative threshold"] = 1.0, ["fact: relax value"] = 0.0, ["fact: iluk overalloc"] = 2.0, ["fact: type"] = "Serial",
        },
        ["SCHWARZ"] = new ParameterList
        {
            ["schwarz: overlap level"] = 0, ["schwarz: combine mode"] = "ZERO", ["schwarz: use reordering"] = false, ["schwarz: reordering list"] = new ParameterList(),
            ["schwarz: filter singletons"] = false, ["schwarz: num iterations"] = 1, ["schwarz: zero starting solution"] = true, ["schwarz: update damping"] = 1.0,
            ["schwarz: inner preconditioner name"] = "ILUT", ["schwarz: inner preconditioner parameters"] = new ParameterList(),
            ["schwarz: subdomain solver name"] = "ILUT", ["schwarz: subdomain solver parameters"] = new ParameterList(),
        },
    };

    /// <summary>The parameters of a type, with their defaults.</summary>
    /// <exception cref="ArgumentException">There is no such type.</exception>
    public static ParameterList Of(string type) => s_types.TryGetValue(type, out ParameterList? list) ? list
        : throw new ArgumentException($"Ifpack2 has no type '{type}' here{NearestNames.Advice(type, s_types.Keys)}", nameof(type));

    /// <summary>Checks the parameters of a type, and those of the type that works inside of Schwarz' method.</summary>
    /// <returns>A copy, in which an int stands as a double where the type wants one.</returns>
    /// <exception cref="ArgumentException">There is no such type.</exception>
    /// <exception cref="ParameterException">The type does not know a parameter, or not so.</exception>
    public static ParameterList Check(string type, ParameterList given)
    {
        ParameterList result = ParameterValidation.Check(given, Of(type), $"Ifpack2's {type}", s_free);
        CheckInner(result, InnerName, InnerList);
        CheckInner(result, DomainName, DomainList);
        return result;
    }

    /// <summary>Checks the parameters of smoothers and coarse solvers of another package's list, where a type of Ifpack2 is named or is the default.</summary>
    /// <exception cref="ParameterException">The type does not know a parameter, or not so.</exception>
    public static void CheckInner(ParameterList list, string typeName, string listName, string? defaultType = "ILUT", params ReadOnlySpan<string> free)
    {
        string? type = list.Contains(typeName) && list[typeName].Value is string named ? named.ToUpperInvariant() : defaultType;
        if (type is null || !s_types.ContainsKey(type) || !list.Contains(listName) || list[listName].Value is not ParameterList inner) return;
        list[listName] = ParameterValidation.Check(inner, Of(type), $"Ifpack2's {type} in '{listName}'", [.. s_free, .. free]);
    }
}
