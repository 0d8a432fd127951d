namespace DistArray;

/// <summary>The way of this rank's elements to the ranks that have the stretches of the whole array in row-major order, and back.</summary>
internal sealed class MaskedRoute
{
    private readonly ICommunicator _communicator;
    private readonly long[] _sends;    // elements for each rank
    private readonly long[] _receives; // elements of each rank
    private readonly int[] _positions; // of this rank's elements, in the order of the ranks
    private readonly int[] _ranks;     // of the elements that came in, their number in the stretch

    /// <summary>Finds the way. <b>Collective.</b></summary>
    /// <param name="communicator">The ranks.</param>
    /// <param name="size">Number of elements of the whole array.</param>
    /// <param name="places">Places of this rank's elements in row-major order.</param>
    public MaskedRoute(ICommunicator communicator, long size, long[] places)
    {
        _communicator = communicator;
        Outgoing = places;
        long stretch = Math.Max(1, (size + communicator.Size - 1) / communicator.Size);
        _sends = new long[communicator.Size];
        _receives = new long[communicator.Size];
        var owners = new int[places.Length];
        for (int i = 0; i < owners.Length; i++) _sends[owners[i] = (int)(places[i] / stretch)]++;
        var next = new int[_sends.Length];
        for (int rank = 1; rank < next.Length; rank++) next[rank] = next[rank - 1] + (int)_sends[rank - 1];
        _positions = new int[places.Length];
        for (int i = 0; i < owners.Length; i++) _positions[next[owners[i]]++] = i;
        communicator.Alltoall<long>(_sends, _receives);
        long[] arrived = Send(places);
        var ranks = new PlaceRanks(communicator.Rank * stretch, stretch, arrived);
        _ranks = Array.ConvertAll(arrived, place => ranks[place]);
        Count = ranks.Count;
    }

    /// <summary>Number of different elements of this rank's stretch.</summary>
    public int Count { get; }

    /// <summary>Places of this rank's own elements.</summary>
    public long[] Outgoing { get; }

    /// <summary>Values of this rank's own elements become those of its stretch, in order. <b>Collective.</b></summary>
    public T[] Arrange<T>(T[] values) where T : unmanaged
    {
        T[] arrived = Send(values), ordered = new T[Count];
        for (int i = 0; i < arrived.Length; i++) ordered[_ranks[i]] = arrived[i];
        return ordered;
    }

    /// <summary>Values of this rank's stretch, in order, become those of its own elements. <b>Collective.</b></summary>
    public T[] Restore<T>(T[] ordered) where T : unmanaged
    {
        T[] arrived = new T[_positions.Length], values = new T[_positions.Length];
        _communicator.Alltoall<T>(Array.ConvertAll(_ranks, rank => ordered[rank]), _receives, arrived, _sends);
        for (int i = 0; i < arrived.Length; i++) values[_positions[i]] = arrived[i];
        return values;
    }

    private T[] Send<T>(T[] values) where T : unmanaged
    {
        var arrived = new T[_receives.Sum()];
        _communicator.Alltoall<T>(Array.ConvertAll(_positions, position => values[position]), _sends, arrived, _receives);
        return arrived;
    }
}
