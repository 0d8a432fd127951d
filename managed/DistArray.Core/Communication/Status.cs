namespace DistArray;

/// <summary>What is known of a message that was received or probed: source, tag and size.</summary>
/// <param name="Source">Rank of the sender in the communicator of the call.</param>
/// <param name="Tag">Tag of the message.</param>
/// <param name="Bytes">Size of the message in bytes.</param>
/// <remarks>As <c>MPI_Status</c> (MPI-4.0 section 3.2.5).</remarks>
public readonly record struct Status(int Source, int Tag, long Bytes);
