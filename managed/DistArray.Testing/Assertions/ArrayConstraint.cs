using DistArray.Mpi.Jobs;
using NUnit.Framework.Constraints;

namespace DistArray.Testing.Assertions;

/// <summary>Compares a distributed array with expected elements, on all ranks alike.</summary>
/// <param name="expected">Gives what is expected of an array.</param>
/// <param name="rule">When two elements count as the same.</param>
internal sealed class ArrayConstraint<T>(Func<DistArray<T>, ExpectedArray<T>> expected, ElementRule rule) : Constraint where T : unmanaged
{
    private string _shape = "";

    /// <inheritdoc/>
    public override string Description => $"an array of {ElementTypes.NameOf(ElementTypes.Of<T>())}{_shape}, {rule.Words} what is expected";

    /// <inheritdoc/>
    public override ConstraintResult ApplyTo<TActual>(TActual actual)
    {
        if (actual is not DistArray<T> array) return new TextResult(this, actual, false, Name(typeof(TActual), actual));
        ExpectedArray<T> wanted = expected(array);
        _shape = $" of shape {Shape(wanted.Shape)}";
        string? found = array.Shape.SequenceEqual(wanted.Shape) ? Compare(array, wanted) : $"an array of shape {Shape(array.Shape.ToArray())}";
        return new TextResult(this, array, found is null, found ?? "the same");
    }

    // What differs, in words that are the same on every rank; null where nothing does.
    private string? Compare(DistArray<T> array, ExpectedArray<T> wanted)
    {
        ICommunicator ranks = array.Distribution.Communicator;
        long[][] held = GlobalIndex.Held(array.Distribution);
        T[] right = wanted.Owned(held);
        Differences mine = default;
        Exception? failure = null;
        try
        {
            mine = Find(array.LocalToArray(), right, held, array.Shape);
        }
        catch (Exception exception)
        {
            failure = exception;
        }
        ranks.ThrowIfAny(failure);
        long[] counts = ranks.Allgather(mine.Count);
        if (counts.Sum() == 0) return null;
        long[] firsts = ranks.Allgather(mine.Count > 0 ? mine.FirstNumber : long.MaxValue);
        double[] largest = ranks.Allgather(mine.Count > 0 ? mine.Largest : -1);
        string first = ranks.Broadcast(mine.First, Array.IndexOf(firsts, firsts.Min()))!;
        // A NaN is as large as can be.
        double[] sizes = Array.ConvertAll(largest, size => double.IsNaN(size) ? double.PositiveInfinity : size);
        string most = ranks.Broadcast(mine.Most, Array.IndexOf(sizes, sizes.Max()))!;
        int[] where = [.. Enumerable.Range(0, counts.Length).Where(rank => counts[rank] > 0)];
        string copies = counts.Sum() > array.Size ? ", counted on each rank that holds them" : "";
        return $"{counts.Sum()} of {array.Size} elements differ (on {RankNames.Of(where)}{copies})\n    first  {first}\n    {rule.Measure} at most {most}";
    }

    private Differences Find(T[] left, T[] right, long[][] held, ReadOnlySpan<long> shape)
    {
        Differences found = new(0, long.MaxValue, "", -1, "");
        for (int i = 0; i < left.Length; i++)
        {
            if (rule.Holds(left[i], right[i], out double difference)) continue;
            long[] index = GlobalIndex.At(i, held);
            long number = GlobalIndex.Number(index, shape);
            found = found with { Count = found.Count + 1 };
            if (number < found.FirstNumber)
                found = found with { FirstNumber = number, First = $"{GlobalIndex.Text(index)}: {ElementDistance.Text(left[i])} where {ElementDistance.Text(right[i])} is expected" };
            // The first NaN is kept.
            if (difference > found.Largest || (double.IsNaN(difference) && !double.IsNaN(found.Largest)))
                found = found with { Largest = difference, Most = FormattableString.Invariant($"{difference:R} at {GlobalIndex.Text(index)}") };
        }
        return found;
    }

    private static string Name(Type type, object? value)
    {
        Type real = value?.GetType() ?? type;
        if (value is null) return "null";
        return real.IsGenericType && real.GetGenericTypeDefinition() == typeof(DistArray<>) ? $"an array of {real.GetGenericArguments()[0].Name}" : $"a {real.Name}";
    }

    private static string Shape(long[] shape) => shape.Length == 1 ? $"({shape[0]},)" : $"({string.Join(", ", shape)})";

    private readonly record struct Differences(long Count, long FirstNumber, string First, double Largest, string Most);
}
