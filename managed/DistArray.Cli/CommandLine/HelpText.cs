using System.Text;

namespace DistArray.Cli.CommandLine;

/// <summary>The texts of <c>--help</c>.</summary>
internal static class HelpText
{
    /// <summary>The first line of a command's help.</summary>
    public static string Usage(Command command) =>
        string.Join(' ', ["distarray", command.Name, .. command.Operands.Select(operand => operand.Usage), "[OPTIONS]"]);

    /// <summary>The help of a command.</summary>
    public static string Of(Command command)
    {
        var text = new StringBuilder($"usage: {Usage(command)}\n\n{command.Description}\n\n");
        Table(text, [.. command.Options.Append(Common.Help).Select(option => (NameOf(option), option.Help))]);
        if (command.Remarks.Length > 0) text.Append($"\n{command.Remarks}\n");
        return text.ToString().TrimEnd('\n');
    }

    /// <summary>The list of commands.</summary>
    public static string Of(IReadOnlyList<Command> commands)
    {
        var text = new StringBuilder("usage: distarray COMMAND [OPTIONS]\n\n");
        Table(text, [.. commands.Select(command => (command.Name, command.Summary))]);
        text.Append($"""

            `distarray COMMAND --help` tells the options of a command; `distarray --version` the version of the tool.
            {ExitStatus.Help}
            """);
        return text.ToString();
    }

    private static string NameOf(Option option) => option.ValueName is null ? option.Name : $"{option.Name} {option.ValueName}{(option.IsGreedy ? "..." : "")}";

    private static void Table(StringBuilder text, (string Left, string Right)[] rows)
    {
        int width = rows.Max(row => row.Left.Length);
        foreach ((string left, string right) in rows)
            text.Append($"  {left.PadRight(width)}  {right.Replace("\n", "\n".PadRight(width + 5))}\n");
    }
}
