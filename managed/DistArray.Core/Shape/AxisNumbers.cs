namespace DistArray;

/// <summary>Axes as callers count them: negative ones from the end.</summary>
internal static class AxisNumbers
{
    /// <summary>An axis of an array, counted from the first.</summary>
    public static int Normalize(int axis, int ndim) => axis >= -ndim && axis < ndim ? axis < 0 ? axis + ndim : axis : throw new AxisOutOfRangeException(axis, ndim);

    /// <summary>Axes of an array, counted from the first; no axis twice.</summary>
    public static int[] Normalize(string operation, ReadOnlySpan<int> axes, int ndim)
    {
        int[] normal = new int[axes.Length];
        for (int i = 0; i < normal.Length; i++)
        {
            normal[i] = Normalize(axes[i], ndim);
            if (normal.AsSpan(0, i).Contains(normal[i])) throw new ArgumentException($"{operation}: axis {normal[i]} is named twice. Name each once.", nameof(axes));
        }
        return normal;
    }

    /// <summary>A permutation of all axes.</summary>
    public static int[] Permutation(string operation, ReadOnlySpan<int> axes, int ndim)
    {
        if (axes.Length != ndim) throw new ArgumentException($"{operation}: there are {axes.Length} axes for {ndim} dimensions. Name each once.", nameof(axes));
        return Normalize(operation, axes, ndim);
    }
}
