namespace DistArray;

/// <summary>A group of ranks that exchange messages: the one thing that arrays need of MPI.</summary>
/// <remarks>
/// <para>The members take raw buffers and counts beyond 2^31-1; what programs call are the forms with values, spans and arrays of
/// <see cref="CommunicatorExtensions"/>, which have the same names. Buffers hold <c>count</c> elements of the element type; a null pointer is
/// allowed where the count is 0.</para>
/// <para>Errors in arguments are thrown before anything is communicated. Implementations: <see cref="SelfCommunicator"/> (one rank),
/// <see cref="ThreadCommunicator"/> (ranks as threads of one process), and MPI's in DistArray.Mpi.</para>
/// </remarks>
public unsafe interface ICommunicator : IDisposable
{
    /// <summary>A source that matches every sender (<c>MPI_ANY_SOURCE</c>).</summary>
    const int AnySource = -1;

    /// <summary>A tag that matches every message (<c>MPI_ANY_TAG</c>).</summary>
    const int AnyTag = -1;

    /// <summary>The color of a rank that belongs to no part of a split (<c>MPI_UNDEFINED</c>).</summary>
    const int Undefined = -1;

    /// <summary>Number of this process in the group, 0 to <see cref="Size"/> - 1.</summary>
    int Rank { get; }

    /// <summary>Number of processes in the group.</summary>
    int Size { get; }

    /// <summary>Whether another communicator has the same processes under the same ranks.</summary>
    /// <param name="other">Another communicator.</param>
    /// <remarks>Local, and the same on every rank. As <c>MPI_Comm_compare</c> giving identical or congruent (MPI-4.0 section 7.4.1).</remarks>
    bool IsCongruentTo(ICommunicator other) => ReferenceEquals(this, other) || (Size == 1 && other.Size == 1);

    /// <summary>Sends a message; returns when the buffer may be used again.</summary>
    /// <param name="buffer">What to send.</param>
    /// <param name="count">Number of elements.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="destination">Rank that receives.</param>
    /// <param name="tag">Tag, 0 or more.</param>
    /// <remarks>MPI-4.0 section 3.2.1.</remarks>
    void Send(void* buffer, long count, ElementType type, int destination, int tag);

    /// <summary>Receives a message of at most <paramref name="count"/> elements; a longer one is an error, never cut.</summary>
    /// <param name="buffer">Where to put it.</param>
    /// <param name="count">Capacity in elements.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="source">Rank of the sender or <see cref="AnySource"/>.</param>
    /// <param name="tag">Tag or <see cref="AnyTag"/>.</param>
    /// <returns>Source, tag and size of the message.</returns>
    /// <remarks>MPI-4.0 section 3.2.4.</remarks>
    Status Receive(void* buffer, long count, ElementType type, int source, int tag);

    /// <summary>Sends and receives at once, without deadlock.</summary>
    /// <param name="sendBuffer">What to send.</param>
    /// <param name="sendCount">Elements to send.</param>
    /// <param name="destination">Rank that receives.</param>
    /// <param name="sendTag">Tag of the message sent.</param>
    /// <param name="receiveBuffer">Where to put the message received; must not overlap the other.</param>
    /// <param name="receiveCount">Capacity in elements.</param>
    /// <param name="source">Rank of the sender or <see cref="AnySource"/>.</param>
    /// <param name="receiveTag">Tag or <see cref="AnyTag"/>.</param>
    /// <param name="type">Type of the elements of both.</param>
    /// <returns>Source, tag and size of the message received.</returns>
    /// <remarks>MPI-4.0 section 3.10.</remarks>
    Status SendReceive(void* sendBuffer, long sendCount, int destination, int sendTag, void* receiveBuffer, long receiveCount, int source, int receiveTag, ElementType type);

    /// <summary>Waits for a message that matches, without receiving it.</summary>
    /// <param name="source">Rank of the sender or <see cref="AnySource"/>.</param>
    /// <param name="tag">Tag or <see cref="AnyTag"/>.</param>
    /// <returns>Source, tag and size of the message.</returns>
    /// <remarks>MPI-4.0 section 3.8.1.</remarks>
    Status Probe(int source, int tag);

    /// <summary>Looks for a message that matches, without waiting or receiving it.</summary>
    /// <param name="source">Rank of the sender or <see cref="AnySource"/>.</param>
    /// <param name="tag">Tag or <see cref="AnyTag"/>.</param>
    /// <returns>Source, tag and size of the message; null where there is none yet.</returns>
    /// <remarks>MPI-4.0 section 3.8.1.</remarks>
    Status? ImmediateProbe(int source, int tag);

