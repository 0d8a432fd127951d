using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using DistArray.Fuzz.Binding;

namespace DistArray.Fuzz.Coverage;

/// <summary>The page of NumPy's names: which are here, and how they differ. Made of the library by reflection and of two lists.</summary>
internal static class CoveragePage
{
    private const string Introduction = """
        # NumPy's names

        Every public function of NumPy 2 and every attribute of its arrays: whether it is here, and how it differs. A test makes this page from the library, and
        fails when the page is out of date (`dotnet run --project tests/DistArray.Fuzz -- --coverage` writes it). `a` is a `DistArray<T>`; what is here
        takes arrays of any distribution, and most of it is compared with NumPy by random programs in the same project.


        """;

    /// <summary>Where the page is.</summary>
    public static string File { get; } = Path.GetFullPath(Path.Combine(Source(), "../../../../examples/guides/numpy-coverage.md"));

    public static string Make()
    {
        var notes = new CoverageNotes(Path.Combine(AppContext.BaseDirectory, "Coverage", "numpy-notes.txt"));
        var page = new StringBuilder(Introduction);
        foreach ((string section, string[] names) in Sections())
        {
            (string Name, string Here)[] all = Array.ConvertAll(names, name => (name, Here(name, notes, section == "ndarray")));
            page.AppendLine($"## {section}: {all.Count(one => one.Here != "")} of {names.Length}").AppendLine();
            page.AppendLine("| NumPy | here | differs |").AppendLine("|---|---|---|");
            foreach ((string name, string here) in all.Where(one => one.Here != "")) page.AppendLine($"| {name} | {here} | {notes.Difference(name)} |");
            page.AppendLine().AppendLine("Not here:").AppendLine();
            foreach (IGrouping<string, string> missing in all.Where(one => one.Here == "").Select(one => one.Name).GroupBy(notes.Substitute).OrderBy(group => group.Key == "" ? 1 : 0))
                page.AppendLine($"- {string.Join(", ", missing)}{(missing.Key == "" ? "" : $": {missing.Key}")}");
            page.AppendLine();
        }
        return page.ToString().TrimEnd() + "\n";
    }

    /// <summary>The names that the lists say something about although NumPy, or the library, has no such name.</summary>
    public static IReadOnlyList<string> Strays()
    {
        var notes = new CoverageNotes(Path.Combine(AppContext.BaseDirectory, "Coverage", "numpy-notes.txt"));
        HashSet<string> names = [.. Sections().SelectMany(section => section.Names)];
        return [.. notes.Names.Where(name => !names.Contains(name)), .. notes.Members.Where(pair => !Library.Find(pair.Value).Any() && !Library.Find("get_" + pair.Value).Any()).Select(pair => $"{pair.Key} = {pair.Value}")];
    }

    // An attribute of the same name as a NumPy function is another thing, unless the notes say otherwise.
    private static string Here(string name, CoverageNotes notes, bool attributes)
    {
        bool isRenamed = notes.Members.TryGetValue(name, out string? member);
        MethodInfo[] found = [.. Library.Find(member ?? name), .. isRenamed || attributes ? Library.Find("get_" + (member ?? name)) : []];
        return string.Join(", ", found.Select(Spelled).Distinct().Order(StringComparer.Ordinal));
    }

    private static string Spelled(MethodInfo method)
    {
        bool isProperty = method.Name.StartsWith("get_", StringComparison.Ordinal);
        string name = isProperty ? method.Name[4..] : method.Name + "(…)";
        return method.DeclaringType == typeof(Np) ? $"`Np.{name}`" : $"`a.{name}`";
    }

    private static IEnumerable<(string Section, string[] Names)> Sections()
    {
        string text = System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Coverage", "numpy-names.txt"));
        foreach (string section in text.Split('[')[1..])
        {
            int end = section.IndexOf(']');
            yield return (section[..end], section[(end + 1)..].Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));
        }
    }

    private static string Source([CallerFilePath] string file = "") => file;
}
