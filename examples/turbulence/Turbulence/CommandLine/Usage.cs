using System.Text;

namespace Turbulence;

/// <summary>The help text.</summary>
public static class Usage
{
    private static readonly (string Name, string Value, string Text)[] s_options =
    [
        ("--model", "hw|mhw|kaw|mhd", "Hasegawa–Wakatani, modified, kinetic Alfvén waves, reduced MHD (hw)"),
        ("--initial", "NAME", "random (any model), orszag-tang (mhd), wave, decay (kaw)"),
        ("--n", "POINTS", "points a side, even, at least 8 (128; kaw 64)"),
        ("--length", "LENGTH", "side of the box (2π; hw, mhw 2π/0.15)"),
        ("--dt", "TIME", "time step (hw, mhw 0.02; kaw 0.001; mhd 0.002)"),
        ("--until", "TIME", "time to end at; the last step is cut to meet it (hw, mhw 100; kaw, mhd 1)"),
        ("--steps", "COUNT", "steps to take, instead of --until"),
        ("--nu", "COEFFICIENT", "dissipation ν k^(2 order) of both fields (hw, mhw 1e-5; kaw 0.01; mhd 0.005)"),
        ("--order", "ORDER", "1 is viscosity, above it hyperviscosity (hw, mhw 3; kaw, mhd 1)"),
        ("--alpha", "NUMBER", "adiabaticity of hw and mhw (1)"),
        ("--kappa", "NUMBER", "density gradient of hw and mhw (1)"),
        ("--b0", "NUMBER", "mean field of kaw (0; for the wave 1)"),
        ("--seed", "INTEGER", "seed of the random initial condition (1)"),
        ("--snapshot-every", "TIME", "time between snapshots (one at the end)"),
        ("--output", "DIR", "write snapshots (HDF5, XDMF), restart file and pictures to DIR"),
        ("--json", "FILE", "write the time series of energies and fluxes to FILE"),
        ("--restart", "FILE|latest", "continue from a restart file or the newest good checkpoint in DIR; what is not given comes from it"),
        ("--checkpoint-every", "STEPS", "save a checkpoint to DIR every so many steps; the newest two stay"),
        ("--wall-limit", "SECONDS|HH:MM:SS", "time the job has: save a checkpoint and stop before"),
        ("--raw-initial", "FILE", "start from a raw state, as the core's own program does"),
        ("--raw-final", "FILE", "write the last state raw, as the core's own program does"),
        ("--poisson", "TOLERANCE", "at the end, solve ∇²φ = Ω by Trilinos on the core's memory, and compare (hw, mhw)"),
        ("--help", "", "this text"),
    ];

    /// <summary>Every option's name.</summary>
    public static IReadOnlyCollection<string> Names { get; } = [.. s_options.Select(option => option.Name)];

    /// <summary>The text of --help.</summary>
    public static string Text()
    {
        var text = new StringBuilder("""
            Plasma turbulence in two dimensions: a Fortran core, driven from C# over its own memory.

            usage: [mpiexec -n RANKS] dotnet Turbulence.dll [OPTIONS]

            """);
        foreach ((string name, string value, string explanation) in s_options)
            text.Append($"\n  {name + " " + value,-30}{explanation}");
        return text.Append("\n\nExit status: 0 done, 1 the run failed, 2 the options make no sense, 75 stopped early by SIGTERM, SIGUSR1 or\n--wall-limit with a checkpoint in DIR: --restart latest continues.").ToString();
    }
}
