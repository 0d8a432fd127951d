using System.Text.RegularExpressions;
using DistArray.Cli.CommandLine;

namespace DistArray.Cli.Wrapping;

/// <summary>What the command line of <c>distarray wrap</c> says.</summary>
internal sealed partial class WrapOptions
{
    private static readonly Operand s_modules = new("MODULE.mod", "name the .mod files of the modules, which the compiler writes beside the objects", IsRepeated: true);
    private static readonly TextOption s_output = new("--output", "DIR", "where the files go (default: the current folder)");
    private static readonly TextOption s_namespace = new("--namespace", "NAME", "of the C# classes (default: Core)");
    private static readonly TextOption s_distribution = new("--distribution", "FILE", """
        how arrays are distributed over ranks; a line an array:
        [module.]name: block over (y, z), halo 1, global (nx, ny, nz), offset (0, y0, z0), periodic (x)
        """);
    private static readonly ListOption s_allow = new("--allow", "PATTERN", "wrap these names alone (* and ? stand for any characters); repeatable", isGreedy: true);
    private static readonly ListOption s_deny = new("--deny", "PATTERN", "do not wrap these names; repeatable", isGreedy: true);
    private static readonly Flag s_views = new("--views", "derived types as views of their components, never as structs");
    private static readonly TextOption s_compiler = new("--compiler", "COMMAND", "checks the companion (default: gfortran); with options, in one argument");
    private static readonly ListOption s_include = new("--include", "DIR", "where the compiler finds further .mod files; repeatable. The folders of the MODULEs are known");
    private static readonly Flag s_noCheck = new("--no-check", "do not run a compiler");
    private static readonly Flag s_keepGoing = new("--keep-going", "leave out what the compiler refuses, and report it");
    private static readonly TextOption s_report = new("--report", "FILE", "what is wrapped and what is refused and why; - for standard output");

    /// <exception cref="UsageException">A value is none.</exception>
    public WrapOptions(Given given)
    {
        Modules = given.All(s_modules);
        Allow = Patterns(given.Values(s_allow));
        Deny = Patterns(given.Values(s_deny));
        ModuleFolders = given.Values(s_include);
        Namespace = given.Value(s_namespace) ?? "Core";
        Output = given.Value(s_output) ?? ".";
        Distribution = given.Value(s_distribution);
        Report = given.Value(s_report);
        Compiler = given.Value(s_compiler) ?? "gfortran";
        IsChecked = !given.Has(s_noCheck);
        KeepsGoing = given.Has(s_keepGoing);
        UsesViews = given.Has(s_views);
        if (!Name().IsMatch(Namespace)) throw new UsageException($"wrap: --namespace {Namespace} is no C# namespace, such as Turbulence.Core.");
    }

    public static IReadOnlyList<Operand> Operands { get; } = [s_modules];

    public static IReadOnlyList<Option> Options { get; } =
        [s_output, s_namespace, s_distribution, s_allow, s_deny, s_views, s_compiler, s_include, s_noCheck, s_keepGoing, s_report];

    public IReadOnlyList<string> Modules { get; }
    public IReadOnlyList<string> Allow { get; }
    public IReadOnlyList<string> Deny { get; }
    public IReadOnlyList<string> ModuleFolders { get; }
    public string Namespace { get; }
    public string Output { get; }
    public string? Distribution { get; }
    public string? Report { get; }
    public string Compiler { get; }
    public bool IsChecked { get; }
    public bool KeepsGoing { get; }
    public bool UsesViews { get; }

    private static string[] Patterns(IEnumerable<string> texts) => [.. texts.SelectMany(text => text.ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries))];

    [GeneratedRegex(@"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")]
    private static partial Regex Name();
}
