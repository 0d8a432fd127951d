namespace DistArray.Mpi;

/// <summary>Which guards are on in this process. All off, a call pays one branch.</summary>
internal static class CallGuard
{
    /// <summary>Calls are noted, for the watchdog.</summary>
    public const int Watch = 1;

    /// <summary>Collective calls are agreed upon before they begin.</summary>
    public const int Check = 2;

    /// <summary>The places of collective calls are left out of the agreement.</summary>
    public const int WithoutSites = 4;

    /// <summary>Calls are counted, for whoever drives the ranks from outside.</summary>
    public const int Count = 8;

    /// <summary>The sum of what is on.</summary>
    public static int Switches;
}
