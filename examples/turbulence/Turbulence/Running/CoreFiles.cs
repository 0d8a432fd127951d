namespace Turbulence;

/// <summary>Where the build puts the core: its own program, and the library that is wrapped.</summary>
public static class CoreFiles
{
}
