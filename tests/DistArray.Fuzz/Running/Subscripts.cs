using DistArray.Fuzz.Syntax;

namespace DistArray.Fuzz.Running;

/// <summary>Subscripts as the library's indices. Negative indices and ranges are spelled in C#'s way as often as in NumPy's, which the position decides.</summary>
internal static class Subscripts
{
    public static AxisIndex[] Of(Node[] items, Func<Node, object?> value)
    {
        var indices = new AxisIndex[items.Length];
        for (int i = 0; i < items.Length; i++) indices[i] = One(items[i], value, csharp: (i + items.Length) % 2 == 0);
        return indices;
    }

    private static AxisIndex One(Node node, Func<Node, object?> value, bool csharp) => node switch
    {
        Dots => Np.Ellipsis,
        Slicing slicing => Range(Bound(slicing.Start, value), Bound(slicing.Stop, value), Bound(slicing.Step, value), csharp),
        Name { Text: "None" } => Np.NewAxis,
        _ => value(node) switch
        {
            long index => csharp && index is < 0 and > int.MinValue ? ^(int)-index : index,
            object?[] list when list.All(item => item is bool) && list.Length > 0 => Array.ConvertAll(list, item => (bool)item!),
            object?[] list => Array.ConvertAll(list, item => (long)item!),
            DistArray<long> array => array,
            DistArray<bool> mask => mask,
            object other => throw new FormatException($"{other} is no index."),
            null => Np.NewAxis,
        },
    };

    private static long? Bound(Node? node, Func<Node, object?> value) => node is null ? null : (long?)value(node);

    private static AxisIndex Range(long? start, long? stop, long? step, bool csharp)
    {
        if (!csharp || step is not null || Math.Abs(start ?? 0) > int.MaxValue || Math.Abs(stop ?? 0) > int.MaxValue) return Np.Slice(start, stop, step);
        return new Range(Of(start ?? 0), stop is { } end ? Of(end) : ^0);

        static Index Of(long index) => index < 0 ? ^(int)-index : (Index)(int)index;
    }
}
