namespace DistArray.Trilinos;

/// <summary>Which rank has which global index, in the order of its memory: a map of Tpetra or Epetra.</summary>
/// <remarks>An element of an array has one global index: its place in the flattened global array, row-major as <c>numpy.ravel</c> flattens it unless
/// said otherwise. Local indices are places in this rank's memory.</remarks>
public abstract class TrilinosMap : TrilinosObject
{
    private protected TrilinosMap(ICommunicator communicator) : base(communicator) { }

    /// <summary>The cache of maps has forgotten this one, and nobody else holds it.</summary>
    ~TrilinosMap()
    {
        if (IsShared) Abandon();
    }

    /// <summary>Global number of indices; those that ranks share count several times.</summary>
    public long Size { get; private protected set; }

    /// <summary>Number of this rank's indices.</summary>
    public int LocalSize { get; private protected set; }

    /// <summary>Whether the ranks have ranges one after another, and Trilinos knows it: lookups are arithmetic, not a table.</summary>
    public bool IsContiguous { get; private protected set; }

    /// <summary>How the global array that the map was made of is flattened.</summary>
    public MemoryOrder Numbering { get; private protected init; }

    /// <summary>Axes of this rank's memory from the slowest to the fastest, those of one index left out; null where the map was made of indices.</summary>
    internal int[]? Order { get; private protected init; }

    /// <summary>The distribution that the map was made of, without halo.</summary>
    private protected Distribution? MadeOf { get; set; }

    /// <summary>Maps of distributions are shared: disposing of one does nothing.</summary>
    private protected sealed override bool IsShared => Order is not null;

    /// <summary>This rank's global indices, in the order of its memory.</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="ObjectDisposedException">The map was disposed of.</exception>
    public abstract long[] Indices();

    /// <summary>The distribution that the map amounts to.</summary>
    /// <returns>The one that it was made of; else that of one axis: block, cyclic or block-cyclic where the indices are dealt out so, else unstructured.</returns>
    /// <exception cref="RankFailedException">The indices are not 0 to Size - 1, each on one rank.</exception>
    /// <exception cref="ObjectDisposedException">The map was disposed of.</exception>
    /// <remarks><b>Collective</b> where the map was made of indices.</remarks>
    public Distribution ToDistribution() => MadeOf ??= MapStructure.Find(Communicator, Size, Indices());

    /// <summary>Whether another map gives every rank the same indices in the same order: <c>isSameAs</c>.</summary>
    /// <param name="other">Another map of the same kind over the same ranks.</param>
    /// <exception cref="ArgumentException">The maps are of different kinds.</exception>
    /// <exception cref="ObjectDisposedException">A map was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public bool IsSameAs(TrilinosMap other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (ReferenceEquals(this, other)) return true;
        if (GetType() != other.GetType()) throw new ArgumentException($"A {GetType().Name} cannot be compared with a {other.GetType().Name}.", nameof(other));
        bool same = false;
        TrilinosCall.Together(Communicator, () => same = Compare(other));
        return same;
    }

    /// <summary>Whether every index is on one rank alone: <c>isOneToOne</c>.</summary>
    /// <exception cref="ObjectDisposedException">The map was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public bool IsOneToOne()
    {
        if (Size == 0) return true; // Tpetra says no
        bool result = false;
        TrilinosCall.Together(Communicator, () => result = AskOneToOne());
        return result;
    }

    /// <summary>Size and kind, such as "map of 100 indices, contiguous".</summary>
    public override string ToString() => $"map of {Size} indices, {(IsContiguous ? "contiguous" : "listed")}";

    /// <summary>Asks Trilinos.</summary>
    private protected abstract bool Compare(TrilinosMap other);

    /// <summary>Asks Trilinos.</summary>
    private protected abstract bool AskOneToOne();

    /// <summary>Why the elements of a distribution cannot be those of a vector; null where they can.</summary>
    internal static Exception? Refusal(Distribution distribution) => distribution.Grid.Copies > 1
        ? new NotSupportedException($"Ranks hold the same elements of {distribution}, but a vector has each once. Redistribute the array, or take it on one rank.")
        : null;

    /// <summary>Why indices cannot be those of a map; null where they can.</summary>
    private protected static ArgumentException? Problem(long[] indices)
    {
        var seen = new HashSet<long>(indices.Length);
        foreach (long index in indices)
        {
            if (index < 0) return new ArgumentException($"A global index is {index}. Indices are 0 or more.", nameof(indices));
            if (!seen.Add(index)) return new ArgumentException($"The global index {index} is there twice on this rank. Give each once.", nameof(indices));
        }
        return null;
    }

    /// <summary>Makes a map together with the other ranks.</summary>
    private protected static TMap Together<TMap>(ICommunicator communicator, Func<TMap> make) where TMap : TrilinosMap
    {
        TMap? map = null;
        TrilinosCall.Together(communicator, () => map = make());
        return map!;
    }
}
