namespace DistArray.Bindings;

/// <summary>A native library is missing, does not load, or does not fit these bindings.</summary>
public sealed class NativeLibraryException : DllNotFoundException
{
    /// <summary>Describes a failed load.</summary>
    /// <param name="library">Name as in the bindings.</param>
    /// <param name="tried">Every place that was tried, with what the system's loader said.</param>
    /// <param name="advice">What to install or to build.</param>
    public NativeLibraryException(string library, IReadOnlyList<string> tried, string advice)
        : base($"The native library {library} could not be loaded. Tried:\n{string.Concat(tried.Select(t => $"  {t}\n"))}{advice}")
    {
        Library = library;
        Tried = tried;
    }

    /// <summary>Name as in the bindings.</summary>
    public string Library { get; }

    /// <summary>Every place that was tried, with what the system's loader said.</summary>
    public IReadOnlyList<string> Tried { get; }
}
