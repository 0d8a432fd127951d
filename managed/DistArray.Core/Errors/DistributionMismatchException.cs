namespace DistArray;

/// <summary>Two arrays, or blocks of one array, are not distributed as an operation needs it.</summary>
public class DistributionMismatchException : ArgumentException
{
    /// <summary>Makes the exception of an operation and the distributions of its operands.</summary>
    /// <param name="operation">Name of the operation.</param>
    /// <param name="left">Distribution of the first operand.</param>
    /// <param name="right">Distribution of the second operand.</param>
    public DistributionMismatchException(string operation, Distribution left, Distribution right)
        : base($"{operation}: the operands live on different ranks: {left} and {right}. Create both over the same communicator.") { }

    /// <summary>Makes the exception with a text that says what does not fit and what to do.</summary>
    /// <param name="message">The text.</param>
    public DistributionMismatchException(string message) : base(message) { }
}
