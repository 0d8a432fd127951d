namespace DistArray.Interactive.Tests;

/// <summary>Engines that live from test to test, one set a rank count; a test that ends them leaves the next one to start new ones.</summary>
internal static class Session
{
    public static readonly EnginesOptions Options = new()
    {
        Program = typeof(Session).Assembly,
        LaunchTimeout = TimeSpan.FromMinutes(3),
        Timeout = TimeSpan.FromMinutes(3),
        HangLimit = TimeSpan.FromSeconds(4),
    };

    private static readonly Dictionary<int, Engines> s_engines = [];

    /// <summary>Engines without definitions.</summary>
    public static Engines Of(int ranks)
    {
        if (!s_engines.TryGetValue(ranks, out Engines? engines)) return s_engines[ranks] = Engines.Launch(ranks, Options);
        if (engines.IsAlive && engines.Doubt is null) engines.Reset();
        else engines.Restart();
        return engines;
    }

    public static void EndAll()
    {
        foreach (Engines engines in s_engines.Values) engines.Dispose();
        s_engines.Clear();
    }
}
