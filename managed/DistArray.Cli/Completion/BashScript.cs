using System.Text;
using DistArray.Cli.CommandLine;

namespace DistArray.Cli.Completion;

/// <summary>The script that completes command lines in bash.</summary>
internal static class BashScript
{
    public static string Of(IReadOnlyList<Command> commands)
    {
        var text = new StringBuilder("""
            # Completion of distarray in bash. Written by `distarray completion bash`.
            _distarray() {
                local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}
                COMPREPLY=()
                case $command in

            """);
        string[] words = [.. commands.Select(command => command.Name.Split(' ')[0]).Distinct()];
        foreach (string word in words)
        {
            string[] seconds = [.. commands.Where(command => command.Name.StartsWith($"{word} ", StringComparison.Ordinal)).Select(command => command.Name.Split(' ')[1])];
            if (seconds.Length > 0) text.Append($"        {word}) [ \"$COMP_CWORD\" != 2 ] || {{ COMPREPLY=($(compgen -W '{string.Join(' ', seconds)}' -- \"$word\")); return; }}; command=\"{word} ${{COMP_WORDS[2]}}\" ;;\n");
        }
        text.Append($$"""
                esac
                [ "$COMP_CWORD" != 1 ] || { COMPREPLY=($(compgen -W '{{string.Join(' ', words)}} help --help --version' -- "$word")); return; }
                [ "$command" != help ] || { COMPREPLY=($(compgen -W '{{string.Join(' ', words)}}' -- "$word")); return; }
                local options= values= files=
                case $command in

            """);
        foreach (Command command in commands) text.Append(Case(command));
        text.Append("""
                esac
                if [ "$files" = yes ]; then compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word"))
                elif [[ $word == -* ]]; then COMPREPLY=($(compgen -W "$options" -- "$word"))
                elif [ -n "$values" ]; then COMPREPLY=($(compgen -W "$values" -- "$word"))
                elif [ "$files" != no ]; then compopt -o filenames 2>/dev/null; COMPREPLY=($(compgen -f -- "$word"))
                fi
            }
            complete -F _distarray distarray

            """);
        return text.ToString();
    }

    private static string Case(Command command)
    {
        var text = new StringBuilder($"        '{command.Name}')\n            options='{string.Join(' ', command.Options.Append(Common.Help).Select(option => option.Name))}'");
        string[] choices = [.. command.Operands.SelectMany(operand => operand.Choices ?? [])];
        text.Append(choices.Length > 0 ? $" values='{string.Join(' ', choices)}'\n" : command.Operands.Any(operand => operand.IsFile) ? "\n" : "; files=no\n");
        Option[] valued = [.. command.Options.Where(option => option.ValueName is not null)];
        if (valued.Length > 0)
        {
            text.Append("            case $previous in\n");
            foreach (Option option in valued)
                text.Append($"                {option.Name}) {(option.Choices.Count > 0 ? $"values='{string.Join(' ', option.Choices)}'" : option.IsPath ? "files=yes" : "return")} ;;\n");
            text.Append("            esac\n");
        }
        return $"{text}            ;;\n";
    }
}
