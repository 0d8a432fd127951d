namespace DistArray;

public abstract unsafe partial class InProcessCommunicator
{
    /// <inheritdoc/>
    public void Send(void* buffer, long count, ElementType type, int destination, int tag) => ImmediateSend(buffer, count, type, destination, tag).Wait();

    /// <inheritdoc/>
    public Status Receive(void* buffer, long count, ElementType type, int source, int tag)
    {
        Request receive = ImmediateReceive(buffer, count, type, source, tag);
        return Complete(receive, receive.Wait);
    }

    /// <inheritdoc/>
    public Status SendReceive(void* sendBuffer, long sendCount, int destination, int sendTag, void* receiveBuffer, long receiveCount, int source, int receiveTag, ElementType type)
    {
        CheckBuffer(sendBuffer, sendCount, nameof(sendBuffer));
        CheckDestination(destination, sendTag);
        Request receive = ImmediateReceive(receiveBuffer, receiveCount, type, source, receiveTag);
        return Complete(receive, () =>
        {
            Send(sendBuffer, sendCount, type, destination, sendTag);
            return receive.Wait();
        });
    }

    /// <inheritdoc/>
    public Status Probe(int source, int tag)
    {
        CheckSource(source, tag);
        Message? found = null;
        _group.World.WaitFor(_group.WorldRanks[Rank], $"Probe({Name(source)}, {Name(tag)})", () => (found = _group.Mailboxes[Rank].Find(source, tag)) is not null);
        return found!.Status;
    }

    /// <inheritdoc/>
    public Status? ImmediateProbe(int source, int tag)
    {
        CheckSource(source, tag);
        lock (_group.World.Gate)
        {
            _group.World.ThrowIfFailed();
            return _group.Mailboxes[Rank].Find(source, tag)?.Status;
        }
    }

    /// <inheritdoc/>
    public Request ImmediateSend(void* buffer, long count, ElementType type, int destination, int tag)
    {
        long bytes = checked(count * ElementTypes.SizeOf(type));
        CheckBuffer(buffer, count, nameof(buffer));
        CheckDestination(destination, tag);
        var message = new Message(Rank, tag, type, buffer, bytes);
        var request = new InProcessRequest(_group.World, _group.WorldRanks[Rank], "Send");
        lock (_group.World.Gate)
        {
            _group.World.ThrowIfFailed();
            _group.Mailboxes[destination].Deliver(message);
            request.Complete(new Status(Rank, tag, bytes), null);
            Monitor.PulseAll(_group.World.Gate);
        }
        return request;
    }

    /// <inheritdoc/>
    public Request ImmediateReceive(void* buffer, long count, ElementType type, int source, int tag)
    {
        long bytes = checked(count * ElementTypes.SizeOf(type));
        CheckBuffer(buffer, count, nameof(buffer));
        CheckSource(source, tag);
        var request = new InProcessRequest(_group.World, _group.WorldRanks[Rank], $"Receive({count} {type}, {Name(source)}, {Name(tag)})");
        lock (_group.World.Gate)
        {
            _group.World.ThrowIfFailed();
            _group.Mailboxes[Rank].Post(new Mailbox.Posted(buffer, bytes, type, source, tag, request));
        }
        return request;
    }

    // The buffer of a receive ends with the call, also where that throws: no later message may go there.
    private Status Complete(Request receive, Func<Status> wait)
    {
        try
        {
            return wait();
        }
        catch
        {
            lock (_group.World.Gate) _group.Mailboxes[Rank].Withdraw(receive);
            throw;
        }
    }

    private static string Name(int value) => value < 0 ? "any" : value.ToString();

    private void CheckDestination(int destination, int tag)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if ((uint)destination >= (uint)Size)
            throw new ArgumentOutOfRangeException(nameof(destination), destination, $"There is no rank {destination}: this communicator has {Size}. Use 0 to {Size - 1}.");
        ArgumentOutOfRangeException.ThrowIfNegative(tag);
    }

    private void CheckSource(int source, int tag)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (source != ICommunicator.AnySource && (uint)source >= (uint)Size)
            throw new ArgumentOutOfRangeException(nameof(source), source, $"There is no rank {source}: this communicator has {Size}. Use 0 to {Size - 1}, or AnySource.");
        if (tag != ICommunicator.AnyTag) ArgumentOutOfRangeException.ThrowIfNegative(tag);
    }
}
