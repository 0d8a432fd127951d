using DistArray.Fuzz.Syntax;

namespace DistArray.Fuzz.Shrinking;

/// <summary>Smaller arrays, on fewer ranks, of simpler types and distributions.</summary>
internal static class ArrayReductions
{
    /// <summary>The program on fewer ranks, all of them along the axis that is divided.</summary>
    public static IEnumerable<Statement[]> FewerRanks(Statement[] program)
    {
        int ranks = int.Parse(((Number)program[0].Value).Text);
        foreach (int fewer in new[] { 1, 2, 3, ranks - 1 }.Where(one => one < ranks && one > 0).Distinct())
        {
            Statement[] changed = Arrays(program, array => array.OnRanks(fewer));
            changed[0] = changed[0] with { Value = new Number($"{fewer}") };
            yield return changed;
        }
    }

    /// <summary>The program with less in its arrays.</summary>
    public static IEnumerable<Statement[]> Smaller(Statement[] program)
    {
        long[] extents = [.. program.SelectMany(Created).SelectMany(array => array.Shape).Distinct().Where(extent => extent > 1).OrderDescending()];
        foreach (long extent in extents)
            foreach (long less in new[] { 1, 2, extent / 2, extent - 1 }.Where(one => one < extent).Distinct())
                yield return Arrays(program, array => (array with { Shape = Array.ConvertAll(array.Shape, one => one == extent ? less : one) }).WithoutBounds());
        for (int i = 1; i < program.Length; i++)
        {
            int at = i;
            foreach (ArrayText smaller in Created(program[i]).SelectMany(array => array.Simpler())) yield return [.. program[..at], smaller.Statement, .. program[(at + 1)..]];
        }
        yield return Arrays(program, array => array with { Type = "float64" });
        yield return Arrays(program, array => array.Type == "float64" ? array : array with { Type = "int64" });
        yield return Arrays(program, array => array with { Filling = "a0" });
    }

    private static IEnumerable<ArrayText> Created(Statement statement) => ArrayText.Find(statement) is { } array ? [array] : [];

    private static Statement[] Arrays(Statement[] program, Func<ArrayText, ArrayText> change) =>
        Array.ConvertAll(program, statement => ArrayText.Find(statement) is { } array ? change(array).Statement : statement);
}
