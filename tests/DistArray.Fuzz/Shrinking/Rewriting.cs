using DistArray.Fuzz.Syntax;

namespace DistArray.Fuzz.Shrinking;

/// <summary>Makes a copy of an expression with pieces exchanged.</summary>
internal static class Rewriting
{
    /// <summary>Puts others in the place of pieces, the outermost first; a function gives null where a piece stays.</summary>
    public static Node Map(Node node, Func<Node, Node?> function) => function(node) ?? node switch
    {
        Sequence sequence => sequence with { Items = All(sequence.Items, function) },
        Unary unary => unary with { Operand = Map(unary.Operand, function) },
        Binary binary => binary with { Left = Map(binary.Left, function), Right = Map(binary.Right, function) },
        Member member => member with { Target = Map(member.Target, function) },
        Call call => call with { Function = Map(call.Function, function), Arguments = All(call.Arguments, function), Named = Array.ConvertAll(call.Named, pair => (pair.Name, Map(pair.Value, function))) },
        Subscript subscript => subscript with { Target = Map(subscript.Target, function), Items = All(subscript.Items, function) },
        Slicing slicing => new Slicing(Maybe(slicing.Start, function), Maybe(slicing.Stop, function), Maybe(slicing.Step, function)),
        _ => node,
    };

    /// <summary>Every piece of an expression, itself first.</summary>
    public static IEnumerable<Node> Pieces(Node node) => node.Parts.SelectMany(Pieces).Prepend(node);

    private static Node[] All(Node[] nodes, Func<Node, Node?> function) => Array.ConvertAll(nodes, one => Map(one, function));

    private static Node? Maybe(Node? node, Func<Node, Node?> function) => node is null ? null : Map(node, function);
}
