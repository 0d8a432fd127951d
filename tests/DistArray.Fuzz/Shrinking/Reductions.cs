using DistArray.Fuzz.Syntax;

namespace DistArray.Fuzz.Shrinking;

/// <summary>The programs that are one step smaller than a program, the boldest steps first.</summary>
internal static class Reductions
{
    public static IEnumerable<string> Of(Statement[] program)
    {
        IEnumerable<Statement[]> all = [.. Shorter(program), .. ArrayReductions.FewerRanks(program), .. Simpler(program), .. ArrayReductions.Smaller(program)];
        string before = Line(program);
        return all.Select(Line).Where(text => text != before).Distinct();
    }

    public static string Line(Statement[] program) => string.Join("; ", (object[])program);

    // Without a statement and all that needs it; or with a name's source in its place.
    private static IEnumerable<Statement[]> Shorter(Statement[] program)
    {
        for (int i = program.Length - 1; i > 0; i--)
        {
            yield return Without(program, i);
            if (program[i].Defines is not { } name) continue;
            foreach (string other in program[i].Value.Names.Distinct().Where(one => one[0] == 'v'))
                yield return [.. program[..i], .. program[(i + 1)..].Select(statement => Rename(statement, name, other))];
        }
    }

    private static Statement[] Without(Statement[] program, int removed)
    {
        var gone = new HashSet<string>();
        if (program[removed].Defines is { } name) gone.Add(name);
        var kept = new List<Statement>(program[..removed]);
        foreach (Statement statement in program[(removed + 1)..])
        {
            bool needs = statement.Value.Names.Concat(statement.Target?.Names ?? []).Any(gone.Contains) && !(statement.Defines is { } again && gone.Contains(again) && !statement.Value.Names.Any(gone.Contains));
            if (!needs) kept.Add(statement);
            else if (statement.Defines is { } lost) gone.Add(lost);
        }
        return [.. kept];
    }

    private static Statement Rename(Statement statement, string name, string other)
    {
        return statement with { Target = statement.Target is null ? null : Rewriting.Map(statement.Target, Renamed), Value = Rewriting.Map(statement.Value, Renamed) };

        Node? Renamed(Node node) => node is Name { Text: var text } && text == name ? new Name(other) : null;
    }

    // A part of a piece of an expression in its place.
    private static IEnumerable<Statement[]> Simpler(Statement[] program)
    {
        for (int i = 1; i < program.Length; i++)
        {
            Statement statement = program[i];
            if (ArrayText.Find(statement) is not null) continue;
            foreach (Node piece in Rewriting.Pieces(statement.Value))
                foreach (Node part in piece.Parts.Where(part => part is Name { Text: not ("None" or "True" or "False" or "np") } or Unary or Binary or Call or Subscript))
                    yield return [.. program[..i], statement with { Value = Rewriting.Map(statement.Value, node => ReferenceEquals(node, piece) ? part : null) }, .. program[(i + 1)..]];
        }
    }
}