    /// <summary>Starts to send; the buffer must not change and must not move before the request has completed.</summary>
    /// <param name="buffer">What to send.</param>
    /// <param name="count">Number of elements.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="destination">Rank that receives.</param>
    /// <param name="tag">Tag, 0 or more.</param>
    /// <returns>The request to wait for.</returns>
    /// <remarks>MPI-4.0 section 3.7.2.</remarks>
    Request ImmediateSend(void* buffer, long count, ElementType type, int destination, int tag);

    /// <summary>Starts to receive; the buffer must not be read and must not move before the request has completed.</summary>
    /// <param name="buffer">Where to put it.</param>
    /// <param name="count">Capacity in elements.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="source">Rank of the sender or <see cref="AnySource"/>.</param>
    /// <param name="tag">Tag or <see cref="AnyTag"/>.</param>
    /// <returns>The request to wait for.</returns>
    /// <remarks>MPI-4.0 section 3.7.2.</remarks>
    Request ImmediateReceive(void* buffer, long count, ElementType type, int source, int tag);

    /// <summary>Returns when every rank has called it.</summary>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.3.</remarks>
    void Barrier();

    /// <summary>Starts a barrier.</summary>
    /// <returns>The request, complete when every rank has called this.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.12.1.</remarks>
    Request ImmediateBarrier();

    /// <summary>Copies <paramref name="root"/>'s buffer to every rank.</summary>
    /// <param name="buffer">The source on the root, the destination elsewhere.</param>
    /// <param name="count">Number of elements, the same on every rank.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="root">Rank that has the values.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.4.</remarks>
    void Broadcast(void* buffer, long count, ElementType type, int root);

    /// <summary>Starts a broadcast.</summary>
    /// <param name="buffer">The source on the root, the destination elsewhere.</param>
    /// <param name="count">Number of elements, the same on every rank.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="root">Rank that has the values.</param>
    /// <returns>The request to wait for.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.12.2.</remarks>
    Request ImmediateBroadcast(void* buffer, long count, ElementType type, int root);

    /// <summary>Combines the ranks' buffers element by element into the root's.</summary>
    /// <param name="send">This rank's elements.</param>
    /// <param name="receive">The result on the root, ignored elsewhere; may equal <paramref name="send"/>.</param>
    /// <param name="count">Number of elements, the same on every rank.</param>
    /// <param name="operation">How to combine; its element type is the buffers'.</param>
    /// <param name="root">Rank that gets the result.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.9.1.</remarks>
    void Reduce(void* send, void* receive, long count, Operation operation, int root);

    /// <summary>Combines the ranks' buffers element by element, for every rank.</summary>
    /// <param name="send">This rank's elements.</param>
    /// <param name="receive">The result; may equal <paramref name="send"/>.</param>
    /// <param name="count">Number of elements, the same on every rank.</param>
    /// <param name="operation">How to combine; its element type is the buffers'.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.9.6.</remarks>
    void Allreduce(void* send, void* receive, long count, Operation operation);

    /// <summary>Starts an all-reduce.</summary>
    /// <param name="send">This rank's elements.</param>
    /// <param name="receive">The result; may equal <paramref name="send"/>.</param>
    /// <param name="count">Number of elements, the same on every rank.</param>
    /// <param name="operation">How to combine; its element type is the buffers'.</param>
    /// <returns>The request to wait for.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.12.8.</remarks>
    Request ImmediateAllreduce(void* send, void* receive, long count, Operation operation);

    /// <summary>Lays the ranks' buffers one after another, in rank order, on the root.</summary>
    /// <param name="send">This rank's elements.</param>
    /// <param name="count">Elements of each rank, the same on every rank.</param>
    /// <param name="receive">Room for Size x count elements on the root, ignored elsewhere.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="root">Rank that gets them.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.5.</remarks>
    void Gather(void* send, long count, void* receive, ElementType type, int root);

    /// <summary>Gathers buffers of different sizes on the root.</summary>
    /// <param name="send">This rank's elements.</param>
    /// <param name="count">Number of this rank's elements.</param>
    /// <param name="receive">Where to put them on the root, ignored elsewhere.</param>
    /// <param name="counts">Elements of each rank, on the root; empty elsewhere.</param>
    /// <param name="displacements">Where each rank's elements begin, in elements, on the root; empty elsewhere.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="root">Rank that gets them.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.5.</remarks>
    void Gather(void* send, long count, void* receive, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, ElementType type, int root);

    /// <summary>Lays the ranks' buffers one after another, in rank order, on every rank.</summary>
    /// <param name="send">This rank's elements.</param>
    /// <param name="count">Elements of each rank, the same on every rank.</param>
    /// <param name="receive">Room for Size x count elements.</param>
    /// <param name="type">Type of the elements.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.7.</remarks>
    void Allgather(void* send, long count, void* receive, ElementType type);

