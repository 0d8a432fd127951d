namespace DistArray;

public static partial class Np
{
    /// <summary>An index that inserts an axis of one element. As numpy.newaxis.</summary>
    public static AxisIndex NewAxis => AxisIndex.NewAxis;

    /// <summary>An index that stands for all axes that no other index is for. As Python's <c>...</c>.</summary>
    public static AxisIndex Ellipsis => AxisIndex.Ellipsis;

    /// <summary>A slice with a step. As Python's <c>slice(start, stop, step)</c>.</summary>
    /// <param name="start">First index, negative from the end; null for the first, or the last where the step is negative.</param>
    /// <param name="stop">Index before which to end, negative from the end; null for none.</param>
    /// <param name="step">Step, not 0; negative to go down.</param>
    public static Slice Slice(long? start, long? stop, long? step = null) => new(start, stop, step);
}
