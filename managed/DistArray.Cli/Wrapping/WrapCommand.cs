using DistArray.Cli.CommandLine;
using DistArray.Cli.Wrapping.Distributions;
using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Modules;
using DistArray.Cli.Wrapping.Naming;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping;

/// <summary><c>distarray wrap</c>.</summary>
internal sealed class WrapCommand : Command
{
    private const int MostRounds = 50;

    public override string Name => "wrap";

    public override string Summary => "generates C# classes of compiled Fortran modules";

    public override string Description => """
        Reads what the compiler wrote about compiled modules and generates, for each module, a C# class and its companion, a Fortran file to be
        compiled with the core's compiler and linked into the core's library. The core's files stay as they are.

        Read are the module files of gfortran (versions 15 and 16: gfortran 8 to 15) and of flang (version 1). They tell the same of a module;
        but the core's library, companion included, is built with gfortran: DistArray finds arrays by gfortran's descriptors. A companion that
        is generated from flang's files compiles with gfortran too; check it with --compiler flang-new, or not at all.
        """;

    public override IReadOnlyList<Operand> Operands => WrapOptions.Operands;

    public override IReadOnlyList<Option> Options => WrapOptions.Options;

    public override string Remarks => "Exit status: 0, 1 where a module cannot be wrapped, 2 where the command line is wrong or names what is not there.";

    public override bool EndsValues(string argument) => argument.EndsWith(".mod", StringComparison.Ordinal);

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        var options = new WrapOptions(given);
        try
        {
            ModuleWrapper[] modules = [.. Wrap(options)];
            if (options.IsChecked && !Check(modules, options, error)) return 1;
            foreach (ModuleWrapper module in modules)
            {
                Write(module, options);
                if (options.Report != "-") output.WriteLine(WrapReport.Summary(module));
            }
            if (options.Report == "-") output.Write(WrapReport.Text(modules));
            else if (options.Report is { } report) OutputFile.Write(report, WrapReport.Text(modules));
            return 0;
        }
        catch (ModuleFileException e)
        {
            error.WriteLine($"distarray: {e.Message}");
            return 1;
        }
    }

    private static IEnumerable<ModuleWrapper> Wrap(WrapOptions options)
    {
        Module[] modules = [.. options.Modules.Select(ModuleFile.Read)];
        if (modules.GroupBy(module => module.Name).FirstOrDefault(group => group.Count() > 1) is { } twice) throw new UsageException($"wrap: module {twice.Key} is named twice.");
        var names = new Taken(modules.Select(module => $"{CSharpName.Pascal(module.Name)}Module"));
        var types = new TypeCatalog(modules, options.UsesViews, names);
        DistributionFile distributions = options.Distribution is null ? DistributionFile.None : DistributionFile.Read(options.Distribution);
        ModuleWrapper[] wrapped = [.. modules.Select(module => new ModuleWrapper(module, types, new NameFilter(options.Allow, options.Deny), distributions))];
        distributions.CheckUsed();
        return wrapped;
    }

    // Says what the compiler refuses; with --keep-going leaves it out.
    private static bool Check(IEnumerable<ModuleWrapper> modules, WrapOptions options, TextWriter error)
    {
        var check = new CompanionCheck(options);
        bool isGood = true;
        foreach (ModuleWrapper module in modules)
        {
            for (int round = 0; ; round++)
            {
                var companion = new CompanionText(module.ModuleName, module.Pieces, module.Fingerprint);
                IReadOnlyList<(int Line, string Message)> errors = check.Run(companion.Text);
                if (errors.Count == 0) break;
                (Piece Piece, string Message)[] refused = [.. errors.SelectMany(e => companion.PiecesAt(e.Line).Select(piece => (piece, e.Message))).DistinctBy(e => e.piece)];
                if (errors is [(0, var failure)] && Failing(module, check) is { } failing) refused = [(failing, failure)];
                if (refused.Length == 0 || round == MostRounds)
                    throw new UsageException($"wrap: the companion of module {module.ModuleName} does not compile: {errors[0].Message} Is it the compiler that compiled the core, with --include for every folder of .mod files?");
                foreach ((Piece piece, string message) in refused)
                {
                    if (options.KeepsGoing) LeaveOut(modules, module, piece, $"the compiler refuses its companion: {message}");
                    else error.WriteLine($"distarray: module {module.ModuleName}: the companion of {piece.Kind} {piece.Name} does not compile: {message}\n    {piece.Declaration}");
                }
                if (options.KeepsGoing) continue;
                error.WriteLine("distarray: nothing was written. --keep-going leaves these out.");
                isGood = false;
                break;
            }
        }
        return isGood;
    }

    // The piece that the compiler fails on without telling a line: by halves, as often as need be.
    private static Piece? Failing(ModuleWrapper module, CompanionCheck check)
    {
        IReadOnlyList<Piece> pieces = module.Pieces;
        while (pieces.Count > 1)
        {
            Piece[] first = [.. pieces.Take(pieces.Count / 2)], second = [.. pieces.Skip(pieces.Count / 2)];
            pieces = Fails(first) ? first : Fails(second) ? second : [];
        }
        return pieces.Count == 1 ? pieces[0] : null;

        bool Fails(Piece[] half) => check.Run(new CompanionText(module.ModuleName, half, module.Fingerprint).Text) is [(0, _)];
    }

    // What uses a type goes with it; that may be in another module, which has been checked, and lacks it then.
    private static void LeaveOut(IEnumerable<ModuleWrapper> modules, ModuleWrapper module, Piece piece, string reason)
    {
        module.LeaveOut(piece, reason);
        if (piece.File is not { } file) return;
        foreach (ModuleWrapper user in modules)
            foreach (Piece used in user.UsersOf(file.Name)) LeaveOut(modules, user, used, $"type {piece.Name} of module {module.ModuleName} is not wrapped: {reason}");
    }

    private static void Write(ModuleWrapper module, WrapOptions options)
    {
        OutputFile.Write(Path.Combine(options.Output, $"{module.ModuleName}_distarray.f90"), new CompanionText(module.ModuleName, module.Pieces, module.Fingerprint).Text);
        foreach ((string file, string text) in ClassText.Write(module, options.Namespace)) OutputFile.Write(Path.Combine(options.Output, file), text);
    }
}
