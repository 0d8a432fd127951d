namespace Turbulence;

/// <summary>What the command line asks for, checked.</summary>
public sealed record Options
{
    /// <summary>Model and numbers of the run.</summary>
    public required Parameters Parameters { get; init; }

    /// <summary>What to start from, where no file says.</summary>
    public InitialCondition Initial { get; init; }

    /// <summary>Time to end at, or null where <see cref="Steps"/> says.</summary>
    public double? Until { get; init; }

    /// <summary>Steps to take, or null where <see cref="Until"/> says.</summary>
    public int? Steps { get; init; }

    /// <summary>Seed of the random initial condition.</summary>
    public int Seed { get; init; }

    /// <summary>Time between snapshots, or null for one at the end.</summary>
    public double? SnapshotEvery { get; init; }

    /// <summary>Folder for snapshots, restart file and pictures, or null for none.</summary>
    public string? Output { get; init; }

    /// <summary>File for the time series, or null for none.</summary>
    public string? Json { get; init; }

    /// <summary>File to continue from, or <see cref="Latest"/>.</summary>
    public string? Restart { get; init; }

    /// <summary>Steps between checkpoints, or null for none but where the run is stopped.</summary>
    public int? CheckpointEvery { get; init; }

    /// <summary>Wall-clock time that the job has, or null for no limit.</summary>
    public TimeSpan? WallLimit { get; init; }

    /// <summary>Raw state to start from, as the core's own program reads it.</summary>
    public string? RawInitial { get; init; }

    /// <summary>Raw state to end with, as the core's own program writes it.</summary>
    public string? RawFinal { get; init; }

    /// <summary>Tolerance to which ∇²φ = Ω is solved by Trilinos at the end, or null not to.</summary>
    public double? Poisson { get; init; }

    /// <summary>Whether to print the help text and leave.</summary>
    public bool Help { get; init; }

    /// <summary>The word for the newest good checkpoint in the output folder.</summary>
    public const string Latest = "latest";

    /// <summary>The words for the models.</summary>
    public static IReadOnlyDictionary<string, Model> Models { get; } = new Dictionary<string, Model>
    {
        ["hw"] = Model.Hw, ["mhw"] = Model.Mhw, ["kaw"] = Model.Kaw, ["mhd"] = Model.Mhd,
    };

    /// <summary>The words for the initial conditions.</summary>
    public static IReadOnlyDictionary<string, InitialCondition> InitialConditions { get; } = new Dictionary<string, InitialCondition>
    {
        ["random"] = InitialCondition.Random, ["orszag-tang"] = InitialCondition.OrszagTang,
        ["wave"] = InitialCondition.Wave, ["decay"] = InitialCondition.Decay,
    };

    /// <summary>Reads and checks a command line.</summary>
    /// <param name="args">The command line.</param>
    /// <param name="stored">Parameters of the restart file, once it is read: they are what is not given.</param>
    /// <exception cref="UsageException">An option or a combination that makes no sense.</exception>
    public static Options Parse(string[] args, Parameters? stored = null)
    {
        var given = new Arguments(args, Usage.Names);
        Model? model = given.Choice("--model", Models);
        if (stored is not null && model is not null && model != stored.Model)
            throw new UsageException($"--model {given.Text("--model")}: the restart file is of {Word(stored.Model)}. Leave --model out.");
        Parameters values = stored ?? Parameters.Default(model ?? Model.Hw);
        InitialCondition initial = given.Choice("--initial", InitialConditions) ?? values.Model switch
        {
            Model.Kaw => InitialCondition.Decay,
            Model.Mhd => InitialCondition.OrszagTang,
            _ => InitialCondition.Random,
        };
        if (stored is null && values.Model == Model.Kaw && initial == InitialCondition.Wave) values = values with { B0 = 1 };

        var options = new Options
        {
            Parameters = values with
            {
                N = given.Integer("--n", n => n % 2 == 0 && n is >= 8 and <= 32768, "even, 8 to 32768") ?? values.N,
                Length = given.Number("--length", length => length > 0, "positive") ?? values.Length,
                Dt = given.Number("--dt", dt => dt > 0, "positive") ?? values.Dt,
                Nu = given.Number("--nu", nu => nu >= 0, "zero or positive") ?? values.Nu,
                Order = given.Integer("--order", order => order is >= 1 and <= 16, "1 to 16") ?? values.Order,
                Alpha = given.Number("--alpha", alpha => alpha >= 0, "zero or positive") ?? values.Alpha,
                Kappa = given.Number("--kappa", _ => true, "a number") ?? values.Kappa,
                B0 = given.Number("--b0", _ => true, "a number") ?? values.B0,
            },
            Initial = initial,
            Until = given.Number("--until", until => until >= 0, "zero or positive") ?? (given.Has("--steps") ? null : DefaultUntil(values.Model)),
            Steps = given.Integer("--steps", steps => steps >= 0, "zero or positive"),
            Seed = given.Integer("--seed", _ => true, "a whole number") ?? 1,
            SnapshotEvery = given.Number("--snapshot-every", every => every > 0, "positive"),
            Output = given.Text("--output"),
            Json = given.Text("--json"),
            Restart = given.Text("--restart"),
            CheckpointEvery = given.Integer("--checkpoint-every", steps => steps > 0, "positive"),
            WallLimit = given.Duration("--wall-limit"),
            RawInitial = given.Text("--raw-initial"),
            RawFinal = given.Text("--raw-final"),
            Poisson = given.Number("--poisson", tolerance => tolerance is > 0 and < 1, "between 0 and 1"),
            Help = given.Help,
        };
        if (!options.Help) options.Check(given, stored);
        return options;
    }

