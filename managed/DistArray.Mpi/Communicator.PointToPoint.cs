using DistArray.Bindings;
using DistArray.Mpi.Jobs;

namespace DistArray.Mpi;

public sealed unsafe partial class Communicator
{
    /// <inheritdoc/>
    public void Send(void* buffer, long count, ElementType type, int destination, int tag)
    {
        CheckBuffer(buffer, count, nameof(buffer));
        CheckDestination(destination, tag);
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Send, type, count, destination, Tag: tag));
        End(NativeMpi.Send(_handle, buffer, count, (int)type, destination, tag));
    }

    /// <inheritdoc/>
    public Status Receive(void* buffer, long count, ElementType type, int source, int tag)
    {
        CheckBuffer(buffer, count, nameof(buffer));
        CheckSource(source, tag);
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Receive, type, count, source, Tag: tag));
        End(NativeMpi.Recv(_handle, buffer, count, (int)type, source, tag, out DaMpiStatus status));
        return ToStatus(status);
    }

    /// <inheritdoc/>
    public Status SendReceive(void* sendBuffer, long sendCount, int destination, int sendTag, void* receiveBuffer, long receiveCount, int source, int receiveTag, ElementType type)
    {
        CheckBuffer(sendBuffer, sendCount, nameof(sendBuffer));
        CheckBuffer(receiveBuffer, receiveCount, nameof(receiveBuffer));
        CheckDestination(destination, sendTag);
        CheckSource(source, receiveTag);
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.SendReceive, type, sendCount, destination, Tag: sendTag));
        End(NativeMpi.Sendrecv(_handle, sendBuffer, sendCount, destination, sendTag, receiveBuffer, receiveCount, source, receiveTag, (int)type, out DaMpiStatus status));
        return ToStatus(status);
    }

    /// <inheritdoc/>
    public Status Probe(int source, int tag)
    {
        CheckSource(source, tag);
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Probe, Root: source, Tag: tag));
        End(NativeMpi.Probe(_handle, source, tag, out DaMpiStatus status));
        return ToStatus(status);
    }

    /// <inheritdoc/>
    public Status? ImmediateProbe(int source, int tag)
    {
        CheckSource(source, tag);
        Check(NativeMpi.Iprobe(_handle, source, tag, out int found, out DaMpiStatus status));
        return found != 0 ? ToStatus(status) : null;
    }

    /// <inheritdoc/>
    public Request ImmediateSend(void* buffer, long count, ElementType type, int destination, int tag)
    {
        CheckBuffer(buffer, count, nameof(buffer));
        CheckDestination(destination, tag);
        Call call = new(CallKind.ImmediateSend, type, count, destination, Tag: tag);
        if ((CallGuard.Switches & CallGuard.Count) != 0) Traffic.Note(call, Size);
        Check(NativeMpi.Isend(_handle, buffer, count, (int)type, destination, tag, out long request));
        return new MpiRequest(this, request, call, null, null);
    }

    /// <inheritdoc/>
    public Request ImmediateReceive(void* buffer, long count, ElementType type, int source, int tag)
    {
        CheckBuffer(buffer, count, nameof(buffer));
        CheckSource(source, tag);
        Call call = new(CallKind.ImmediateReceive, type, count, source, Tag: tag);
        if ((CallGuard.Switches & CallGuard.Count) != 0) Traffic.Note(call, Size);
        Check(NativeMpi.Irecv(_handle, buffer, count, (int)type, source, tag, out long request));
        return new MpiRequest(this, request, call, null, null);
    }

    internal static Status ToStatus(in DaMpiStatus status) => new(status.Source, status.Tag, status.Bytes);
}
