namespace DistArray.Cli.Ranks;

/// <summary>How this tool is started again.</summary>
internal static class ToolProcess
{
    /// <summary>The program and its first arguments: the tool's own executable, or dotnet and the tool's assembly.</summary>
    public static IReadOnlyList<string> Command { get; } = Find();

    private static string[] Find()
    {
        string program = Environment.ProcessPath ?? "dotnet", assembly = typeof(ToolProcess).Assembly.Location;
        string name = Path.GetFileNameWithoutExtension(program);
        if (name == "distarray") return [program];
        return [name == "dotnet" ? program : Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", assembly];
    }
}
