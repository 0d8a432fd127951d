using System.Globalization;
using DistArray.Fuzz.Syntax;

namespace DistArray.Fuzz.Shrinking;

/// <summary>What a statement says that makes an array.</summary>
internal sealed record ArrayText(string Name, string Type, long[] Shape, string[] Codes, int[] Grid, string Memory, string Filling)
{
    public Statement Statement => new(new Name(Name), "=", new Call(new Name("array"),
        [new Text(Type), Tuple(Shape), new Text(string.Join(' ', Codes)), Tuple(Array.ConvertAll(Grid, one => (long)one)), new Text(Memory), new Text(Filling)], []));

    /// <summary>The array of a statement, or null.</summary>
    public static ArrayText? Find(Statement statement)
    {
        if (statement is not { Defines: { } name, Value: Call { Function: Name { Text: "array" }, Arguments: [Text type, Sequence shape, Text codes, Sequence grid, Text memory, Text filling] } }) return null;
        return new ArrayText(name, type.Value, Numbers(shape), codes.Value.Split(' ', StringSplitOptions.RemoveEmptyEntries), Array.ConvertAll(Numbers(grid), one => (int)one), memory.Value, filling.Value);
    }

    /// <summary>On other ranks, all along the first axis that was divided.</summary>
    public ArrayText OnRanks(int ranks)
    {
        int axis = Array.FindIndex(Grid, parts => parts > 1);
        return axis < 0 ? this : (this with { Grid = [.. Grid.Select((_, i) => i == axis ? ranks : 1)], Codes = [.. Codes.Select((code, i) => i != axis && Grid[i] > 1 ? "n" : code)] }).WithoutBounds();
    }

    /// <summary>With blocks of the usual bounds.</summary>
    public ArrayText WithoutBounds() => this with { Codes = Array.ConvertAll(Codes, code => code.StartsWith("b(", StringComparison.Ordinal) ? "b" : code) };

    /// <summary>The array with one thing simpler.</summary>
    public IEnumerable<ArrayText> Simpler()
    {
        for (int axis = 0; axis < Codes.Length; axis++)
        {
            foreach (string code in Grid[axis] == 1 ? new[] { "n" } : ["b", "c"])
                if (Codes[axis] != code && !(Codes[axis] == "b" && code == "c")) yield return this with { Codes = [.. Codes[..axis], code, .. Codes[(axis + 1)..]] };
        }
        if (Memory != "C") yield return this with { Memory = "C" };
    }

    private static long[] Numbers(Sequence sequence) => Array.ConvertAll(sequence.Items, item => long.Parse(((Number)item).Text, CultureInfo.InvariantCulture));

    private static Sequence Tuple(long[] numbers) => new(true, Array.ConvertAll(numbers, Node (one) => new Number($"{one}")));
}
