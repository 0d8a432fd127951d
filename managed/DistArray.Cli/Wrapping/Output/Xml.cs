global using Xml = DistArray.Cli.Wrapping.Output.Xml;

namespace DistArray.Cli.Wrapping.Output;

/// <summary>Text in documentation comments.</summary>
internal static class Xml
{
    public static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
