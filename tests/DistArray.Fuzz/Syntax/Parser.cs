namespace DistArray.Fuzz.Syntax;

/// <summary>Reads a program of one line: statements with semicolons between.</summary>
internal sealed class Parser
{
    private static readonly string[][] s_levels =
        [["<", "<=", ">", ">=", "==", "!="], ["|"], ["^"], ["&"], ["<<", ">>"], ["+", "-"], ["*", "/", "//", "%"]];

    private readonly Tokens _tokens;

    private Parser(string line) => _tokens = new Tokens(line);

    public static Statement[] Parse(string line)
    {
        var parser = new Parser(line);
        var statements = new List<Statement>();
        while (parser._tokens.Next != "")
        {
            statements.Add(parser.Statement());
            if (parser._tokens.Next != "") parser._tokens.Expect(";");
        }
        return [.. statements];
    }

    private Statement Statement()
    {
        Node left = Expression();
        if (_tokens.Next is not ("=" or ['+' or '-' or '*' or '/' or '%' or '&' or '|' or '^' or '<' or '>', .., '='])) return new Statement(null, "", left);
        string op = _tokens.Take();
        return new Statement(left, op, Expression());
    }

    private Node Expression() => Level(0);

    private Node Level(int level)
    {
        if (level == s_levels.Length) return Signed();
        Node left = Level(level + 1);
        while (s_levels[level].Contains(_tokens.Next)) left = new Binary(_tokens.Take(), left, Level(level + 1));
        return left;
    }

    private Node Signed()
    {
        if (_tokens.Next is not ("-" or "~" or "+")) return Power();
        string sign = _tokens.Take();
        Node operand = Signed();
        return sign == "-" && operand is Number { Text: [not '-', ..] } number ? new Number("-" + number.Text) : new Unary(sign, operand);
    }

    private Node Power()
    {
        Node left = Postfix();
        return _tokens.Skip("**") ? new Binary("**", left, Signed()) : left;
    }

    private Node Postfix()
    {
        Node node = Atom();
        while (true)
        {
            if (_tokens.Skip(".")) node = new Member(node, _tokens.Take());
            else if (_tokens.Skip("(")) node = Arguments(node);
            else if (_tokens.Skip("[")) node = new Subscript(node, Subscripts());
            else return node;
        }
    }

    private Node Atom()
    {
        string token = _tokens.Take();
        if (token == "...") return new Dots();
        if (token[0] is '"' or '\'') return new Text(token[1..^1]);
        if (char.IsDigit(token[0]) || token[0] == '.') return new Number(token);
        if (char.IsLetter(token[0]) || token[0] == '_') return new Name(token);
        if (token == "[") return new Sequence(false, Items("]", out _));
        if (token != "(") throw new FormatException($"'{token}' begins no expression.");
        Node[] items = Items(")", out bool comma);
        return items.Length == 1 && !comma ? items[0] : new Sequence(true, items);
    }

    private Node[] Items(string end, out bool comma)
    {
        var items = new List<Node>();
        comma = false;
        while (!_tokens.Skip(end))
        {
            items.Add(Expression());
            comma = _tokens.Skip(",");
            if (!comma && _tokens.Next != end) _tokens.Expect(end);
        }
        return [.. items];
    }

    private Call Arguments(Node function)
    {
        var arguments = new List<Node>();
        var named = new List<(string, Node)>();
        while (!_tokens.Skip(")"))
        {
            Node one = Expression();
            if (one is Name name && _tokens.Skip("=")) named.Add((name.Text, Expression()));
            else arguments.Add(one);
            if (!_tokens.Skip(",") && _tokens.Next != ")") _tokens.Expect(")");
        }
        return new Call(function, [.. arguments], [.. named]);
    }

    private Node[] Subscripts()
    {
        var items = new List<Node>();
        while (!_tokens.Skip("]"))
        {
            items.Add(OneSubscript());
            if (!_tokens.Skip(",") && _tokens.Next != "]") _tokens.Expect("]");
        }
        return items is [Sequence { IsTuple: true } tuple] ? tuple.Items : [.. items];
    }

    private Node OneSubscript()
    {
        Node? start = _tokens.Next == ":" ? null : Expression();
        if (!_tokens.Skip(":")) return start!;
        Node? stop = _tokens.Next is ":" or "," or "]" ? null : Expression();
        Node? step = _tokens.Skip(":") && _tokens.Next is not ("," or "]") ? Expression() : null;
        return new Slicing(start, stop, step);
    }
}
