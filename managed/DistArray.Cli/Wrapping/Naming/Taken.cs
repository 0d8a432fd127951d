namespace DistArray.Cli.Wrapping.Naming;

/// <summary>Names that are in use: a second one of the same spelling becomes another.</summary>
internal sealed class Taken(params IEnumerable<string> reserved)
{
    private readonly HashSet<string> _names = new(reserved, StringComparer.Ordinal);

    /// <summary>The name, or where it is taken the name with the suffix, or else with a number.</summary>
    public string Give(string name, string suffix)
    {
        string given = name;
        for (int number = 1; !_names.Add(given); number++) given = number == 1 ? name + suffix : $"{name}{suffix}{number}";
        return given;
    }
}
