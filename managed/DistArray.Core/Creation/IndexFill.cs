namespace DistArray;

/// <summary>A value for each index of an array of one dimension.</summary>
internal interface IIndexValue<T> where T : unmanaged
{
    T At(long index);
}

/// <summary>Makes arrays of one dimension whose elements follow from their index.</summary>
internal static unsafe class IndexFill
{
    /// <summary>The array of a formula. Local.</summary>
    public static DistArray<T> Make<T, TValue>(Distribution distribution, TValue value) where T : unmanaged where TValue : struct, IIndexValue<T>
    {
        DistArray<T> array = Np.Zeros<T>(distribution);
        if (distribution.LocalSize == 0) return array;
        LocalView<T> view = array.LocalView;
        T* pointer = view.Pointer;
        long stride = view.Strides[0];
        foreach (IndexRun run in distribution.DimMaps[0].Runs(distribution.GridCoordinates[0]))
            for (int i = 0; i < run.Count; i++) pointer[(run.LocalStart + i) * stride] = value.At(run.GlobalStart + i);
        GC.KeepAlive(array);
        return array;
    }

    /// <summary>Throws where a distribution is not of one axis of a size.</summary>
    public static void Check(string operation, Distribution distribution, long size)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        if (distribution.NDim != 1 || distribution.Shape[0] != size)
            throw new ShapeMismatchException($"{operation}: there are {size} elements, but the distribution is of shape {ShapeText.Of(distribution.Shape)}. Give one of shape ({size},).");
    }
}
