namespace DistArray;

/// <summary>A communication between ranks failed.</summary>
public class CommunicationException : Exception
{
    /// <summary>Makes the exception with a text that says what failed and what to do.</summary>
    /// <param name="message">The text.</param>
    public CommunicationException(string message) : base(message) { }

    /// <summary>Makes the exception with a text and its cause.</summary>
    /// <param name="message">The text.</param>
    /// <param name="innerException">The cause.</param>
    public CommunicationException(string message, Exception innerException) : base(message, innerException) { }
}
