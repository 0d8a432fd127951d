using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>Elements by Fortran's indices.</summary>
internal static unsafe class FortranIndex
{
    /// <summary>Address of an element.</summary>
    /// <exception cref="IndexOutOfRangeException">There is none.</exception>
    public static nint Address(FortranPlace place, ReadOnlySpan<long> indices)
    {
        ref readonly DaFortranArray now = ref place.Required;
        FortranPlace.NDimOf(now, place.Name);
        if (indices.Length != now.Ndim) throw new IndexOutOfRangeException($"{place.Name}: there are {indices.Length} indices for {now.Ndim} axes. Give one each an axis.");
        nint address = (nint)now.Address;
        for (int axis = 0; axis < indices.Length; axis++)
        {
            long lower = now.LowerBounds[axis], extent = now.Shape[axis];
            if (indices[axis] < lower || indices[axis] - lower >= extent)
                throw new IndexOutOfRangeException($"{place.Name}: index {indices[axis]} is outside of {lower}:{lower + extent - 1}, Fortran's bounds of axis {axis + 1}.");
            address += (nint)((indices[axis] - lower) * now.ByteStrides[axis]);
        }
        return address;
    }
}
