namespace DistArray.Benchmarks;

/// <summary>How to measure, as the command line said; jobs that this program starts inherit it as variables.</summary>
internal static class Settings
{
    private const string QuickVariable = "DISTARRAY_BENCH_QUICK", OnlyVariable = "DISTARRAY_BENCH_ONLY";

    /// <summary>Whether to take a few short samples: everything runs and is checked, but the times mean little.</summary>
    public static bool Quick
    {
        get => Environment.GetEnvironmentVariable(QuickVariable) == "1";
        set => Environment.SetEnvironmentVariable(QuickVariable, value ? "1" : null);
    }

    /// <summary>What the names of the parts to measure begin with; all if null.</summary>
    public static string? Only
    {
        get => Environment.GetEnvironmentVariable(OnlyVariable);
        set => Environment.SetEnvironmentVariable(OnlyVariable, value);
    }
}
