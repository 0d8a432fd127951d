using DistArray.Mpi.Jobs;
using DistArray.Testing.Reports;
using NUnit.Framework.Constraints;

namespace DistArray.Testing.Assertions;

/// <summary>Runs an action twice and compares what the second run used with limits, on all ranks alike.</summary>
/// <param name="ranks">The ranks.</param>
/// <param name="use">What is counted.</param>
/// <param name="description">What is asked for.</param>
/// <param name="verb">What the action did, such as <c>left</c>.</param>
/// <param name="most">The limits.</param>
internal sealed class ResourceConstraint(ICommunicator ranks, ResourceUse use, string description, string verb, long[] most) : Constraint
{
    /// <inheritdoc/>
    public override string Description => description;

    /// <inheritdoc/>
    public override ConstraintResult ApplyTo<TActual>(TActual actual) => actual switch
    {
        Action action => Measure(actual, action),
        _ => throw new ArgumentException($"This constraint is for an action, such as () => Step(u), not for a {typeof(TActual).Name}."),
    };

    /// <inheritdoc/>
    public override ConstraintResult ApplyTo<TActual>(Func<TActual> del) => Measure(del, () => del());

    private TextResult Measure(object action, Action run)
    {
        run();
        // What reading itself uses is known from the first two.
        long[] first = use.Read();
        long[] before = use.Read();
        run();
        long[] after = use.Read();
        List<string> over = [];
        for (int i = 0; i < most.Length; i++)
        {
            long[] used = ranks.Allgather(after[i] - before[i] - (before[i] - first[i]));
            int[] where = [.. Enumerable.Range(0, used.Length).Where(rank => used[rank] > most[i])];
            if (where.Length > 0) over.Add($"{verb} {used.Max()} {use.Names[i]} (most, on {RankNames.Of([Array.IndexOf(used, used.Max())])}; too many on {RankNames.Of(where)})");
        }
        return new TextResult(this, action, over.Count == 0, string.Join("; ", over));
    }
}
