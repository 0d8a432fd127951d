using System.Text.Json.Nodes;
using DistArray.Interactive;

namespace DistArray.Cli.Jupyter.Cells;

/// <summary>An error, as notebooks show it.</summary>
internal static class CellFailure
{
    public static JsonObject Content(Exception failure)
    {
        (string name, string text) = failure switch
        {
            EngineException { Failures: [var first, ..] } => (first.Type, first.Message),
            EngineException engines => ($"{engines.Failure}", engines.Message),
            UsageException => ("Usage", failure.Message),
            _ => (failure.GetType().FullName!, failure.Message),
        };
        return new JsonObject
        {
            ["ename"] = name,
            ["evalue"] = text,
            ["traceback"] = new JsonArray([.. failure.Message.Split('\n').Select(line => JsonValue.Create(line))]),
        };
    }
}
