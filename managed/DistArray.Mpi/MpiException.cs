namespace DistArray.Mpi;

/// <summary>MPI reported an error.</summary>
public sealed class MpiException : CommunicationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Rank, communicator, the call and MPI's text.</param>
    /// <param name="errorClass">Class of the error.</param>
    /// <param name="errorCode">The library's own code.</param>
    public MpiException(string message, MpiErrorClass errorClass, int errorCode) : base(message)
    {
        ErrorClass = errorClass;
        ErrorCode = errorCode;
    }

    /// <summary>Class of the error, the same over every MPI library.</summary>
    public MpiErrorClass ErrorClass { get; }

    /// <summary>The library's own code.</summary>
    public int ErrorCode { get; }
}
