using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>What a core tells of an array that it publishes. Axes are in Fortran's order, the first is the fastest in memory.</summary>
public sealed class FortranArray
{
    internal unsafe FortranArray(string name, in DaFortranArray array)
    {
        int ndim = array.Ndim;
        Name = name;
        ElementType = (ElementType)array.ElementType;
        fixed (DaFortranArray* source = &array)
        {
            Shape = Values(source->Shape, ndim);
            ByteStrides = Values(source->ByteStrides, ndim);
            LowerBounds = Values(source->LowerBounds, ndim);
            HaloLow = Array.ConvertAll(Values(source->HaloLow, ndim), width => checked((int)width));
            HaloHigh = Array.ConvertAll(Values(source->HaloHigh, ndim), width => checked((int)width));
            if (source->IsDistributed != 0)
            {
                GlobalShape = Values(source->GlobalShape, ndim);
                GlobalOffset = Values(source->GlobalOffset, ndim);
            }
        }
        var periodic = new bool[ndim];
        for (int axis = 0; axis < ndim; axis++)
            periodic[axis] = (array.Periodic >> axis & 1) != 0;
        Periodic = periodic;
    }

    /// <summary>Name under which it is published.</summary>
    public string Name { get; }

    /// <summary>Type of its elements.</summary>
    public ElementType ElementType { get; }

    /// <summary>Number of dimensions; 0 for a scalar.</summary>
    public int NDim => Shape.Count;

    /// <summary>Extents in this rank's memory, halo included.</summary>
    public IReadOnlyList<long> Shape { get; }

    /// <summary>Bytes from an element to the next along each axis, of any sign.</summary>
    public IReadOnlyList<long> ByteStrides { get; }

    /// <summary>Fortran's index of this rank's first element along each axis, ghosts included; 1 along an axis without elements.</summary>
    public IReadOnlyList<long> LowerBounds { get; }

    /// <summary>Whether it is this rank's part of a distributed array.</summary>
    public bool IsDistributed => GlobalShape is not null;

    /// <summary>Extents of the whole array; null where each rank has an array of its own.</summary>
    public IReadOnlyList<long>? GlobalShape { get; }

    /// <summary>Global index, from 0, of the first element that this rank owns; null where each rank has an array of its own.</summary>
    public IReadOnlyList<long>? GlobalOffset { get; }

    /// <summary>Ghost elements before the owned ones along each axis.</summary>
    public IReadOnlyList<int> HaloLow { get; }

    /// <summary>Ghost elements after the owned ones along each axis.</summary>
    public IReadOnlyList<int> HaloHigh { get; }

    /// <summary>Whether each axis is periodic.</summary>
    public IReadOnlyList<bool> Periodic { get; }

    /// <summary>As Fortran would declare it, such as <c>complex128 omega(0:15, 3:4), part of (16, 9)</c>.</summary>
    public override string ToString()
    {
        string bounds = string.Join(", ", Shape.Select((extent, axis) => $"{LowerBounds[axis]}:{LowerBounds[axis] + extent - 1}"));
        string whole = GlobalShape is null ? "" : $", part of ({string.Join(", ", GlobalShape)})";
        return $"{ElementTypes.NameOf(ElementType)} {Name}{(NDim == 0 ? "" : $"({bounds})")}{whole}";
    }

    /// <summary>Whether it is the same part of the same distributed array.</summary>
    internal bool HasBoundsOf(FortranArray? other) => other is not null &&
        IsDistributed == other.IsDistributed && Shape.SequenceEqual(other.Shape) && HaloLow.SequenceEqual(other.HaloLow)
        && HaloHigh.SequenceEqual(other.HaloHigh) && Periodic.SequenceEqual(other.Periodic)
        && (!IsDistributed || (GlobalShape!.SequenceEqual(other.GlobalShape!) && GlobalOffset!.SequenceEqual(other.GlobalOffset!)));

    private static unsafe long[] Values(long* values, int count) => new ReadOnlySpan<long>(values, count).ToArray();
}
