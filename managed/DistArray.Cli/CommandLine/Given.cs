namespace DistArray.Cli.CommandLine;

/// <summary>What a command line says.</summary>
internal sealed class Given(Command command)
{
    private readonly Dictionary<Option, List<(string? Text, object Value)>> _options = [];
    private readonly List<string> _operands = [];

    /// <summary>Whether an option is given.</summary>
    public bool Has(Option option) => _options.ContainsKey(option);

    /// <summary>The value of an option, or its fallback.</summary>
    public T Value<T>(ValueOption<T> option) => _options.TryGetValue(option, out List<(string? Text, object Value)>? values) ? (T)values[^1].Value : option.Fallback;

    /// <summary>All values of an option.</summary>
    public IReadOnlyList<string> Values(ListOption option) => _options.TryGetValue(option, out List<(string? Text, object Value)>? values) ? [.. values.Select(value => (string)value.Value)] : [];

    /// <summary>An argument that must be there.</summary>
    public string Text(Operand operand) => All(operand)[0];

    /// <summary>An argument that may be missing.</summary>
    public string? TextOrNull(Operand operand) => All(operand) is [var text, ..] ? text : null;

    /// <summary>All arguments of an operand.</summary>
    public IReadOnlyList<string> All(Operand operand)
    {
        int at = command.Operands.ToList().IndexOf(operand);
        return at >= _operands.Count ? [] : operand.IsRepeated ? _operands[at..] : [_operands[at]];
    }

    /// <summary>The command line again, without an option: the command's name and its arguments.</summary>
    public IReadOnlyList<string> Without(Option option) =>
    [
        .. command.Name.Split(' '),
        .. _options.Where(pair => pair.Key != option).SelectMany(pair => pair.Key.ValueName is null ? [pair.Key.Name] : pair.Value.Select(value => $"{pair.Key.Name}={value.Text}")),
        "--",
        .. _operands,
    ];

    internal int OperandCount => _operands.Count;

    internal string Operand(int at) => _operands[at];

    internal void Add(Option option, string? text, object value)
    {
        if (!_options.TryGetValue(option, out List<(string? Text, object Value)>? values)) _options[option] = values = [];
        values.Add((text, value));
    }

    internal void Add(string operand) => _operands.Add(operand);
}
