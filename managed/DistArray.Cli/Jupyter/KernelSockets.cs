using DistArray.Cli.Jupyter.Messages;
using NetMQ;
using NetMQ.Sockets;

namespace DistArray.Cli.Jupyter;

/// <summary>The kernel's end of Jupyter's sockets. One thread has them all; others hand it what is to be sent.</summary>
internal sealed class KernelSockets : IDisposable
{
    private readonly RouterSocket _shell = new(), _control = new(), _stdin = new();
    private readonly PublisherSocket _iopub = new();
    private readonly ResponseSocket _heartbeat = new();
    private readonly NetMQQueue<(Channel Channel, Message Message)> _outgoing = new();
    private readonly NetMQPoller _poller;
    private readonly MessageFormat _format;

    /// <param name="connection">Where to listen.</param>
    /// <param name="received">Is told of each message, on the sockets' thread.</param>
    public KernelSockets(ConnectionFile connection, Action<Channel, Message> received)
    {
        _format = new MessageFormat(connection.Key);
        _shell.Bind(connection.Address(connection.ShellPort));
        _control.Bind(connection.Address(connection.ControlPort));
        _iopub.Bind(connection.Address(connection.IopubPort));
        _stdin.Bind(connection.Address(connection.StdinPort));
        _heartbeat.Bind(connection.Address(connection.HbPort));
        _poller = [_shell, _control, _heartbeat, _outgoing];
        _shell.ReceiveReady += (_, _) => Receive(Channel.Shell, _shell);
        _control.ReceiveReady += (_, _) => Receive(Channel.Control, _control);
        _heartbeat.ReceiveReady += (_, _) => _heartbeat.SendMultipartMessage(_heartbeat.ReceiveMultipartMessage());
        _outgoing.ReceiveReady += (_, _) => SendWaiting();

        void Receive(Channel channel, NetMQSocket socket)
        {
            if (_format.Read(socket.ReceiveMultipartMessage()) is { } message) received(channel, message);
        }
    }

    /// <summary>Sends from any thread; in order.</summary>
    public void Send(Channel channel, Message message) => _outgoing.Enqueue((channel, message));

    /// <summary>Serves until <see cref="Stop"/>.</summary>
    public void Run()
    {
        _poller.Run();
        SendWaiting();
    }

    /// <summary>Ends <see cref="Run"/>; what is to be sent is sent before.</summary>
    public void Stop() => _poller.Stop();

    public void Dispose()
    {
        _poller.Dispose();
        _outgoing.Dispose();
        foreach (NetMQSocket socket in (NetMQSocket[])[_shell, _control, _iopub, _stdin, _heartbeat])
        {
            socket.Options.Linger = TimeSpan.FromSeconds(1);
            socket.Dispose();
        }
        NetMQConfig.Cleanup(block: true);
    }

    private void SendWaiting()
    {
        while (_outgoing.TryDequeue(out (Channel Channel, Message Message) next, TimeSpan.Zero))
            Socket(next.Channel).SendMultipartMessage(_format.Write(next.Message));
    }

    private NetMQSocket Socket(Channel channel) => channel switch { Channel.Shell => _shell, Channel.Control => _control, _ => _iopub };
}
