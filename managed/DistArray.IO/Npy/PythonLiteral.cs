using System.Globalization;

namespace DistArray.IO;

/// <summary>Reads the Python literals that the headers of NumPy's files consist of: dictionaries with text keys, tuples and lists, text, integers, True and False.</summary>
/// <remarks>They become <see cref="Dictionary{TKey,TValue}"/>, an array or a <see cref="List{T}"/> of objects, string, long and bool. All else is refused.</remarks>
internal ref struct PythonLiteral
{
    // {'dim_data': ({'indices': [0]},)} has four.
    private const int Depths = 8;

    private readonly ReadOnlySpan<char> _text;
    private int _position;

    private PythonLiteral(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Reads a text that is one literal.</summary>
    /// <param name="text">The text; spaces and line ends around it do not matter.</param>
    /// <exception cref="InvalidDataException">It is none, or one of another kind.</exception>
    public static object Parse(ReadOnlySpan<char> text)
    {
        var parser = new PythonLiteral(text);
        object value = parser.Value(0);
        parser.Peek();
        if (parser._position < text.Length)
            throw parser.Broken("there is more behind the literal");
        return value;
    }

    private object Value(int depth)
    {
        if (depth > Depths)
            throw Broken("it is nested too deeply");
        switch (Peek())
        {
            case '{':
                return Dictionary(depth);
            case '(':
                _position++;
                List<object> items = Items(')', depth, out bool hasComma);
                return items.Count == 1 && !hasComma ? items[0] : items.ToArray();
            case '[':
                _position++;
                return Items(']', depth, out _);
            case '\'' or '"':
                return Text();
            case 'u' when _position + 1 < _text.Length && _text[_position + 1] is '\'' or '"':
                _position++;
                return Text();
            case '-' or (>= '0' and <= '9'):
                return Integer();
            default:
                return Take("True") || (!Take("False") ? throw Broken("neither a dictionary, a tuple, a list, a text, an integer nor a boolean stands there") : false);
        }
    }

    private Dictionary<string, object> Dictionary(int depth)
    {
        var items = new Dictionary<string, object>();
        _position++;
        while (Peek() != '}')
        {
            if (Value(depth + 1) is not string key)
                throw Broken("a key is not a text");
            Expect(':');
            if (!items.TryAdd(key, Value(depth + 1)))
                throw Broken($"the key '{key}' is there twice");
            if (Peek() != '}')
                Expect(',');
        }
        _position++;
        return items;
    }

    private List<object> Items(char end, int depth, out bool hasComma)
    {
        var items = new List<object>();
        hasComma = false;
        while (Peek() != end)
        {
            items.Add(Value(depth + 1));
            if (Peek() == end)
                break;
            Expect(',');
            hasComma = true;
        }
        _position++;
        return items;
    }

    private string Text()
    {
        char quote = _text[_position++];
        int length = _text[_position..].IndexOf(quote);
        if (length < 0)
            throw Broken("a text has no end");
        ReadOnlySpan<char> content = _text.Slice(_position, length);
        if (content.ContainsAny('\\', '\n'))
            throw Broken("a text has an escape or a line end");
        _position += length + 1;
        return content.ToString();
    }

    private object Integer()
    {
        int start = _position++;
        while (_position < _text.Length && char.IsAsciiDigit(_text[_position]))
            _position++;
        if (!long.TryParse(_text[start.._position], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long value))
            throw Broken($"{_text[start.._position]} is no integer of 64 bits");
        if (_text[start] == '0' && _position > start + 1)
            throw Broken("an integer begins with 0");
        // As Python 2 wrote long ones.
        if (_position < _text.Length && _text[_position] == 'L')
            _position++;
        if (_position < _text.Length && (char.IsAsciiLetterOrDigit(_text[_position]) || _text[_position] is '.' or '_'))
            throw Broken("a number is no integer");
        return value;
    }

    private bool Take(string word)
    {
        if (!_text[_position..].StartsWith(word))
            return false;
        _position += word.Length;
        return true;
    }

    private void Expect(char wanted)
    {
        if (Peek() != wanted)
            throw Broken($"'{wanted}' is missing");
        _position++;
    }

    // The next character that is no space, or 0 at the end.
    private char Peek()
    {
        while (_position < _text.Length && _text[_position] is ' ' or '\n' or '\t' or '\r')
            _position++;
        return _position < _text.Length ? _text[_position] : '\0';
    }

    private readonly InvalidDataException Broken(string problem) => new($"{problem}, at character {_position} of {_text.Length}");
}
