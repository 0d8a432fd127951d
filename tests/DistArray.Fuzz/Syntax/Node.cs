using System.Globalization;

namespace DistArray.Fuzz.Syntax;

/// <summary>A piece of a program: the part of Python's expressions that programs of the fuzzer are written in.</summary>
internal abstract record Node
{
    /// <summary>The pieces that this one is made of.</summary>
    public virtual IEnumerable<Node> Parts => [];

    /// <summary>Every name in it.</summary>
    public IEnumerable<string> Names => this is Name name ? [name.Text] : Parts.SelectMany(part => part.Names);
}

internal sealed record Name(string Text) : Node
{
    public override string ToString() => Text;
}

/// <summary>A number, negative ones included; imaginary where the text ends in j.</summary>
internal sealed record Number(string Text) : Node
{
    public bool IsInteger => long.TryParse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _) || ulong.TryParse(Text, out _);

    public override string ToString() => Text;
}

internal sealed record Text(string Value) : Node
{
    public override string ToString() => $"\"{Value}\"";
}

internal sealed record Sequence(bool IsTuple, Node[] Items) : Node
{
    public override IEnumerable<Node> Parts => Items;

    public override string ToString()
    {
        string items = string.Join(", ", (object[])Items);
        return IsTuple ? $"({items}{(Items.Length == 1 ? "," : "")})" : $"[{items}]";
    }
}

internal sealed record Unary(string Operator, Node Operand) : Node
{
    public override IEnumerable<Node> Parts => [Operand];

    public override string ToString() => $"({Operator}{Operand})";
}

internal sealed record Binary(string Operator, Node Left, Node Right) : Node
{
    public override IEnumerable<Node> Parts => [Left, Right];

    public override string ToString() => $"({Left} {Operator} {Right})";
}

internal sealed record Member(Node Target, string Name) : Node
{
    public override IEnumerable<Node> Parts => [Target];

    public override string ToString() => $"{Target}.{Name}";
}

internal sealed record Call(Node Function, Node[] Arguments, (string Name, Node Value)[] Named) : Node
{
    public override IEnumerable<Node> Parts => [Function, .. Arguments, .. Named.Select(pair => pair.Value)];

    public override string ToString() => $"{Function}({string.Join(", ", Arguments.Select(one => one.ToString()).Concat(Named.Select(pair => $"{pair.Name}={pair.Value}")))})";
}

internal sealed record Subscript(Node Target, Node[] Items) : Node
{
    public override IEnumerable<Node> Parts => [Target, .. Items];

    public override string ToString() => $"{Target}[{(Items.Length == 0 ? "()" : string.Join(", ", (object[])Items))}]";
}

/// <summary>start:stop:step of a subscript.</summary>
internal sealed record Slicing(Node? Start, Node? Stop, Node? Step) : Node
{
    public override IEnumerable<Node> Parts => new[] { Start, Stop, Step }.OfType<Node>();

    public override string ToString() => $"{Start}:{Stop}{(Step is null ? "" : $":{Step}")}";
}

internal sealed record Dots : Node
{
    public override string ToString() => "...";
}