    /// <summary>Gathers buffers of different sizes on every rank.</summary>
    /// <param name="send">This rank's elements.</param>
    /// <param name="count">Number of this rank's elements.</param>
    /// <param name="receive">Where to put them.</param>
    /// <param name="counts">Elements of each rank, the same on every rank.</param>
    /// <param name="displacements">Where each rank's elements begin, in elements.</param>
    /// <param name="type">Type of the elements.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.7.</remarks>
    void Allgather(void* send, long count, void* receive, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, ElementType type);

    /// <summary>Deals the root's buffer out in equal parts, in rank order.</summary>
    /// <param name="send">Size x count elements on the root, ignored elsewhere.</param>
    /// <param name="receive">Where this rank's part goes.</param>
    /// <param name="count">Elements of each rank, the same on every rank.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="root">Rank that has them.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.6.</remarks>
    void Scatter(void* send, void* receive, long count, ElementType type, int root);

    /// <summary>Deals the root's buffer out in parts of different sizes.</summary>
    /// <param name="send">The elements on the root, ignored elsewhere.</param>
    /// <param name="counts">Elements of each rank, on the root; empty elsewhere.</param>
    /// <param name="displacements">Where each rank's part begins, in elements, on the root; empty elsewhere.</param>
    /// <param name="receive">Where this rank's part goes.</param>
    /// <param name="count">Number of this rank's elements.</param>
    /// <param name="type">Type of the elements.</param>
    /// <param name="root">Rank that has them.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.6.</remarks>
    void Scatter(void* send, ReadOnlySpan<long> counts, ReadOnlySpan<long> displacements, void* receive, long count, ElementType type, int root);

    /// <summary>Sends an equal part to every rank and receives one from each.</summary>
    /// <param name="send">Size x count elements; part r goes to rank r.</param>
    /// <param name="receive">Size x count elements; part r came from rank r.</param>
    /// <param name="count">Elements of a part, the same on every rank.</param>
    /// <param name="type">Type of the elements.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.8.</remarks>
    void Alltoall(void* send, void* receive, long count, ElementType type);

    /// <summary>Sends a part of its own size to every rank and receives one from each.</summary>
    /// <param name="send">The parts to send.</param>
    /// <param name="sendCounts">Elements for each rank.</param>
    /// <param name="sendDisplacements">Where each part begins, in elements.</param>
    /// <param name="receive">Where the parts received go.</param>
    /// <param name="receiveCounts">Elements from each rank.</param>
    /// <param name="receiveDisplacements">Where each part goes, in elements.</param>
    /// <param name="type">Type of the elements.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.8.</remarks>
    void Alltoall(void* send, ReadOnlySpan<long> sendCounts, ReadOnlySpan<long> sendDisplacements, void* receive, ReadOnlySpan<long> receiveCounts, ReadOnlySpan<long> receiveDisplacements, ElementType type);

    /// <summary>Combines the ranks' buffers element by element and deals the result out.</summary>
    /// <param name="send">This rank's elements, as many as the counts add up to.</param>
    /// <param name="receive">This rank's part of the result.</param>
    /// <param name="counts">Elements of the result for each rank, the same on every rank.</param>
    /// <param name="operation">How to combine; its element type is the buffers'.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.10.</remarks>
    void ReduceScatter(void* send, void* receive, ReadOnlySpan<long> counts, Operation operation);

    /// <summary>Combines the buffers of the ranks up to and including this one, element by element.</summary>
    /// <param name="send">This rank's elements.</param>
    /// <param name="receive">The result; may equal <paramref name="send"/>.</param>
    /// <param name="count">Number of elements, the same on every rank.</param>
    /// <param name="operation">How to combine; its element type is the buffers'.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.11.1.</remarks>
    void Scan(void* send, void* receive, long count, Operation operation);

    /// <summary>Combines the buffers of the ranks below this one, element by element.</summary>
    /// <param name="send">This rank's elements.</param>
    /// <param name="receive">The result; left as it is on rank 0. May equal <paramref name="send"/>.</param>
    /// <param name="count">Number of elements, the same on every rank.</param>
    /// <param name="operation">How to combine; its element type is the buffers'.</param>
    /// <remarks><b>Collective.</b> MPI-4.0 section 6.11.2.</remarks>
    void ExclusiveScan(void* send, void* receive, long count, Operation operation);

    /// <summary>Makes a communicator for every color, of the ranks that give it.</summary>
    /// <param name="color">Part to belong to, 0 or more, or <see cref="Undefined"/> for none.</param>
    /// <param name="key">Ranks of a part are numbered by key, and by their rank here where keys are equal.</param>
    /// <returns>This rank's part, to be disposed; null where the color is <see cref="Undefined"/>.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 7.4.2.</remarks>
    ICommunicator? Split(int color, int key);

    /// <summary>Makes a communicator of the same ranks whose messages never meet this one's.</summary>
    /// <returns>The communicator, to be disposed.</returns>
    /// <remarks><b>Collective.</b> MPI-4.0 section 7.4.2.</remarks>
    ICommunicator Duplicate();
}
