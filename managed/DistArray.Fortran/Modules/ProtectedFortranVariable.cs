namespace DistArray.Fortran;

/// <summary>An array that its module declares <c>protected</c>: it can be read, and only the module's procedures write it.</summary>
/// <typeparam name="T">Type of its elements.</typeparam>
public sealed class ProtectedFortranVariable<T> where T : unmanaged
{
    private readonly FortranVariable<T> _variable;

    /// <summary>Shows a variable for reading.</summary>
    /// <param name="variable">The variable.</param>
    public ProtectedFortranVariable(FortranVariable<T> variable) => _variable = variable ?? throw new ArgumentNullException(nameof(variable));

    /// <inheritdoc cref="FortranVariable{T}.Name"/>
    public string Name => _variable.Name;

    /// <inheritdoc cref="FortranVariable{T}.IsAllocated"/>
    public bool IsAllocated => _variable.IsAllocated;

    /// <inheritdoc cref="FortranVariable{T}.LowerBounds"/>
    public IReadOnlyList<long> LowerBounds => _variable.LowerBounds;

    /// <inheritdoc cref="FortranVariable{T}.Shape"/>
    public IReadOnlyList<long> Shape => _variable.Shape;

    /// <summary>The value of a scalar.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated, or is an array.</exception>
    public ref readonly T Value => ref _variable.Value;

    /// <summary>An element, by Fortran's indices.</summary>
    /// <param name="indices">One an axis, between the lower and the upper bound.</param>
    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public ref readonly T this[params ReadOnlySpan<long> indices] => ref _variable[indices];

    /// <summary>The elements in the order of memory: a view.</summary>
    /// <exception cref="InvalidOperationException">It is not allocated, or has gaps.</exception>
    public ReadOnlySpan<T> Span => _variable.View.Span;

    /// <inheritdoc cref="FortranVariable{T}.ToString"/>
    public override string ToString() => _variable.ToString();
}
