namespace DistArray;

/// <summary>Addresses of elements by the codes of an <see cref="ElementRoute"/>: what the owner is told of each axis, in the mixed radix of the shape.</summary>
internal readonly unsafe struct ElementPlaces(Distribution distribution, LocalOperand operand)
{
    private readonly DimMap[] _maps = distribution.DimMaps.ToArray();
    private readonly long[] _shape = distribution.Shape.ToArray();
    private readonly int[] _coordinates = distribution.GridCoordinates.ToArray();

    public byte* Of(long code)
    {
        byte* place = (byte*)operand.Pointer;
        for (int axis = _shape.Length - 1; axis >= 0; axis--)
        {
            long told = axis == 0 ? code : code % _shape[axis];
            if (axis > 0) code /= _shape[axis];
            int local = (int)told;
            if (_maps[axis].KnowsOwnPartOnly && !_maps[axis].TryGetLocal(_coordinates[axis], told, out local))
                throw new InvalidOperationException($"Index {told} of axis {axis} is not on part {_coordinates[axis]}.");
            place += operand.Tables?[axis] is { } table ? table[local] : local * operand.ByteStrides[axis];
        }
        return place;
    }
}