    /// <summary>The word for a model.</summary>
    public static string Word(Model model) => Models.First(pair => pair.Value == model).Key;

    private static double DefaultUntil(Model model) => model is Model.Hw or Model.Mhw ? 100 : 1;

    private void Check(Arguments given, Parameters? stored)
    {
        Exclude(given, "--steps", "--until");
        Exclude(given, "--restart", "--initial", "--raw-initial", "--seed");
        Exclude(given, "--raw-initial", "--initial", "--seed");
        foreach (string name in (ReadOnlySpan<string>)["--snapshot-every", "--checkpoint-every", "--wall-limit"])
            if (given.Has(name) && Output is null) throw new UsageException($"{name} needs --output DIR to write to.");
        if (Restart == Latest && Output is null) throw new UsageException("--restart latest needs --output DIR to look in.");
        if (SnapshotEvery < Parameters.Dt)
            throw new UsageException($"--snapshot-every {SnapshotEvery} is less than a step: --dt is {Parameters.Dt}.");
        if (Restart is not null && stored is null) return;      // the rest needs the file's parameters

        if (stored is not null && (Parameters.N, Parameters.Length) != (stored.N, stored.Length))
            throw new UsageException($"--n {Parameters.N} --length {Parameters.Length}: the restart file holds --n {stored.N} --length {stored.Length}.");
        string model = Word(Parameters.Model);
        bool isDrift = Parameters.Model is Model.Hw or Model.Mhw;
        foreach (string name in (ReadOnlySpan<string>)(isDrift ? ["--b0"] : Parameters.Model == Model.Kaw ? ["--alpha", "--kappa"] : ["--alpha", "--kappa", "--b0"]))
            if (given.Has(name)) throw new UsageException($"{name} {given.Text(name)}: {model} has no {name[2..]}. Leave it out.");
        if (Poisson is not null && !isDrift) throw new UsageException($"--poisson {Poisson}: {model} has no vorticity Ω = ∇²φ. Leave it out.");
        if (Restart is not null || RawInitial is not null) return;

        Model? needed = Initial switch
        {
            InitialCondition.OrszagTang => Model.Mhd,
            InitialCondition.Wave or InitialCondition.Decay => Model.Kaw,
            _ => null,
        };
        string initial = InitialConditions.First(pair => pair.Value == Initial).Key;
        if (needed is { } other && other != Parameters.Model)
            throw new UsageException($"--initial {initial} belongs to {Word(other)}, not to {model}. Give --model {Word(other)}, or --initial random.");
        if (Initial == InitialCondition.Wave && Parameters.N < 16)
            throw new UsageException($"--n {Parameters.N} cannot hold the wave, whose wavenumber is 5: the least is 16.");
    }

    private static void Exclude(Arguments given, string name, params ReadOnlySpan<string> others)
    {
        foreach (string other in others)
            if (given.Has(name) && given.Has(other)) throw new UsageException($"{name} and {other} exclude each other. Give one of them.");
    }
}
