namespace DistArray;

/// <summary>Data breaks a rule of the Distributed Array Protocol.</summary>
public class ProtocolException : FormatException
{
    /// <summary>Makes the exception with a text that names the rule.</summary>
    /// <param name="message">The text.</param>
    public ProtocolException(string message) : base(message) { }
}
