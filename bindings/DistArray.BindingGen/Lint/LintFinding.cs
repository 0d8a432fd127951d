namespace DistArray.BindingGen;

/// <summary>A rule that a header breaks, and where.</summary>
internal sealed record LintFinding(LintRule Rule, string Header, int Line, string Symbol, string Text)
{
    public override string ToString() => $"{Header}:{Line}: {Symbol}: {Text} ({Rule})";
}
