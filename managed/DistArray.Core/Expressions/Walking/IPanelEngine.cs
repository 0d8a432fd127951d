namespace DistArray;

/// <summary>What <see cref="StridedWalk"/> does with each of its panels.</summary>
internal unsafe interface IPanelEngine
{
    /// <summary>Works on a panel.</summary>
    /// <param name="panel">Extents and strides, the same at every call.</param>
    /// <param name="pointers">Address of the panel's first element, one each an operand; not to be changed.</param>
    void Run(in Panel panel, nint* pointers);
}
