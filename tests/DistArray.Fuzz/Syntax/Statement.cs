namespace DistArray.Fuzz.Syntax;

/// <summary>A step of a program: an assignment to a name or into an array, or a call.</summary>
/// <param name="Target">Name or subscript; null for a call.</param>
/// <param name="Operator">"=", or "+=" and the like.</param>
/// <param name="Value">What is computed.</param>
internal sealed record Statement(Node? Target, string Operator, Node Value)
{
    /// <summary>The name that it defines, or null.</summary>
    public string? Defines => Operator == "=" && Target is Name name ? name.Text : null;

    public override string ToString() => Target is null ? $"{Value}" : $"{Target}{Operator}{Value}";
}
