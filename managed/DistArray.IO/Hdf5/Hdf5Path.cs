namespace DistArray.IO;

/// <summary>Names within a file, separated by slashes.</summary>
internal static class Hdf5Path
{
    /// <summary>The path of <paramref name="name"/> seen from a group; a name that begins with a slash is seen from the root.</summary>
    /// <param name="group">Path of the group.</param>
    /// <param name="name">Name, or names separated by slashes.</param>
    /// <exception cref="ArgumentException">It is no name.</exception>
    public static string Combine(string group, string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        string[] parts = name.TrimStart('/').Split('/');
        if (parts.Any(part => part is "" or "." or "..") || name.Contains('\0'))
            throw new ArgumentException($"'{name}' is no name in an HDF5 file. Use names separated by single slashes, such as 'fields/density'.", nameof(name));
        string relative = string.Join('/', parts);
        return Join(name.StartsWith('/') ? "/" : group, relative);
    }

    /// <summary>The path of a name in a group.</summary>
    public static string Join(string group, string name) => group == "/" ? $"/{name}" : $"{group}/{name}";

    /// <summary>The path and those of the groups above it, from the outermost to itself, without the root.</summary>
    public static IEnumerable<string> Levels(string path)
    {
        for (int slash = path.IndexOf('/', 1); slash > 0; slash = path.IndexOf('/', slash + 1))
            yield return path[..slash];
        if (path != "/")
            yield return path;
    }
}
