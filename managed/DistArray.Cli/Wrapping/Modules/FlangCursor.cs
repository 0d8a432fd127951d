namespace DistArray.Cli.Wrapping.Modules;

/// <summary>Reads the tokens of a statement, or of a part of one, in order.</summary>
/// <param name="path">File, for messages.</param>
/// <param name="line">Line, for messages.</param>
/// <param name="tokens">The tokens.</param>
internal sealed class FlangCursor(string path, int line, ArraySegment<FlangToken> tokens)
{
    private int _at;

    public FlangToken Next => At(0);

    public bool IsAtEnd => _at == tokens.Count;

    /// <summary>A token after the next.</summary>
    public FlangToken At(int offset) => _at + offset < tokens.Count ? tokens[_at + offset] : default;

    /// <summary>A cursor at the first token.</summary>
    public FlangCursor Again() => new(path, line, tokens);

    public FlangToken Take()
    {
        FlangToken token = Next;
        if (!IsAtEnd) _at++;
        return token;
    }

    /// <summary>Takes a symbol or word where it is the next token.</summary>
    public bool Accept(string text)
    {
        if (!Next.Is(text)) return false;
        _at++;
        return true;
    }

    /// <exception cref="ModuleFileException">The next token is another.</exception>
    public void Expect(string text)
    {
        if (!Accept(text)) throw Error($"'{text}' was expected, and not {Next}");
    }

    /// <exception cref="ModuleFileException">The next token is no name.</exception>
    public string Name() => Next.Kind == FlangTokenKind.Name ? Take().Text : throw Error($"a name was expected, and not {Next}");

    /// <exception cref="ModuleFileException">There are more tokens.</exception>
    public void End()
    {
        if (!IsAtEnd) throw Error($"{Next} was not expected");
    }

    /// <summary>Takes all tokens before one of these symbols outside of parentheses and brackets, or to the end.</summary>
    /// <exception cref="ModuleFileException">Parentheses do not match.</exception>
    public FlangCursor Until(params ReadOnlySpan<string> symbols)
    {
        int start = _at;
        int depth = 0;
        for (; !IsAtEnd; _at++)
        {
            if (depth == 0 && Next.Kind == FlangTokenKind.Symbol && symbols.Contains(Next.Text)) break;
            if (Next.Is("(") || Next.Is("[")) depth++;
            if ((Next.Is(")") || Next.Is("]")) && --depth < 0) throw Error($"{Next} closes nothing");
        }
        return depth == 0 ? new FlangCursor(path, line, tokens[start.._at]) : throw Error("a parenthesis is not closed: the file is cut off");
    }

    /// <summary>Takes parentheses, or other brackets, and gives what is between them; null where there are none.</summary>
    public FlangCursor? Enclosed(string open = "(", string close = ")")
    {
        if (!Accept(open)) return null;
        FlangCursor inner = Until(close);
        Expect(close);
        return inner;
    }

    /// <summary>The parts between commas.</summary>
    public IEnumerable<FlangCursor> Parts()
    {
        while (!IsAtEnd)
        {
            yield return Until(",");
            if (!Accept(",")) yield break;
            if (IsAtEnd) throw Error("something was expected after ','");
        }
    }

    public ModuleFileException Error(string problem) => new(path, $"line {line}: {problem}.");

    /// <summary>The tokens without blanks.</summary>
    public override string ToString() => string.Concat(tokens.Select(token => token.Text));
}
