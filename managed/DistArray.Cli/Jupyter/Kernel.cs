using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using DistArray.Cli.Jupyter.Cells;
using DistArray.Cli.Jupyter.Messages;
using DistArray.Interactive;

namespace DistArray.Cli.Jupyter;

/// <summary>Answers a notebook: its cells run on the ranks, in order, on a thread of their own.</summary>
/// <remarks>Protocol 5.3: jupyter-client.readthedocs.io/en/stable/messaging.html.</remarks>
internal sealed class Kernel : IDisposable
{
    private readonly BlockingCollection<Message> _requests = [];
    private readonly KernelSockets _sockets;
    private readonly CellRunner _cells;
    private readonly Thread _worker;
    private int _count;

    /// <param name="connection">Where to listen.</param>
    /// <param name="ranks">How many ranks cells run on.</param>
    /// <param name="options">How long a cell may take.</param>
    public Kernel(ConnectionFile connection, int ranks, EnginesOptions options)
    {
        _cells = new CellRunner(ranks, options);
        _sockets = new KernelSockets(connection, Receive);
        _worker = new Thread(Work) { IsBackground = true, Name = "cells" };
    }

    /// <summary>Serves until Jupyter ends it.</summary>
    public void Run()
    {
        _worker.Start();
        _sockets.Run();
        _requests.CompleteAdding();
        _cells.Interrupt();
        _worker.Join(TimeSpan.FromSeconds(2));
    }

    public void Dispose()
    {
        _cells.Dispose();
        _sockets.Dispose();
        _requests.Dispose();
    }

    // On the sockets' thread: what cannot wait is answered here.
    private void Receive(Channel channel, Message message)
    {
        switch (message.Type)
        {
            case "interrupt_request":
                _cells.Interrupt();
                Reply(channel, message, []);
                break;
            case "shutdown_request":
                Reply(channel, message, new JsonObject { ["restart"] = message.Content["restart"]?.DeepClone() });
                _sockets.Stop();
                break;
            default:
                if (channel == Channel.Shell) _requests.Add(message);
                else Answer(channel, message);
                break;
        }
    }

    private void Work()
    {
        _cells.Start();
        foreach (Message message in _requests.GetConsumingEnumerable()) Answer(Channel.Shell, message);
    }

    private void Answer(Channel channel, Message message)
    {
        Publish(message, "status", new JsonObject { ["execution_state"] = "busy" });
        try
        {
            switch (message.Type)
            {
                case "kernel_info_request": Reply(channel, message, KernelInfo.Content); break;
                case "execute_request": Execute(message); break;
                case "is_complete_request": Reply(channel, message, IsComplete(Text(message, "code"))); break;
                case "complete_request": Reply(channel, message, _cells.Complete(Text(message, "code"), (int?)message.Content["cursor_pos"] ?? 0)); break;
                case "inspect_request": Reply(channel, message, _cells.Describe(Text(message, "code"), (int?)message.Content["cursor_pos"] ?? 0)); break;
                case "history_request": Reply(channel, message, new JsonObject { ["history"] = new JsonArray() }); break;
                case "comm_info_request": Reply(channel, message, new JsonObject { ["comms"] = new JsonObject() }); break;
            }
        }
        finally
        {
            Publish(message, "status", new JsonObject { ["execution_state"] = "idle" });
        }
    }

    private void Execute(Message message)
    {
        string code = Text(message, "code");
        bool isSilent = (bool?)message.Content["silent"] ?? false;
        if (!isSilent)
        {
            _count++;
            Publish(message, "execute_input", new JsonObject { ["code"] = code, ["execution_count"] = _count });
        }
        try
        {
            _cells.Run(code, isSilent ? new CellOutput((_, _) => { }, 0) : new CellOutput((type, content) => Publish(message, type, content), _count));
            Reply(Channel.Shell, message, new JsonObject { ["execution_count"] = _count, ["payload"] = new JsonArray(), ["user_expressions"] = new JsonObject() });
        }
        // Whatever it is, the notebook's ranks and variables outlive it.
        catch (Exception failure)
        {
            JsonObject error = CellFailure.Content(failure);
            if (!isSilent) Publish(message, "error", error.DeepClone().AsObject());
            error["status"] = "error";
            error["execution_count"] = _count;
            Reply(Channel.Shell, message, error);
            if ((bool?)message.Content["stop_on_error"] ?? true) GiveUpWaiting();
        }
    }

    // Cells that were asked for before this one failed would run on what it has not made.
    private void GiveUpWaiting()
    {
        List<Message> others = [];
        while (_requests.TryTake(out Message? waiting))
        {
            if (waiting.Type != "execute_request")
            {
                others.Add(waiting);
                continue;
            }
            Publish(waiting, "status", new JsonObject { ["execution_state"] = "busy" });
            Reply(Channel.Shell, waiting, new JsonObject { ["status"] = "aborted", ["execution_count"] = _count });
            Publish(waiting, "status", new JsonObject { ["execution_state"] = "idle" });
        }
        foreach (Message other in others) Answer(Channel.Shell, other);
    }

    private static JsonObject IsComplete(string code) => new() { ["status"] = Engines.IsComplete(code) ? "complete" : "incomplete", ["indent"] = "" };

    private static string Text(Message message, string name) => (string?)message.Content[name] ?? "";

    private void Reply(Channel channel, Message message, JsonObject content)
    {
        if (!content.ContainsKey("status")) content["status"] = "ok";
        _sockets.Send(channel, message.Answer(message.Type.Replace("_request", "_reply", StringComparison.Ordinal), content));
    }

    private void Publish(Message message, string type, JsonObject content) => _sockets.Send(Channel.Iopub, message.Publication(type, content));
}
