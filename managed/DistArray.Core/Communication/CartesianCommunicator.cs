namespace DistArray;

/// <summary>Ranks arranged in a grid of any number of axes, in C order: the last coordinate varies fastest.</summary>
/// <remarks>MPI.NET's <c>CartesianCommunicator</c>; MPI-4.0 section 8.5. Works over any communicator; ranks keep their numbers.</remarks>
public sealed class CartesianCommunicator : IDisposable
{
    private readonly int[] _dimensions;
    private readonly bool[] _periods;
    private readonly bool _ownsCommunicator;

    /// <summary>Arranges the ranks of a communicator.</summary>
    /// <param name="communicator">The ranks; borrowed.</param>
    /// <param name="dimensions">Ranks along each axis; their product is the number of ranks.</param>
    /// <param name="periods">Whether each axis closes to a ring; none if empty.</param>
    /// <exception cref="ArgumentException">The grid does not hold the ranks, or the numbers of axes differ.</exception>
    public CartesianCommunicator(ICommunicator communicator, ReadOnlySpan<int> dimensions, ReadOnlySpan<bool> periods = default)
        : this(communicator, dimensions.ToArray(), periods.IsEmpty ? new bool[dimensions.Length] : periods.ToArray(), ownsCommunicator: false)
    {
    }

    private CartesianCommunicator(ICommunicator communicator, int[] dimensions, bool[] periods, bool ownsCommunicator)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        long product = 1;
        foreach (int dimension in dimensions)
        {
            ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1, nameof(dimensions));
            product = checked(product * dimension);
        }
        if (product != communicator.Size)
            throw new ArgumentException($"A grid of {string.Join(" x ", dimensions)} holds {product} ranks, but the communicator has {communicator.Size}. Choose dimensions whose product is {communicator.Size}.", nameof(dimensions));
        if (periods.Length != dimensions.Length)
            throw new ArgumentException($"There are {periods.Length} periods for {dimensions.Length} dimensions. Give one each an axis.", nameof(periods));
        Communicator = communicator;
        _dimensions = dimensions;
        _periods = periods;
        _ownsCommunicator = ownsCommunicator;
    }

    /// <summary>The communicator that carries the messages.</summary>
    public ICommunicator Communicator { get; }

    /// <summary>Number of this process.</summary>
    public int Rank => Communicator.Rank;

    /// <summary>Number of processes.</summary>
    public int Size => Communicator.Size;

    /// <summary>Number of axes.</summary>
    public int NDim => _dimensions.Length;

    /// <summary>Ranks along each axis.</summary>
    public ReadOnlySpan<int> Dimensions => _dimensions;

    /// <summary>Whether each axis closes to a ring.</summary>
    public ReadOnlySpan<bool> Periods => _periods;

    /// <summary>This rank's place in the grid, one number each an axis.</summary>
    public int[] Coordinates => CoordinatesOf(Rank);

    /// <summary>The place of a rank in the grid.</summary>
    /// <param name="rank">A rank.</param>
    /// <returns>One number each an axis.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such rank.</exception>
    public int[] CoordinatesOf(int rank)
    {
        if ((uint)rank >= (uint)Size) throw new ArgumentOutOfRangeException(nameof(rank), rank, $"There is no rank {rank}: the grid has {Size}.");
        var coordinates = new int[NDim];
        for (int axis = NDim - 1; axis >= 0; axis--)
        {
            coordinates[axis] = rank % _dimensions[axis];
            rank /= _dimensions[axis];
        }
        return coordinates;
    }

    /// <summary>The rank at a place; periodic axes wrap around.</summary>
    /// <param name="coordinates">One number each an axis.</param>
    /// <exception cref="ArgumentOutOfRangeException">A coordinate lies outside of an axis that is not periodic.</exception>
    public int RankOf(ReadOnlySpan<int> coordinates)
    {
        if (coordinates.Length != NDim) throw new ArgumentException($"There are {coordinates.Length} coordinates for {NDim} axes.", nameof(coordinates));
        int rank = 0;
        for (int axis = 0; axis < NDim; axis++)
        {
            int size = _dimensions[axis], at = coordinates[axis];
            if (_periods[axis]) at = ((at % size) + size) % size;
            if ((uint)at >= (uint)size)
                throw new ArgumentOutOfRangeException(nameof(coordinates), at, $"Coordinate {at} is outside of axis {axis}, which has {size} ranks and is not periodic.");
            rank = (rank * size) + at;
        }
        return rank;
    }

    /// <summary>The neighbours along an axis: whom to receive from and send to in order to shift data.</summary>
    /// <param name="axis">Axis, 0 to NDim - 1.</param>
    /// <param name="displacement">How far and in which direction; 1 sends to the next rank.</param>
    /// <returns>The ranks; null where the axis ends.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such axis.</exception>
    /// <remarks>Local. As <c>MPI_Cart_shift</c> (MPI-4.0 section 8.5.6).</remarks>
    public (int? Source, int? Destination) Shift(int axis, int displacement)
    {
        if ((uint)axis >= (uint)NDim) throw new ArgumentOutOfRangeException(nameof(axis), axis, $"There is no axis {axis}: the grid has {NDim}.");
        return (Neighbor(axis, -displacement), Neighbor(axis, displacement));
    }

    /// <summary>Makes the grid of the ranks that agree with this one in the coordinates of the axes that are dropped.</summary>
    /// <param name="keep">Whether to keep each axis.</param>
    /// <returns>The smaller grid, to be disposed.</returns>
    /// <exception cref="ArgumentException">There is not one flag each an axis.</exception>
    /// <remarks><b>Collective.</b> As <c>MPI_Cart_sub</c> (MPI-4.0 section 8.5.7).</remarks>
    public CartesianCommunicator Sub(ReadOnlySpan<bool> keep)
    {
        if (keep.Length != NDim) throw new ArgumentException($"There are {keep.Length} flags for {NDim} axes. Give one each an axis.", nameof(keep));
        int[] coordinates = Coordinates;
        var dimensions = new List<int>();
        var periods = new List<bool>();
        int color = 0;
        for (int axis = 0; axis < NDim; axis++)
        {
            if (keep[axis])
            {
                dimensions.Add(_dimensions[axis]);
                periods.Add(_periods[axis]);
            }
            else
            {
                color = (color * _dimensions[axis]) + coordinates[axis];
            }
        }
        return new CartesianCommunicator(Communicator.Split(color, Rank)!, [.. dimensions], [.. periods], ownsCommunicator: true);
    }

    /// <summary>Disposes of the communicator if <see cref="Sub"/> has made it.</summary>
    /// <remarks><b>Collective</b> where disposing of the communicator is.</remarks>
    public void Dispose()
    {
        if (_ownsCommunicator) Communicator.Dispose();
    }

    private int? Neighbor(int axis, int displacement)
    {
        int[] coordinates = Coordinates;
        coordinates[axis] += displacement;
        return _periods[axis] || (uint)coordinates[axis] < (uint)_dimensions[axis] ? RankOf(coordinates) : null;
    }
}
