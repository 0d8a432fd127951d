using System.Text.Json;
using DistArray.Cli.Files;
using DistArray.IO;

namespace DistArray.Cli.Showing;

/// <summary>What is in an HDF5 file.</summary>
internal static class Hdf5Items
{
    private const string DistributionName = "distribution";
    private const int MostValues = 16;

    /// <summary>Groups, datasets and links, each with its attributes, from a group on.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static IEnumerable<ShownItem> Of(Hdf5Group group)
    {
        yield return new ShownItem(group.Path, "group") { Attributes = AttributesOf(group) };
        foreach (Hdf5Entry entry in group.GetEntries())
        {
            string path = group.Path == "/" ? $"/{entry.Name}" : $"{group.Path}/{entry.Name}";
            if (entry.Link != Hdf5LinkKind.Hard) yield return new ShownItem(path, $"{entry.Link.ToString().ToLowerInvariant()} link") { Target = entry.Kind == Hdf5ObjectKind.Nothing ? $"{entry.Target} (nothing there)" : entry.Target };
            else if (entry.Above is { } above) yield return new ShownItem(path, "hard link") { Target = above };
            else if (entry.Kind == Hdf5ObjectKind.Group)
                foreach (ShownItem item in Of(group.OpenGroup(entry.Name))) yield return item;
            else if (entry.Dataset is { } dataset) yield return Of(dataset);
            else yield return new ShownItem(path, entry.Kind.ToString().ToLowerInvariant());
        }
    }

    /// <summary>A dataset.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static ShownItem Of(Hdf5Dataset stored)
    {
        Hdf5Dataset dataset = stored.IsColumnMajor ? stored.Transpose() : stored;
        IReadOnlyList<string> filters = dataset.GetFilters();
        return new ShownItem(dataset.Path, "dataset")
        {
            Type = dataset.TypeName,
            Shape = dataset.IsNull ? null : dataset.Shape,
            Order = stored.IsColumnMajor ? "column-major" : null,
            Chunks = dataset.Chunks,
            Filters = filters.Count > 0 ? filters : null,
            Distribution = dataset.Attributes.Contains(DistributionName) && dataset.Attributes.GetEntries().Any(entry => entry is { Name: DistributionName, IsText: true, Shape.Count: 0 })
                ? DistributionText(dataset.Attributes.GetString(DistributionName))
                : null,
            Bytes = dataset.GetStoredBytes(),
            Attributes = AttributesOf(dataset),
        };
    }

    /// <summary>The Distributed Array Protocol's words in short: "bn over 2 x 1 ranks". What is none of them stays as it is.</summary>
    public static string DistributionText(string json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            (string Code, long Parts)[] axes = [.. document.RootElement.EnumerateArray().Select(axis => (axis.GetProperty("dist_type").GetString()!, axis.GetProperty("proc_grid_size").GetInt64()))];
            return axes.All(axis => axis.Parts == 1)
                ? "on one rank"
                : $"{string.Concat(axes.Select(axis => axis is { Code: "b", Parts: 1 } ? "n" : axis.Code))} over {string.Join(" x ", axes.Select(axis => axis.Parts))} ranks";
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return json;
        }
    }

    private static Dictionary<string, object>? AttributesOf(Hdf5Object owner)
    {
        var values = new Dictionary<string, object>();
        foreach (Hdf5Attribute attribute in owner.Attributes.GetEntries())
        {
            if (attribute.Name == DistributionName && owner is Hdf5Dataset) continue;
            long count = attribute.Shape.Aggregate(1L, (size, extent) => size * extent);
            values.Add(attribute.Name, count > MostValues || attribute is { IsText: false, ElementType: null }
                ? $"{attribute.TypeName} {StoredArray.TextOf(attribute.Shape)}"
                : attribute.IsText ? Single(owner.Attributes.GetStrings(attribute.Name), attribute) : ElementTypes.Invoke(attribute.ElementType!.Value, new Reading(owner, attribute)));
        }
        return values.Count > 0 ? values : null;
    }

    private static object Single<T>(T[] values, Hdf5Attribute attribute) => attribute.Shape.Count == 0 && values is [{ } value] ? value : values;

    private sealed class Reading(Hdf5Object owner, Hdf5Attribute attribute) : IElementFunction<object>
    {
        public object Invoke<T>() where T : unmanaged => owner.Attributes.GetArray<T>(attribute.Name) switch
        {
            System.Numerics.Complex[] or Complex64[] or Logical32[] or Logical64[] => Single(Array.ConvertAll(owner.Attributes.GetArray<T>(attribute.Name), value => $"{value}"), attribute),
            var values => Single(values, attribute),
        };
    }
}
