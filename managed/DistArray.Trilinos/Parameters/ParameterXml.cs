using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace DistArray.Trilinos;

/// <summary>Parameter lists as Teuchos' XML.</summary>
internal static class ParameterXml
{
    private const string ListElement = "ParameterList", ParameterElement = "Parameter";
    private static readonly char[] s_spaces = [' ', '\t', '\r', '\n'];

    public static string Write(ParameterList list) => Element(list, "ANONYMOUS").ToString();

    public static ParameterList Read(string xml)
    {
        ArgumentNullException.ThrowIfNull(xml);
        XElement root;
        try
        {
            root = XElement.Parse(xml, LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            throw new FormatException($"A parameter list is no XML: {e.Message}", e);
        }
        if (root.Name.LocalName != ListElement) throw Bad(root, $"a parameter list begins with <{ListElement}>");
        return List(root);
    }

    private static XElement Element(ParameterList list, string name)
    {
        var element = new XElement(ListElement, new XAttribute("name", name));
        foreach ((string key, ParameterValue value) in list)
        {
            if ((Unreadable(key) ?? Unreadable(value.Value)) is { } problem) throw new ParameterException($"The parameter '{key}' cannot be given to Trilinos: {problem}.", key);
            element.Add(value.Value is ParameterList inner ? Element(inner, key)
                : new XElement(ParameterElement, new XAttribute("name", key), new XAttribute("type", value.Type), new XAttribute("value", value.ToString())));
        }
        return element;
    }

    // What Teuchos would read as something else: it knows no NaN and no infinities, and splits arrays of texts at commas.
    private static string? Unreadable(object value) => value switch
    {
        double x when !double.IsFinite(x) => $"it is {(ParameterValue)x}, which Teuchos does not read",
        double[] all when !all.All(double.IsFinite) => "an element is NaN or infinite, which Teuchos does not read",
        string text when text.Any(char.IsControl) => "the text has line ends or other control characters",
        string[] items when items.Any(item => item.Length == 0 || item != item.Trim() || item.AsSpan().IndexOfAny(",{}") >= 0 || item.Any(char.IsControl)) =>
            "an item of an array of texts is empty, begins or ends with a space, or has a comma or a brace",
        _ => null,
    };

    private static ParameterList List(XElement element)
    {
        var list = new ParameterList();
        foreach (XElement child in element.Elements())
        {
            switch (child.Name.LocalName)
            {
                case ListElement or ParameterElement when list.Contains(Attribute(child, "name")): throw Bad(child, "there is one of this name before");
                case ListElement: list[Attribute(child, "name")] = List(child); break;
                case ParameterElement: list[Attribute(child, "name")] = Value(child); break;
                case "Validators": break;
                default: throw Bad(child, $"there is <{child.Name.LocalName}> where <{ParameterElement}> or <{ListElement}> stands");
            }
        }
        return list;
    }

    private static ParameterValue Value(XElement element)
    {
        string type = Attribute(element, "type").Replace(" (", "("), text = element.Attribute("value")?.Value ?? throw Bad(element, "it has no value");
        try
        {
            return type switch
            {
                "int" or "short" or "unsigned short" => int.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture),
                "unsigned int" or "long" or "long int" or "long long" or "unsigned long" or "unsigned long long" or "size_t" => Narrow(long.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture), type),
                "double" or "float" => Real(text),
                "bool" => Truth(text),
                "string" => text,
                "Array(int)" => Array.ConvertAll(Items(text), item => int.Parse(item, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
                "Array(long long)" or "Array(long)" => Array.ConvertAll(Items(text), item => long.Parse(item, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)),
                "Array(double)" or "Array(float)" => Array.ConvertAll(Items(text), Real),
                "Array(string)" => Items(text),
                _ => throw Bad(element, $"its type is '{type}'; there are int, long long, double, bool, string and Array(…) of them"),
            };
        }
        catch (Exception e) when (e is FormatException { InnerException: null } or OverflowException && !e.Message.StartsWith("Line", StringComparison.Ordinal))
        {
            throw new FormatException(Bad(element, $"'{text}' is no {type}").Message, e);
        }
    }

    // Only what is written as "long long" is one: unsigned and long numbers of others fit an int where they are small.
    private static ParameterValue Narrow(long value, string type) => type != "long long" && value is >= int.MinValue and <= int.MaxValue ? (int)value : value;

    private static double Real(string text) => text.Trim(s_spaces).ToLowerInvariant() switch
    {
        "nan" or "-nan" => double.NaN,
        "inf" or "infinity" => double.PositiveInfinity,
        "-inf" or "-infinity" => double.NegativeInfinity,
        var number => double.Parse(number, NumberStyles.Float, CultureInfo.InvariantCulture),
    };

    private static bool Truth(string text) => text.Trim(s_spaces).ToLowerInvariant() switch
    {
        "true" or "1" or "yes" => true,
        "false" or "0" or "no" => false,
        _ => throw new FormatException("neither true nor false"),
    };

    private static string[] Items(string text)
    {
        string inner = text.Trim(s_spaces);
        if (inner.Length < 2 || inner[0] != '{' || inner[^1] != '}') throw new FormatException("no braces");
        inner = inner[1..^1].Trim(s_spaces);
        return inner.Length == 0 ? [] : [.. inner.Split(',').Select(item => item.Trim(s_spaces))];
    }

    private static string Attribute(XElement element, string name) =>
        element.Attribute(name)?.Value is { Length: > 0 } value ? value : throw Bad(element, $"it has no {name}");

    private static FormatException Bad(XElement element, string problem) =>
        new($"Line {((IXmlLineInfo)element).LineNumber} of a parameter list: <{element.Name.LocalName}{(element.Attribute("name") is { } name ? $" name=\"{name.Value}\"" : "")}>: {problem}.");
}
