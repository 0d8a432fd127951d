namespace DistArray.Trilinos;

/// <summary>Trilinos reported an error.</summary>
public class TrilinosException : Exception
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">What Trilinos says.</param>
    /// <param name="innerException">What led to it, such as an exception in an operator's function.</param>
    public TrilinosException(string message, Exception? innerException = null) : base(message, innerException) { }
}
