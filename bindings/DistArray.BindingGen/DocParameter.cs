namespace DistArray.BindingGen;

/// <summary>A documented parameter; the direction is "in", "out", "in,out" or empty.</summary>
internal sealed record DocParameter(string Name, string Direction, string Text);
