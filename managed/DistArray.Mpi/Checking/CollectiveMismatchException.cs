namespace DistArray.Mpi;

/// <summary>Ranks of a communicator are in different collective calls, which would hang or give wrong results; thrown on all of them alike.</summary>
/// <remarks>Only where collective calls are checked: <c>DISTARRAY_CHECK=1</c>, or <see cref="MpiEnvironment.SetChecking"/>.</remarks>
public sealed class CollectiveMismatchException : CommunicationException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which ranks are in what.</param>
    public CollectiveMismatchException(string message) : base(message) { }
}
