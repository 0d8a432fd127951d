namespace DistArray;

/// <summary>An associative reduction of elements of one type, built in or the user's.</summary>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <remarks>MPI.NET's <c>Operation&lt;T&gt;</c>; MPI-4.0 section 6.9.</remarks>
public sealed unsafe class Operation<T> : Operation where T : unmanaged
{
    private static readonly Operation<T>?[] s_builtIn = new Operation<T>?[(int)OperationKind.BitwiseXor + 1];

    private readonly Func<T, T, T>? _function;
    private readonly delegate*<void*, void*, long, void> _kernel;

    /// <summary>Makes a reduction of a function.</summary>
    /// <param name="function">An associative function; its first argument is of the lower ranks.</param>
    /// <param name="isCommutative">Whether the order of the arguments does not matter.</param>
    /// <exception cref="NotSupportedException"><typeparamref name="T"/> is no element type.</exception>
    public Operation(Func<T, T, T> function, bool isCommutative = true) : base(OperationKind.User, ElementTypes.Of<T>(), isCommutative)
    {
        ArgumentNullException.ThrowIfNull(function);
        _function = function;
    }

    private Operation(OperationKind kind, delegate*<void*, void*, long, void> kernel) : base(kind, ElementTypes.Of<T>(), true) => _kernel = kernel;

    /// <summary>Sum of numbers.</summary>
    /// <exception cref="NotSupportedException">The elements are booleans or logicals.</exception>
    public static Operation<T> Add => BuiltIn(OperationKind.Add);

    /// <summary>Product of numbers.</summary>
    /// <exception cref="NotSupportedException">The elements are booleans or logicals.</exception>
    public static Operation<T> Multiply => BuiltIn(OperationKind.Multiply);

    /// <summary>Smallest of real numbers; which of a number and a NaN wins is not defined.</summary>
    /// <exception cref="NotSupportedException">The elements have no order.</exception>
    public static Operation<T> Min => BuiltIn(OperationKind.Min);

    /// <summary>Largest of real numbers; which of a number and a NaN wins is not defined.</summary>
    /// <exception cref="NotSupportedException">The elements have no order.</exception>
    public static Operation<T> Max => BuiltIn(OperationKind.Max);

    /// <summary>Logical and of booleans or logicals.</summary>
    /// <exception cref="NotSupportedException">The elements are numbers.</exception>
    public static Operation<T> LogicalAnd => BuiltIn(OperationKind.LogicalAnd);

    /// <summary>Logical or of booleans or logicals.</summary>
    /// <exception cref="NotSupportedException">The elements are numbers.</exception>
    public static Operation<T> LogicalOr => BuiltIn(OperationKind.LogicalOr);

    /// <summary>Logical exclusive or of booleans or logicals.</summary>
    /// <exception cref="NotSupportedException">The elements are numbers.</exception>
    public static Operation<T> LogicalXor => BuiltIn(OperationKind.LogicalXor);

    /// <summary>Bitwise and of integers.</summary>
    /// <exception cref="NotSupportedException">The elements are no integers.</exception>
    public static Operation<T> BitwiseAnd => BuiltIn(OperationKind.BitwiseAnd);

    /// <summary>Bitwise or of integers.</summary>
    /// <exception cref="NotSupportedException">The elements are no integers.</exception>
    public static Operation<T> BitwiseOr => BuiltIn(OperationKind.BitwiseOr);

    /// <summary>Bitwise exclusive or of integers.</summary>
    /// <exception cref="NotSupportedException">The elements are no integers.</exception>
    public static Operation<T> BitwiseXor => BuiltIn(OperationKind.BitwiseXor);

    /// <inheritdoc/>
    public override void Combine(void* input, void* inout, long count)
    {
        if (_function is null)
        {
            _kernel(input, inout, count);
            return;
        }
        T* a = (T*)input, b = (T*)inout;
        for (long i = 0; i < count; i++)
            b[i] = _function(a[i], b[i]);
    }

    private static Operation<T> BuiltIn(OperationKind kind)
    {
        if (s_builtIn[(int)kind] is { } made) return made;
        delegate*<void*, void*, long, void> kernel = ReductionKernels.Find(kind, ElementTypes.Of<T>());
        if (kernel is null)
            throw new NotSupportedException($"There is no reduction {kind} of {typeof(T)}. Make one of a function: new Operation<{typeof(T).Name}>((a, b) => …).");
        return s_builtIn[(int)kind] = new Operation<T>(kind, kernel);
    }
}
