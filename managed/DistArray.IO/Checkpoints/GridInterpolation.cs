namespace DistArray.IO;

/// <summary>How an array is brought to another grid: axis by axis, linearly or by cubic splines.</summary>
/// <remarks>
/// <para>Points are equidistant. Along an axis that is not periodic the first and the last points of both grids coincide; along a periodic
/// axis of n points the first ones do, and the period is n distances (the point at its end is not stored).</para>
/// <para>Linear: exact for polynomials of degree 1 in each axis; the error falls as h², at most h²/8 max|f''| an axis.
/// Cubic: the interpolating spline, with two continuous derivatives, periodic or with the not-a-knot condition at the ends: exact for
/// polynomials of degree 3 in each axis up to the ends; the error falls as h⁴, about h⁴/384 max|f''''| an axis inside, several times that at ends that are not periodic. Near jumps it overshoots
/// by up to some 15 % of the jump, where linear does not. With fewer than four points it is the polynomial through them; periodic, with two, the slopes are 0.
/// Bringing a grid down in points drops what is between them: nothing is averaged or filtered.</para>
/// </remarks>
public sealed class GridInterpolation
{
    private readonly bool[] _periodic;

    /// <summary>Describes an interpolation.</summary>
    /// <param name="order">Linear or cubic.</param>
    /// <param name="periodic">Whether each axis is periodic; none if empty.</param>
    public GridInterpolation(InterpolationOrder order, params ReadOnlySpan<bool> periodic)
    {
        if (!Enum.IsDefined(order))
            throw new ArgumentOutOfRangeException(nameof(order), order, "There are Linear and Cubic.");
        Order = order;
        _periodic = periodic.ToArray();
    }

    /// <summary>Linear or cubic.</summary>
    public InterpolationOrder Order { get; }

    /// <summary>Whether each axis is periodic; empty where none is.</summary>
    public ReadOnlySpan<bool> Periodic => _periodic;

    /// <summary>Returns where arrays of these shapes and this type can be interpolated.</summary>
    /// <exception cref="ArgumentException">They cannot.</exception>
    internal void Check<T>(long[] from, long[] to) where T : unmanaged
    {
        string shapes = $"from shape ({string.Join(", ", from)}) to ({string.Join(", ", to)})";
        if (from.Length != to.Length)
            throw new ArgumentException($"Interpolating {shapes}: the numbers of axes differ. Give an array of {from.Length} axes.");
        if (_periodic.Length != 0 && _periodic.Length != from.Length)
            throw new ArgumentException($"Interpolating {shapes}: periodic has {_periodic.Length} values. Give one each an axis, or none.");
        if (!AxisInterpolation.Supports<T>())
            throw new ArgumentException($"Interpolating {ElementTypes.NameOf(ElementTypes.Of<T>())}: only real and complex floating-point numbers have values between points.");
        for (int axis = 0; axis < from.Length; axis++)
        {
            if (from[axis] > int.MaxValue || to[axis] > int.MaxValue || from[axis] == 0 && to[axis] > 0)
                throw new ArgumentException($"Interpolating {shapes}: axis {axis} must have 1 to {int.MaxValue} points.");
        }
    }

    /// <summary>The distribution to read the array of the file in.</summary>
    internal Distribution Source(ICommunicator communicator, long[] shape) => Whole(communicator, shape, 0);

    /// <summary>Interpolates an array to the points of another.</summary>
    /// <param name="source">Where from.</param>
    /// <param name="target">Gets the values; its halo stays as it is.</param>
    /// <remarks><b>Collective.</b> For each axis that changes the array is redistributed so that the axis is whole on every rank; an array of
    /// one axis is then on every rank as a whole.</remarks>
    internal void Run<T>(DistArray<T> source, DistArray<T> target) where T : unmanaged
    {
        ICommunicator communicator = target.Distribution.Communicator;
        DistArray<T> current = source;
        try
        {
            for (int axis = 0; axis < target.NDim; axis++)
            {
                if (current.Shape[axis] == target.Shape[axis])
                    continue;
                long[] shape = current.Shape.ToArray();
                using DistArray<T> local = current.Redistribute(Whole(communicator, shape, axis), MemoryOrder.RowMajor);
                shape[axis] = target.Shape[axis];
                DistArray<T> next = Np.Zeros<T>(Whole(communicator, shape, axis));
                if (!ReferenceEquals(current, source))
                    current.Dispose();
                current = next;
                new AxisInterpolation(Order, _periodic.Length > 0 && _periodic[axis], (int)local.Shape[axis], (int)shape[axis]).Run(local, next, axis);
            }
            using DistArray<T> placed = current.Redistribute(target.Distribution, target.Order);
            target.Assign(placed);
        }
        finally
        {
            if (!ReferenceEquals(current, source))
                current.Dispose();
        }
    }

    // Blocks along the longest of the other axes.
    private static Distribution Whole(ICommunicator communicator, long[] shape, int axis)
    {
        char[] codes = new string('n', shape.Length).ToCharArray();
        int divided = Enumerable.Range(0, shape.Length).Where(other => other != axis).OrderByDescending(other => shape[other]).FirstOrDefault(-1);
        if (divided >= 0)
            codes[divided] = 'b';
        return new Distribution(communicator, shape, new string(codes));
    }
}
