using System.Xml.Linq;

namespace DistArray.BindingGen;

internal static class XmlExtensions
{
    /// <summary>An attribute's text, empty where there is none.</summary>
    public static string Text(this XElement e, string attribute) => e.Attribute(attribute)?.Value ?? "";

    public static string DeclaredName(this XElement e) => e.Text("name");
}
