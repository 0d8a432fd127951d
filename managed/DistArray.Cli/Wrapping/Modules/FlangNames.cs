using System.Text;
using System.Text.RegularExpressions;

namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Finds what names stand for, in other module files of the same folder too, and numbers what it finds.</summary>
/// <param name="path">The module file.</param>
internal sealed partial class FlangNames(string path)
{
    private const int LongestChain = 100;

    private readonly Dictionary<string, FlangScope?> _modules = [];
    private readonly Dictionary<object, int> _symbols = [];
    private readonly List<object> _items = [];

    /// <summary>Number of an item or generic name, from 1.</summary>
    public int Symbol(object item)
    {
        if (_symbols.TryGetValue(item, out int symbol)) return symbol;
        _items.Add(item);
        return _symbols[item] = _items.Count;
    }

    /// <summary>The item of a number.</summary>
    public object Item(int symbol) => _items[symbol - 1];

    /// <summary>What a name stands for; null where it is declared nowhere, as intrinsic functions are not.</summary>
    /// <exception cref="ModuleFileException">Another module declares it, and its file is missing.</exception>
    public FlangItem? Find(FlangScope scope, string name)
    {
        for (FlangScope? at = scope; at is not null; at = at.Parent)
        {
            if (at.Items.TryGetValue(name, out FlangItem? item)) return item;
            if (at.Uses.TryGetValue(name, out FlangUse? use) && Follow(use, isNeeded: true).Item is { } found) return found;
        }
        return null;
    }

    /// <summary>What a name of another module stands for, and the module that declares it; nothing for an intrinsic function.</summary>
    /// <param name="use">The name there.</param>
    /// <param name="isNeeded">Whether it is an error that a file is missing. Else the last module known is told.</param>
    public (FlangItem? Item, string Module, FlangGeneric? Generic) Follow(FlangUse use, bool isNeeded)
    {
        for (int i = 0; i < LongestChain; i++)
        {
            if (use.IsIntrinsic) return (Intrinsic(use), Intrinsic(use).Module, null);
            FlangScope? scope = Module(use.Module);
            if (scope is null && isNeeded)
                throw use.Statement.Error($"'{use.Name}' is of the module '{use.Module}', and there is no file {use.Module}.mod in the folder of this one. Put the module files of a core into one folder");
            if (scope is null) return (null, use.Module, null);
            FlangGeneric? generic = scope.Generics.GetValueOrDefault(use.Name);
            if (scope.Items.TryGetValue(use.Name, out FlangItem? item)) return (item, item.Module, generic);
            if (generic is not null) return (null, use.Module, generic);
            if (scope.Has(use.Name, "intrinsic")) return (null, "", null);
            if (!scope.Uses.TryGetValue(use.Name, out FlangUse? next))
                throw use.Statement.Error($"the module '{use.Module}' has no '{use.Name}'. Compile the core again");
            use = next;
        }
        throw use.Statement.Error($"'{use.Name}' is passed on in a circle");
    }

    /// <summary>The procedures of a generic name, where a module extends another's those of both.</summary>
    public IEnumerable<FlangItem> Specifics(FlangScope scope, string name)
    {
        FlangScope? at = scope;
        for (int i = 0; i < LongestChain && at is not null; i++)
        {
            if (at.Generics.TryGetValue(name, out FlangGeneric? generic))
                foreach (string specific in generic.Specifics)
                    yield return Find(at, specific) ?? throw generic.Statement.Error($"there is no procedure '{specific}'");
            if (!at.Uses.TryGetValue(name, out FlangUse? use) || use.IsIntrinsic) yield break;
            (at, name) = (Module(use.Module), use.Name);
        }
    }

    // gfortran tells what is of iso_c_binding under this name, and so does the model.
    private static FlangIntrinsic Intrinsic(FlangUse use) => new(use.Name, use.Module == "iso_c_binding" ? "__iso_c_binding" : use.Module);

    private FlangScope? Module(string name)
    {
        if (_modules.TryGetValue(name, out FlangScope? known)) return known;
        string file = Path.Combine(Path.GetDirectoryName(path) ?? "", name + ".mod");
        return _modules[name] = File.Exists(file) ? Parse(file, ReadText(file)) : null;
    }

    private static string ReadText(string file)
    {
        try
        {
            return Encoding.UTF8.GetString(File.ReadAllBytes(file));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new ModuleFileException(file, e.Message);
        }
    }

    /// <summary>Reads the text of a module file.</summary>
    /// <exception cref="ModuleFileException">It is of another compiler, of an unknown version, or damaged.</exception>
    public static FlangScope Parse(string file, string text)
    {
        Match header = Header().Match(text);
        if (!header.Success)
            throw new ModuleFileException(file, "the file does not begin with '!mod$ v1 sum:' and a checksum: it is no module file of flang, or damaged. Compile all modules of a core with one compiler.");
        if (header.Groups[1].Value != "1")
            throw new ModuleFileException(file, $"flang's module files of version {header.Groups[1].Value} are not read; version 1 is.");
        using var parser = new FlangParser(file, text);
        return parser.Parse();
    }

    [GeneratedRegex(@"^\uFEFF?!mod\$ v([0-9]+) sum:[0-9a-f]{16}\r?\n")]
    private static partial Regex Header();
}
