namespace DistArray.IO;

/// <summary>A checkpoint is damaged, incomplete, or no checkpoint at all.</summary>
public sealed class CheckpointException : IOException
{
    /// <summary>Describes what is wrong.</summary>
    /// <param name="message">Which file, what is wrong with it, and what to do.</param>
    /// <param name="innerException">The cause, or null.</param>
    public CheckpointException(string message, Exception? innerException = null) : base(message, innerException) { }

    /// <summary>What is wrong, without the name of the file.</summary>
    internal string? Damage { get; init; }
}
