using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>A variable of a derived type that may move, or an array of them.</summary>
/// <typeparam name="TStructure">The class of the type.</typeparam>
public sealed unsafe class FortranStructures<TStructure> where TStructure : FortranStructure
{
    private readonly FortranPlace _place;
    private readonly Func<FortranPlace, long[], TStructure> _create;

    internal FortranStructures(FortranPlace place, Func<FortranPlace, long[], TStructure> create) => (_place, _create) = (place, create);

    /// <summary>Its Fortran name.</summary>
    public string Name => _place.Name;

    /// <summary>Whether it is there: allocated, or associated where it is a pointer.</summary>
    public bool IsAllocated => _place.IsThere;

    /// <summary>Extents, in Fortran's order of axes; none for a scalar.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    public IReadOnlyList<long> Shape => _place.Shape;

    /// <summary>Fortran's index of the first element along each axis.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    public IReadOnlyList<long> LowerBounds => _place.LowerBounds;

    /// <summary>The scalar.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    /// <exception cref="IndexOutOfRangeException">It is an array.</exception>
    public TStructure Value => this[[]];

    /// <summary>An element, by Fortran's indices.</summary>
    /// <param name="indices">One an axis, between the lower and the upper bound.</param>
    /// <returns>A view, which follows the array when it moves: the element of these indices.</returns>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    /// <exception cref="InvalidOperationException">It is not allocated.</exception>
    public TStructure this[params ReadOnlySpan<long> indices]
    {
        get
        {
            FortranIndex.Address(_place, indices);
            return _create(_place, indices.ToArray());
        }
    }

    /// <summary>Address of the first element, for a procedure that takes the whole array.</summary>
    /// <param name="count">Number of elements.</param>
    /// <exception cref="InvalidOperationException">It is not allocated, or has gaps.</exception>
    public nint Contiguous(out long count)
    {
        ref readonly DaFortranArray now = ref _place.Required;
        count = 1;
        for (int axis = 0; axis < now.Ndim; axis++)
        {
            if (now.Shape[axis] > 1 && now.ByteStrides[axis] != count * now.ElementBytes)
                throw new InvalidOperationException($"The elements of {Name} do not lie without gaps, as the procedure needs them. Pass an array without gaps.");
            count *= now.Shape[axis];
        }
        return (nint)now.Address;
    }
}
