namespace DistArray.Fortran;

/// <summary>A Fortran core ended a call by STOP, or published an array that cannot be shown.</summary>
public sealed class FortranException : Exception
{
    /// <summary>Makes the exception with a text that says what happened and what to do.</summary>
    /// <param name="message">The text.</param>
    /// <param name="isStop">Whether the core ended the call by STOP, ERROR STOP or EXIT.</param>
    public FortranException(string message, bool isStop) : base(message) => IsStop = isStop;

    /// <summary>Whether the core ended the call by STOP, ERROR STOP or EXIT: MPI state and open Fortran units may be lost then.</summary>
    public bool IsStop { get; }
}
