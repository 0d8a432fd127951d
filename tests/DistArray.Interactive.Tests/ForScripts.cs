namespace DistArray.Interactive.Tests;

/// <summary>What a script sees of this assembly.</summary>
public static class ForScripts
{
    public const int Answer = 42;
}
