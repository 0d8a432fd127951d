namespace DistArray.Interactive;

/// <summary>An array of engines, by reference: the elements stay on the ranks.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
public sealed class RemoteArray<T> where T : unmanaged
{
    private readonly Engines _engines;
    private readonly ArrayDescription _description;

    internal RemoteArray(Engines engines, string expression, ArrayDescription description)
    {
        _engines = engines;
        _description = description;
        Expression = expression;
    }

    /// <summary>What gives the array on the ranks: its name, or an expression.</summary>
    public string Expression { get; }

    /// <summary>Global shape, when the handle was made.</summary>
    public IReadOnlyList<long> Shape => _description.Shape;

    /// <summary>Number of dimensions.</summary>
    public int NDim => Shape.Count;

    /// <summary>Global number of elements.</summary>
    public long Size => Shape.Aggregate(1L, (product, extent) => product * extent);

    /// <summary>The distribution in words, when the handle was made.</summary>
    public string Distribution => _description.Distribution;

    /// <summary>Copies the whole array to the client.</summary>
    /// <returns>All elements in row-major order.</returns>
    /// <exception cref="EngineException">A rank failed.</exception>
    /// <exception cref="InvalidOperationException">There are more elements than a message holds (2 GB).</exception>
    public T[] ToArray() => _engines.Gather<T>(Expression).Elements;

    /// <summary>Copies the whole array to the client, as an array of one rank: what can be done with arrays can be done with it, without MPI.</summary>
    /// <returns>A new array on a <see cref="SelfCommunicator"/>.</returns>
    /// <exception cref="EngineException">A rank failed.</exception>
    /// <exception cref="InvalidOperationException">There are more elements than a message holds (2 GB).</exception>
    public DistArray<T> Gather()
    {
        var (elements, array) = _engines.Gather<T>(Expression);
        DistArray<T> local = Np.Empty<T>(new Distribution(new SelfCommunicator(), array.Shape.ToArray()));
        elements.CopyTo(local.LocalSpan);
        return local;
    }

    /// <summary>What it is, without its elements.</summary>
    public override string ToString() => $"RemoteArray<{typeof(T).Name}> {Expression}: {Distribution}";
}
