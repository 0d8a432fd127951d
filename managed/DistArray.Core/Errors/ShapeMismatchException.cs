namespace DistArray;

/// <summary>Two shapes do not fit together.</summary>
public class ShapeMismatchException : ArgumentException
{
    /// <summary>Makes the exception of an operation and the shapes of its operands.</summary>
    /// <param name="operation">Name of the operation.</param>
    /// <param name="left">Shape of the first operand.</param>
    /// <param name="right">Shape of the second operand.</param>
    public ShapeMismatchException(string operation, ReadOnlySpan<long> left, ReadOnlySpan<long> right)
        : base($"{operation}: shapes {ShapeText.Of(left)} and {ShapeText.Of(right)} do not match{Where(left, right)}. Reshape or slice one of them.") { }

    /// <summary>Makes the exception with a text that says what does not fit and what to do.</summary>
    /// <param name="message">The text.</param>
    public ShapeMismatchException(string message) : base(message) { }

    private static string Where(ReadOnlySpan<long> left, ReadOnlySpan<long> right)
    {
        if (left.Length != right.Length) return $" ({left.Length} and {right.Length} dimensions)";
        int axis = left.CommonPrefixLength(right);
        return axis < left.Length ? $" (axis {axis}: {left[axis]} and {right[axis]})" : "";
    }
}
