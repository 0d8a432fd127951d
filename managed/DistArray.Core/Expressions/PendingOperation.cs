namespace DistArray;

/// <summary>An elementwise operation that nobody has computed yet. Its operands are aligned with the result: what it needs of them is on the same rank.</summary>
internal sealed class PendingOperation
{
    /// <summary>Operations that one expression may have; an operand that would make it longer is computed first, so that a loop does not pile them up.</summary>
    public const int MostOperations = 32;

    public PendingOperation(ElementKernel kernel, Distribution distribution, MemoryOrder order, IOperand x, IOperand? y, IOperand? z)
    {
        Kernel = kernel;
        Distribution = distribution;
        Order = order;
        (X, Y, Z) = (x, y, z);
        Use(x);
        Use(y);
        Use(z);
        while (Count() > MostOperations) Longest().Evaluate();
        Operations = Count();
    }

    private PendingOperation(IOperand window, Distribution distribution, MemoryOrder order, HaloRead? read)
    {
        Distribution = distribution;
        Order = order;
        X = window;
        Read = read;
    }

    /// <summary>What is to be computed; null where the elements are those of the operand, shifted.</summary>
    public ElementKernel? Kernel { get; }

    /// <summary>The ghosts that a shift reads; null where it is by 0, and for what is no shift.</summary>
    public HaloRead? Read { get; }

    public Distribution Distribution { get; }

    public MemoryOrder Order { get; }

    public IOperand X { get; }

    public IOperand? Y { get; }

    public IOperand? Z { get; }

    /// <summary>Operations of the whole expression.</summary>
    public int Operations { get; }

    /// <summary>How often the result was read or used as an operand: the second time it is computed and kept.</summary>
    public int Reads { get; set; }

    /// <summary>Pending arrays that read the result.</summary>
    public PendingReaders Readers { get; } = new();

    /// <summary>The elements of a window of the same memory, once its ghosts are there.</summary>
    public static PendingOperation OfShift(IOperand window, Distribution distribution, MemoryOrder order, HaloRead? read) => new(window, distribution, order, read);

    private int Count() => 1 + Count(X) + Count(Y) + Count(Z);

    private static int Count(IOperand? operand) => operand?.Pending?.Operations ?? 0;

    private static void Use(IOperand? operand)
    {
        if (operand?.Pending is { } pending) pending.Reads++;
    }

    private IOperand Longest()
    {
        IOperand longest = X;
        if (Count(Y) > Count(longest)) longest = Y!;
        return Count(Z) > Count(longest) ? Z! : longest;
    }
}
