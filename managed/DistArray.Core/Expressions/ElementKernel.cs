namespace DistArray;

/// <summary>An elementwise operation for fixed element types, run on tiles: dense operands of one length.</summary>
/// <remarks>One instance an operation and types, so that programs compare kernels by reference.</remarks>
internal abstract unsafe class ElementKernel
{
    /// <summary>Tiles are a multiple of so many elements, their ends filled up with valid elements, so that no kernel has a tail: an element's bits do not
    /// depend on where it lies in a row.</summary>
    public const int Multiple = 64;

    private readonly ElementType[] _operands;

    protected ElementKernel(string name, ElementType result, params ElementType[] operands)
    {
        Name = name;
        Result = result;
        _operands = operands;
    }

    /// <summary>NumPy's name in .NET's casing, such as "Hypot".</summary>
    public string Name { get; }

    /// <summary>Type of the result's elements.</summary>
    public ElementType Result { get; }

    /// <summary>Types of the operands' elements: one to three.</summary>
    public ReadOnlySpan<ElementType> Operands => _operands;

    /// <summary>Which of NumPy's functions it is, for engines that know it; <see cref="Ufunc.User"/> where only <see cref="Run"/> does.</summary>
    public virtual Ufunc Ufunc => Ufunc.User;

    /// <summary>The function of vectors behind <see cref="Run"/>, for emitted loops that do not know it otherwise; null where there is none. Its operands and the result
    /// are of one type; a range only functions of one operand have.</summary>
    public virtual LaneFunction? LaneFunction => null;

    /// <summary>Computes a tile. The destination may be one of the operands, but does not overlap them otherwise.</summary>
    /// <param name="destination">The results, dense.</param>
    /// <param name="x">First operand, dense.</param>
    /// <param name="y">Second operand, dense, or null.</param>
    /// <param name="z">Third operand, dense, or null.</param>
    /// <param name="count">Number of elements, a multiple of <see cref="Multiple"/>.</param>
    public abstract void Run(void* destination, void* x, void* y, void* z, nint count);
}
