using DistArray.IO;

namespace DistArray.Cli.Plotting.Fields;

/// <summary>Attributes, whatever type of numbers wrote them.</summary>
internal static class Hdf5Numbers
{
    /// <summary>The numbers of an attribute, or null where there is none of real numbers.</summary>
    public static double[]? Of(Hdf5Attributes attributes, string name) =>
        Find(attributes, name)?.ElementType is { } type and not (ElementType.Complex64 or ElementType.Complex128) ? ElementTypes.Invoke(type, new Reading(attributes, name)) : null;

    /// <summary>The text of an attribute, or null where there is none.</summary>
    public static string? Text(Hdf5Attributes attributes, string name) =>
        Find(attributes, name) is { IsText: true } && attributes.GetStrings(name) is [var text] ? text : null;

    private static Hdf5Attribute? Find(Hdf5Attributes attributes, string name) => attributes.GetEntries().FirstOrDefault(entry => entry.Name == name);

    private sealed class Reading(Hdf5Attributes attributes, string name) : IElementFunction<double[]>
    {
        public double[] Invoke<T>() where T : unmanaged
        {
            T[] values = attributes.GetArray<T>(name);
            using DistArray<T> array = Np.FromArray(new Distribution(new SelfCommunicator(), [values.Length]), values);
            using DistArray<double> numbers = array.AsType<double>();
            return numbers.LocalToArray();
        }
    }
}
