using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace DistArray.Trilinos;

/// <summary>Parameters by name, some of them lists themselves: <c>Teuchos::ParameterList</c>.</summary>
/// <example><code>var parameters = new ParameterList
/// {
///     ["Maximum Iterations"] = 500,
///     ["smoother: params"] = new ParameterList { ["relaxation: sweeps"] = 2 },
/// };</code></example>
/// <remarks>Names are Trilinos' own and case-sensitive. A list is checked where it is used: there a name that is not known is an error that names
/// the nearest ones.</remarks>
public sealed class ParameterList : IEnumerable<KeyValuePair<string, ParameterValue>>
{
    private readonly Dictionary<string, ParameterValue> _values = [];
    private readonly List<string> _names = []; // in the order in which they were set

    /// <summary>Number of parameters, each sublist counted as one.</summary>
    public int Count => _names.Count;

    /// <summary>Names in the order in which they were set.</summary>
    public IReadOnlyList<string> Names => _names;

    /// <summary>A parameter's value.</summary>
    /// <param name="name">Its name.</param>
    /// <exception cref="KeyNotFoundException">Get: there is none of that name.</exception>
    public ParameterValue this[string name]
    {
        get => _values.TryGetValue(name, out ParameterValue value) ? value
            : throw new KeyNotFoundException($"There is no parameter '{name}'{NearestNames.Advice(name, _names)}");
        set
        {
            ArgumentException.ThrowIfNullOrEmpty(name);
            if (!_values.ContainsKey(name)) _names.Add(name);
            _values[name] = value;
        }
    }

    /// <summary>Sets a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value: a number, a truth value, a text, an array of these, or a list.</param>
    /// <returns>The list itself.</returns>
    public ParameterList Set(string name, ParameterValue value)
    {
        this[name] = value;
        return this;
    }

    /// <summary>A parameter's value, if there is one of that name and type.</summary>
    /// <typeparam name="T">int, long, double, bool, string, an array of these, or ParameterList.</typeparam>
    /// <param name="name">Its name.</param>
    /// <param name="value">The value, when the result is true.</param>
    public bool TryGet<T>(string name, [MaybeNullWhen(false)] out T value)
    {
        bool found = _values.TryGetValue(name, out ParameterValue any) && any.Value is T;
        value = found ? (T)any.Value : default;
        return found;
    }

    /// <summary>A list inside of this one; made where there is none.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The list itself, not a copy.</returns>
    /// <exception cref="ParameterException">A parameter of that name is no list.</exception>
    public ParameterList Sublist(string name)
    {
        if (!_values.TryGetValue(name, out ParameterValue value)) this[name] = value = new ParameterList();
        return value.Value as ParameterList ?? throw new ParameterException($"The parameter '{name}' is a {value.Type}, no list.", name);
    }

    /// <summary>Whether there is a parameter.</summary>
    /// <param name="name">Its name.</param>
    public bool Contains(string name) => _values.ContainsKey(name);

    /// <summary>Removes a parameter.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>Whether there was one.</returns>
    public bool Remove(string name) => _values.Remove(name) && _names.Remove(name);

    /// <summary>Copies the list and the lists in it.</summary>
    /// <returns>A new list.</returns>
    public ParameterList Clone()
    {
        var copy = new ParameterList();
        foreach ((string name, ParameterValue value) in this) copy[name] = value.Value is ParameterList list ? list.Clone() : value;
        return copy;
    }

    /// <summary>Sets all parameters of another list here; lists in it are merged.</summary>
    /// <param name="other">Another list, whose values win.</param>
    /// <returns>The list itself.</returns>
    public ParameterList Merge(ParameterList other)
    {
        ArgumentNullException.ThrowIfNull(other);
        foreach ((string name, ParameterValue value) in other)
        {
            if (value.Value is not ParameterList list) this[name] = value;
            else if (_values.TryGetValue(name, out ParameterValue there) && there.Value is ParameterList mine) mine.Merge(list);
            else this[name] = list.Clone();
        }
        return this;
    }

    /// <summary>The list as Teuchos writes it: <c>Teuchos::writeParameterListToXmlOStream</c>.</summary>
    /// <returns>XML.</returns>
    /// <exception cref="ParameterException">A value is one that Teuchos does not read back: NaN, an infinity, a text with control characters, an array of texts with commas.</exception>
    public string ToXml() => ParameterXml.Write(this);

    /// <summary>Reads a list as Teuchos writes it: <c>Teuchos::getParametersFromXmlString</c>.</summary>
    /// <param name="xml">XML with one <c>ParameterList</c> element; validators in it are skipped.</param>
    /// <returns>A new list.</returns>
    /// <exception cref="FormatException">It is no such XML, or a parameter has a type that is not known or a value that is not of its type.</exception>
    public static ParameterList FromXml(string xml) => ParameterXml.Read(xml);

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, ParameterValue>> GetEnumerator()
    {
        foreach (string name in _names) yield return new KeyValuePair<string, ParameterValue>(name, _values[name]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds a parameter of a list that is written out: <c>{ { "name", 1 } }</c>.</summary>
    /// <param name="name">Its name, which is new.</param>
    /// <param name="value">Its value.</param>
    /// <exception cref="ArgumentException">There is one of that name.</exception>
    public void Add(string name, ParameterValue value)
    {
        if (Contains(name)) throw new ArgumentException($"The parameter '{name}' is there already.", nameof(name));
        this[name] = value;
    }
}
