using System.Text.Json.Nodes;

namespace DistArray.Cli.Jupyter.Cells;

/// <summary>Where a cell shows what it has.</summary>
/// <param name="Publish">Sends a message of a type.</param>
/// <param name="Count">The cell's number.</param>
internal sealed record CellOutput(Action<string, JsonObject> Publish, int Count)
{
    /// <summary>What was printed.</summary>
    public void Print(string text)
    {
        if (text.Length > 0) Publish("stream", new JsonObject { ["name"] = "stdout", ["text"] = text.EndsWith('\n') ? text : text + "\n" });
    }

    /// <summary>The value of the cell, in the forms that there are.</summary>
    public void ShowValue(JsonObject data) =>
        Publish("execute_result", new JsonObject { ["data"] = data, ["metadata"] = new JsonObject(), ["execution_count"] = Count });

    /// <summary>A picture.</summary>
    public void ShowPicture(byte[] png, string caption) => Publish("display_data", new JsonObject
    {
        ["data"] = new JsonObject { ["image/png"] = Convert.ToBase64String(png), ["text/plain"] = caption },
        ["metadata"] = new JsonObject(),
    });
}
