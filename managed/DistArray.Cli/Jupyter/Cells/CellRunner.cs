using System.Text.Json.Nodes;
using DistArray.Cli.Interactive;
using DistArray.Cli.Jupyter.Showing;
using DistArray.Interactive;

namespace DistArray.Cli.Jupyter.Cells;

/// <summary>Runs cells on the ranks.</summary>
internal sealed class CellRunner(int ranks, EnginesOptions options) : IDisposable
{
    // How long a line waits for the same one of other ranks.
    private static readonly TimeSpan s_patience = TimeSpan.FromMilliseconds(300);

    private volatile Engines? _engines;
    private EngineException? _launchFailure;

    /// <summary>Starts the ranks. What goes wrong is told by the next cell.</summary>
    public void Start()
    {
        try
        {
            _engines = Engines.Launch(ranks, options);
            _launchFailure = null;
        }
        catch (EngineException failure)
        {
            _launchFailure = failure;
        }
    }

    /// <summary>Ends what runs. Any thread may call.</summary>
    public void Interrupt() => _engines?.Interrupt();

    /// <summary>Runs a cell, and shows what comes of it.</summary>
    /// <exception cref="EngineException">It failed.</exception>
    public void Run(string code, CellOutput output)
    {
        if (_engines is null) Start();
        if (_engines is not { } engines) throw _launchFailure!;
        if (Question.NameIn(code) is { } name)
        {
            output.Print(engines.Describe(name, name.Length) ?? throw new UsageException($"Nothing named {name} is known here."));
            return;
        }
        using var stream = new CellStream(output);
        var printer = new FoldingPrinter(engines.Size, stream, s_patience);
        engines.Printed += printer.Add;
        LineResult? result;
        try
        {
            result = Run(engines, code);
        }
        finally
        {
            engines.Printed -= printer.Add;
            printer.Finish();
        }
        if (result is null) return;
        output.Print(string.Join('\n', result.JobOutput));
        string value = CellValue.Of(result.Ranks);
        if (value.Length == 0) return;
        var data = new JsonObject { ["text/plain"] = value };
        if (result.Array is { } array && array.Shape.All(extent => extent > 0)) ShowArray(engines, array, data, output);
        else output.ShowValue(data);
    }

    /// <summary>What may stand at a place of a cell.</summary>
    public JsonObject Complete(string code, int at)
    {
        at = Math.Clamp(at, 0, code.Length);
        Completions? found = _engines?.Complete(code, at);
        return new JsonObject
        {
            ["matches"] = new JsonArray([.. (found?.Items ?? []).Select(item => JsonValue.Create(item.Name))]),
            ["cursor_start"] = found?.Start ?? at,
            ["cursor_end"] = at,
            ["metadata"] = new JsonObject(),
        };
    }

    /// <summary>What the name at a place of a cell is.</summary>
    public JsonObject Describe(string code, int at)
    {
        string? text = _engines?.Describe(code, Math.Clamp(at, 0, code.Length));
        return new JsonObject { ["found"] = text is not null, ["data"] = text is null ? [] : new JsonObject { ["text/plain"] = text }, ["metadata"] = new JsonObject() };
    }

    public void Dispose() => _engines?.Dispose();

    // A cell is C#, or one of the words that begin with a per cent sign.
    private static LineResult? Run(Engines engines, string code)
    {
        switch (code.Trim().Split(' ', 3))
        {
            case ["%restart"]:
                engines.Restart();
                return null;
            case ["%rank", var number, var line] when int.TryParse(number, out int rank) && rank >= 0 && rank < engines.Size:
                return engines.ExecuteOn(rank, line);
            case [['%', ..] word, ..]:
                throw new UsageException($"{word} is not known here, or lacks what follows it. There are %rank NUMBER LINE (a line on one rank) and %restart (ranks anew).");
            default:
                return engines.Execute(code);
        }
    }

    private static void ShowArray(Engines engines, ArrayDescription array, JsonObject data, CellOutput output)
    {
        var field = new EngineField(engines, array);
        if (array.Shape.Count is 1 or 2) data["text/html"] = ArrayTable.Of(field, array.Distribution);
        output.ShowValue(data);
        if (ArrayPicture.Of(field) is { } picture) output.ShowPicture(picture, $"{array.Distribution}");
    }
}
