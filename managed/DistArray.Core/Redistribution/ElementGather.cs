namespace DistArray;

/// <summary>Single elements by their place in row-major order: what pointwise indexing, masks and reshaping need.</summary>
internal static unsafe class ElementGather
{
    private const int MostAtOnce = 1 << 20;

    /// <summary>Gets any elements for each rank.</summary>
    /// <param name="source">Where from.</param>
    /// <param name="linear">Places in row-major order of the elements that this rank wants.</param>
    /// <param name="destination">Room for as many.</param>
    /// <param name="operation">Name for errors.</param>
    /// <exception cref="RankFailedException">A place is outside of the array on a rank; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Two exchanges a million elements of a rank.</remarks>
    public static void Fetch<T>(DistArray<T> source, ReadOnlySpan<long> linear, Span<T> destination, string operation = "Take") where T : unmanaged
    {
        if (linear.Length != destination.Length) throw new ArgumentException($"{operation}: there are {linear.Length} places for {destination.Length} elements.");
        ICommunicator communicator = ExchangeContext.Of(source.Distribution.Communicator).Communicator;
        LocalOperand operand = Open(communicator, source, linear, operation, write: false);
        Fetch(communicator, source.Distribution, operand, linear, destination);
        GC.KeepAlive(source);
    }

    /// <summary>Gets any elements that lie at an operand; the places were checked. <b>Collective.</b></summary>
    public static void Fetch<T>(ICommunicator communicator, Distribution distribution, LocalOperand operand, ReadOnlySpan<long> linear, Span<T> destination) where T : unmanaged
    {
        long rounds = communicator.Allreduce(((long)linear.Length + MostAtOnce - 1) / MostAtOnce, Operation<long>.Max);
        for (long round = 0; round < rounds; round++)
        {
            int start = (int)Math.Min(round * MostAtOnce, linear.Length), count = Math.Min(MostAtOnce, linear.Length - start);
            FetchAtOnce(communicator, distribution, operand, linear.Slice(start, count), destination.Slice(start, count));
        }
    }

    /// <summary>Puts elements of each rank anywhere; of several for one place the one with the highest order stays, of equal ones that of the highest rank.</summary>
    /// <param name="destination">Where to; every rank that holds an element gets it.</param>
    /// <param name="linear">Places in row-major order.</param>
    /// <param name="values">As many elements.</param>
    /// <param name="order">As many numbers; in the order of the ranks and places if empty.</param>
    /// <param name="operation">Name for errors.</param>
    /// <exception cref="RankFailedException">A place is outside of the array on a rank; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> One exchange, which takes the memory of what a rank sends and gets.</remarks>
    public static void Store<T>(DistArray<T> destination, ReadOnlySpan<long> linear, ReadOnlySpan<T> values, ReadOnlySpan<long> order, string operation = "Put") where T : unmanaged
    {
        if (linear.Length != values.Length || (!order.IsEmpty && order.Length != linear.Length))
            throw new ArgumentException($"{operation}: there are {linear.Length} places and {order.Length} numbers of their order for {values.Length} elements.");
        Distribution distribution = destination.Distribution;
        ICommunicator communicator = ExchangeContext.Of(distribution.Communicator).Communicator;
        LocalOperand operand = Open(communicator, destination, linear, operation, write: true);
        bool isOrdered = communicator.Allreduce(order.IsEmpty ? 0 : 1, Operation<int>.Max) > 0;
        var route = ElementRoute.Create(communicator, distribution, linear, toEveryCopy: true);
        long[] codes = route.Send<long>(route.Codes), numbers = isOrdered ? route.Send<long>(route.Arrange(order)) : [];
        T[] arrived = route.Send<T>(route.Arrange(values));
        var places = new ElementPlaces(distribution, operand);
        int[]? sorted = isOrdered && !IsAscending(numbers) ? Sorted(numbers) : null;
        for (int i = 0; i < arrived.Length; i++)
        {
            int next = sorted is null ? i : sorted[i];
            *(T*)places.Of(codes[next]) = arrived[next];
        }
        GC.KeepAlive(destination);
    }

    private static void FetchAtOnce<T>(ICommunicator communicator, Distribution distribution, LocalOperand operand, ReadOnlySpan<long> linear, Span<T> destination) where T : unmanaged
    {
        var route = ElementRoute.Create(communicator, distribution, linear, toEveryCopy: false);
        long[] asked = route.Send<long>(route.Codes);
        var places = new ElementPlaces(distribution, operand);
        var answers = new T[asked.Length];
        for (int i = 0; i < asked.Length; i++) answers[i] = *(T*)places.Of(asked[i]);
        route.Answer<T>(answers, destination);
    }

    private static LocalOperand Open<T>(ICommunicator communicator, DistArray<T> array, ReadOnlySpan<long> linear, string operation, bool write) where T : unmanaged
    {
        Exception? problem = null;
        foreach (long place in linear)
        {
            if ((ulong)place < (ulong)array.Size) continue;
            problem = new ArgumentOutOfRangeException(nameof(linear), $"{operation}: place {place} is outside of shape {ShapeText.Of(array.Shape)}, which has {array.Size} elements.");
            break;
        }
        LocalOperand operand = default;
        communicator.ThrowIfAny(problem ?? Redistribution.Try(() =>
        {
            if (array.Distribution.LocalSize > 0) operand = write ? array.WriteOperand() : array.ReadOperand();
        }));
        return operand;
    }

    private static bool IsAscending(long[] numbers)
    {
        for (int i = 1; i < numbers.Length; i++)
            if (numbers[i] < numbers[i - 1]) return false;
        return true;
    }

    // Stable.
    private static int[] Sorted(long[] numbers)
    {
        int[] positions = [.. Enumerable.Range(0, numbers.Length)];
        Array.Sort(positions, (left, right) => numbers[left] != numbers[right] ? numbers[left].CompareTo(numbers[right]) : left.CompareTo(right));
        return positions;
    }
}
