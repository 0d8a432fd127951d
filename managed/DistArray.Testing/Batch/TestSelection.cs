using System.Text.RegularExpressions;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

namespace DistArray.Testing.Batch;

/// <summary>An expression that picks tests, in the words of <c>dotnet test --filter</c>.</summary>
/// <remarks>A word alone is <c>FullyQualifiedName~word</c>; <c>&amp;</c> binds more than <c>|</c>; a backslash takes the next character as it is.</remarks>
internal sealed partial class TestSelection
{
    private readonly Func<ITest, bool> _picks;

    private TestSelection(Func<ITest, bool> picks) => _picks = picks;

    public static TestSelection All { get; } = new(_ => true);

    public bool Picks(ITest test) => _picks(test);

    /// <exception cref="FormatException">The expression is none.</exception>
    public static TestSelection Parse(string expression)
    {
        Queue<string> tokens = new(Token().Matches(expression).Select(match => match.Value.Trim()).Where(token => token.Length > 0));
        Func<ITest, bool> picks = Any(tokens, expression);
        return tokens.Count == 0 ? new TestSelection(picks) : throw Wrong(expression, $"'{tokens.Peek()}' comes where & or | is expected");
    }

    private static Func<ITest, bool> Any(Queue<string> tokens, string expression)
    {
        Func<ITest, bool> left = Every(tokens, expression);
        while (Take(tokens, "|"))
        {
            var (first, second) = (left, Every(tokens, expression));
            left = test => first(test) || second(test);
        }
        return left;
    }

    private static Func<ITest, bool> Every(Queue<string> tokens, string expression)
    {
        Func<ITest, bool> left = One(tokens, expression);
        while (Take(tokens, "&"))
        {
            var (first, second) = (left, One(tokens, expression));
            left = test => first(test) && second(test);
        }
        return left;
    }

    private static Func<ITest, bool> One(Queue<string> tokens, string expression)
    {
        if (Take(tokens, "("))
        {
            Func<ITest, bool> inner = Any(tokens, expression);
            return Take(tokens, ")") ? inner : throw Wrong(expression, "a ) is missing");
        }
        if (!tokens.TryDequeue(out string? token) || token is "&" or "|" or ")") throw Wrong(expression, "a condition is missing");
        Match condition = Condition().Match(token);
        string Plain(string text) => Escaped().Replace(text, "$1");
        if (!condition.Success)
        {
            string word = Plain(token);
            return test => Has(test.FullName, word);
        }
        string value = Plain(condition.Groups[3].Value);
        Func<ITest, IEnumerable<string>> values = condition.Groups[1].Value.ToUpperInvariant() switch
        {
            "FULLYQUALIFIEDNAME" => test => [test.FullName],
            "NAME" => test => [test.Name],
            "TESTCATEGORY" or "CATEGORY" => Categories,
            _ => throw Wrong(expression, $"there is no '{condition.Groups[1].Value}'; there are FullyQualifiedName, Name and TestCategory"),
        };
        return condition.Groups[2].Value switch
        {
            "=" => test => values(test).Contains(value, StringComparer.OrdinalIgnoreCase),
            "!=" => test => !values(test).Contains(value, StringComparer.OrdinalIgnoreCase),
            "~" => test => values(test).Any(text => Has(text, value)),
            _ => test => !values(test).Any(text => Has(text, value)),
        };
    }

    private static bool Has(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Categories(ITest test)
    {
        for (ITest? level = test; level is not null; level = level.Parent)
            foreach (object? category in level.Properties[PropertyNames.Category])
                yield return $"{category}";
    }

    private static bool Take(Queue<string> tokens, string token)
    {
        bool found = tokens.TryPeek(out string? next) && next == token;
        if (found) tokens.Dequeue();
        return found;
    }

    private static FormatException Wrong(string expression, string what) => new($"The filter '{expression}' is wrong: {what}.");

    [GeneratedRegex(@"[&|()]|(?:\\.|[^&|()\\])+")]
    private static partial Regex Token();

    [GeneratedRegex(@"^(\w+)\s*(!=|!~|=|~)\s*(.*)$", RegexOptions.Singleline)]
    private static partial Regex Condition();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escaped();
}
