using System.Text.Json.Nodes;

namespace DistArray.Cli.Jupyter;

/// <summary>What the kernel says of itself.</summary>
internal static class KernelInfo
{
    public static JsonObject Content => new()
    {
        ["protocol_version"] = "5.3",
        ["implementation"] = "distarray",
        ["implementation_version"] = Tool.Version,
        ["language_info"] = new JsonObject
        {
            ["name"] = "C#",
            ["version"] = "14.0",
            ["mimetype"] = "text/x-csharp",
            ["file_extension"] = ".csx",
            ["pygments_lexer"] = "csharp",
            ["codemirror_mode"] = "text/x-csharp",
        },
        ["banner"] = $"DistArray {Tool.Version}: every line runs on every rank",
        ["help_links"] = new JsonArray(),
    };
}
