using System.Text.RegularExpressions;

namespace DistArray.Cli.Wrapping;

/// <summary>What the command line of <c>distarray wrap</c> says.</summary>
internal sealed partial class WrapOptions
{
    public List<string> Modules { get; } = [];
    public List<string> Allow { get; } = [];
    public List<string> Deny { get; } = [];
    public List<string> ModuleFolders { get; } = [];
    public string Namespace { get; private set; } = "Core";
    public string Output { get; private set; } = ".";
    public string? Distribution { get; private set; }
    public string? Report { get; private set; }
    public string Compiler { get; private set; } = "gfortran";
    public bool IsChecked { get; private set; } = true;
    public bool KeepsGoing { get; private set; }
    public bool UsesViews { get; private set; }
    public bool IsHelp { get; private set; }

    public static string Usage => """
        usage: distarray wrap MODULE.mod... [OPTIONS]

        Reads what the compiler wrote about compiled modules and generates, for each module, a C# class and its companion, a Fortran file to be
        compiled with the core's compiler and linked into the core's library. The core's files stay as they are.

        Read are the module files of gfortran (versions 15 and 16: gfortran 8 to 15) and of flang (version 1). They tell the same of a module;
        but the core's library, companion included, is built with gfortran: DistArray finds arrays by gfortran's descriptors. A companion that
        is generated from flang's files compiles with gfortran too; check it with --compiler flang-new, or not at all.

          --output DIR          where the files go (default: the current folder)
          --namespace NAME      of the C# classes (default: Core)
          --distribution FILE   how arrays are distributed over ranks; a line an array:
                                [module.]name: block over (y, z), halo 1, global (nx, ny, nz), offset (0, y0, z0), periodic (x)
          --allow PATTERN...    wrap these names alone (* and ? stand for any characters); repeatable
          --deny PATTERN...     do not wrap these names; repeatable
          --views               derived types as views of their components, never as structs
          --compiler COMMAND    checks the companion (default: gfortran); with options, in one argument
          --include DIR         where the compiler finds further .mod files; repeatable. The folders of the MODULEs are known
          --no-check            do not run a compiler
          --keep-going          leave out what the compiler refuses, and report it
          --report FILE         what is wrapped and what is refused and why; - for standard output
          --help                this text

        Exit status: 0, 1 where a module cannot be wrapped, 2 where the command line is wrong.
        """;

    /// <exception cref="UsageException">It is wrong.</exception>
    public static WrapOptions Parse(IReadOnlyList<string> arguments)
    {
        var options = new WrapOptions();
        for (int at = 0; at < arguments.Count; at++)
        {
            string argument = arguments[at];
            switch (argument)
            {
                case "--help" or "-h":
                    options.IsHelp = true;
                    return options;
                case "--output":
                    options.Output = Value();
                    break;
                case "--namespace":
                    options.Namespace = Value();
                    break;
                case "--distribution":
                    options.Distribution = Value();
                    break;
                case "--report":
                    options.Report = Value();
                    break;
                case "--compiler":
                    options.Compiler = Value();
                    break;
                case "--include":
                    options.ModuleFolders.Add(Value());
                    break;
                case "--allow":
                    Patterns(options.Allow);
                    break;
                case "--deny":
                    Patterns(options.Deny);
                    break;
                case "--views":
                    options.UsesViews = true;
                    break;
                case "--no-check":
                    options.IsChecked = false;
                    break;
                case "--keep-going":
                    options.KeepsGoing = true;
                    break;
                case ['-', '-', ..]:
                    throw new UsageException($"wrap: there is no option {argument}.{Nearest(argument)} `distarray wrap --help` lists them.");
                default:
                    options.Modules.Add(argument);
                    break;
            }

            string Value() => ++at < arguments.Count ? arguments[at] : throw new UsageException($"wrap: a value is missing after {argument}.");

            void Patterns(List<string> list)
            {
                int before = list.Count;
                while (at + 1 < arguments.Count && !arguments[at + 1].StartsWith("--", StringComparison.Ordinal) && !arguments[at + 1].EndsWith(".mod", StringComparison.Ordinal))
                    list.AddRange(arguments[++at].ToLowerInvariant().Split(',', StringSplitOptions.RemoveEmptyEntries));
                if (list.Count == before) throw new UsageException($"wrap: a name or pattern is missing after {argument}.");
            }
        }
        if (options.Modules.Count == 0) throw new UsageException("wrap: name the .mod files of the modules, which the compiler writes beside the objects. `distarray wrap --help` tells more.");
        if (!Name().IsMatch(options.Namespace)) throw new UsageException($"wrap: --namespace {options.Namespace} is no C# namespace, such as Turbulence.Core.");
        return options;
    }

    private static string Nearest(string argument)
    {
        string[] known = ["--output", "--namespace", "--distribution", "--allow", "--deny", "--views", "--compiler", "--include", "--no-check", "--keep-going", "--report", "--help"];
        string? near = known.FirstOrDefault(option => option.StartsWith(argument[..Math.Min(4, argument.Length)], StringComparison.Ordinal));
        return near is null ? "" : $" Is {near} meant?";
    }

    [GeneratedRegex(@"^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$")]
    private static partial Regex Name();
}
