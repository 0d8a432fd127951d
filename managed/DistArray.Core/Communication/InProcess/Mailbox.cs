namespace DistArray;

/// <summary>The messages of one rank of one communicator that were sent and not received, and its receives that wait for messages.</summary>
internal sealed unsafe class Mailbox
{
    private readonly List<Message> _messages = [];
    private readonly List<Posted> _posted = [];

    /// <summary>Hands a message to the first receive that waits for it, or keeps it.</summary>
    public void Deliver(Message message)
    {
        int index = _posted.FindIndex(posted => message.Matches(posted.Source, posted.Tag));
        if (index < 0)
        {
            _messages.Add(message);
            return;
        }
        Posted receive = _posted[index];
        _posted.RemoveAt(index);
        Take(message, receive);
    }

    /// <summary>Gives the first message that matches to a receive, or lets the receive wait.</summary>
    public void Post(Posted receive)
    {
        Message? message = Find(receive.Source, receive.Tag);
        if (message is null)
        {
            _posted.Add(receive);
            return;
        }
        _messages.Remove(message);
        Take(message, receive);
    }

    /// <summary>Forgets a receive that waits.</summary>
    public void Withdraw(Request receive) => _posted.RemoveAll(posted => posted.Request == receive);

    public Message? Find(int source, int tag) => _messages.Find(message => message.Matches(source, tag));

    private static void Take(Message message, Posted receive)
    {
        string? misfit = message.Misfit(receive.Capacity, receive.Type);
        if (misfit is null) message.CopyTo(receive.Buffer);
        receive.Request.Complete(message.Status, misfit is null ? null : "Receive: " + misfit);
    }

    internal sealed class Posted(void* buffer, long capacity, ElementType type, int source, int tag, InProcessRequest request)
    {
        public void* Buffer { get; } = buffer;

        public long Capacity { get; } = capacity;

        public ElementType Type { get; } = type;

        public int Source { get; } = source;

        public int Tag { get; } = tag;

        public InProcessRequest Request { get; } = request;
    }
}
