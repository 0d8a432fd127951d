using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>Attributes, whatever type of numbers wrote them.</summary>
internal static class Hdf5Numbers
{
    /// <summary>The numbers of an attribute, or null where there is none of numbers.</summary>
    public static double[]? Of(Hdf5Attributes attributes, string name)
    {
        if (!attributes.Contains(name)) return null;
        return Try(() => attributes.GetArray<double>(name)) ?? Try(() => Array.ConvertAll(attributes.GetArray<float>(name), value => (double)value))
            ?? Try(() => Array.ConvertAll(attributes.GetArray<long>(name), value => (double)value)) ?? Try(() => Array.ConvertAll(attributes.GetArray<int>(name), value => (double)value));
    }

    /// <summary>The text of an attribute, or null where there is none.</summary>
    public static string? Text(Hdf5Attributes attributes, string name) => attributes.Contains(name) ? Try(() => attributes.GetString(name)) : null;

    // Attributes do not tell their type; they refuse another.
    private static T? Try<T>(Func<T> get) where T : class
    {
        try
        {
            return get();
        }
        catch (Hdf5Exception)
        {
            return null;
        }
    }
}
