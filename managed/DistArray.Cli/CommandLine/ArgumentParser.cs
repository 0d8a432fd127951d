namespace DistArray.Cli.CommandLine;

/// <summary>Reads command lines: <c>--name value</c>, <c>--name=value</c>, <c>-n 4</c>, <c>-n4</c>; after <c>--</c> there are no options.</summary>
internal static class ArgumentParser
{
    /// <exception cref="UsageException">The command line is not one of the command.</exception>
    public static Given Parse(Command command, IReadOnlyList<string> arguments)
    {
        Option[] options = [.. command.Options, Common.Help];
        var given = new Given(command);
        bool areOptions = true;
        for (int at = 0; at < arguments.Count; at++)
        {
            string argument = arguments[at];
            if (!areOptions || !IsOption(argument)) given.Add(argument);
            else if (argument == "--") areOptions = false;
            else AddOption(argument);
            if (given.Has(Common.Help)) return given;

            void AddOption(string argument)
            {
                (string name, string? value) = Split(argument, options);
                Option option = options.FirstOrDefault(option => option.Name == name) ?? throw new UsageException(
                    $"{command.Name}: there is no option {name}.{NearestName.Question(name, options.Select(option => option.Name))} `distarray {command.Name} --help` lists them.");
                if (option.ValueName is null)
                {
                    given.Add(option, null, value is null ? true : throw new UsageException($"{command.Name}: {name} takes no value, and {argument} gives one."));
                    return;
                }
                if (value is null && at + 1 < arguments.Count && !options.Any(option => option.Name == arguments[at + 1])) value = arguments[++at];
                Take(option, value ?? throw new UsageException($"{command.Name}: a value is missing after {name}."));
                while (option.IsGreedy && at + 1 < arguments.Count && !IsOption(arguments[at + 1]) && !command.EndsValues(arguments[at + 1]))
                    Take(option, arguments[++at]);
            }
        }
        Check(command, given);
        return given;

        void Take(Option option, string value)
        {
            if (option.IsPath && value.Length == 0) throw new UsageException($"{command.Name}: {option.Name} is given an empty text, and takes a {option.ValueName}.");
            try
            {
                given.Add(option, value, option.Parse(value));
            }
            catch (FormatException e)
            {
                throw new UsageException($"{command.Name}: {option.Name} {value}: {e.Message}.");
            }
        }
    }

    // A dash alone stands for a standard stream, and a number is no option.
    private static bool IsOption(string argument) => argument is ['-', not (>= '0' and <= '9' or '.'), ..];

    private static (string Name, string? Value) Split(string argument, Option[] options)
    {
        if (argument is "-h") return (Common.Help.Name, null);
        if (argument.Split('=', 2) is [var name, var value]) return (name, value);
        bool isShort = argument is ['-', not '-', _, ..] && options.Any(option => option.Name == argument[..2] && option.ValueName is not null);
        return isShort ? (argument[..2], argument[2..]) : (argument, null);
    }

    private static void Check(Command command, Given given)
    {
        IReadOnlyList<Operand> operands = command.Operands;
        if (operands.Skip(given.OperandCount).FirstOrDefault(operand => !operand.IsOptional) is { } missing)
            throw new UsageException($"{command.Name}: {missing.Missing}. `distarray {command.Name} --help` tells more.");
        if (given.OperandCount > operands.Count && operands is not [.., { IsRepeated: true }])
            throw new UsageException($"{command.Name}: '{given.Operand(operands.Count)}' is one argument too many. usage: {HelpText.Usage(command)}");
        if (operands.FirstOrDefault(operand => operand is { IsFile: true, IsOptional: false } && given.All(operand).Contains("")) is { } empty)
            throw new UsageException($"{command.Name}: an empty text is given for {empty.Name}: {empty.Missing}.");
    }
}
