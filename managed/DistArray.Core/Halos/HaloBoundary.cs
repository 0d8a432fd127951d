namespace DistArray;

/// <summary>What the ghosts beyond a physical end of an axis become; ends of periodic axes are none.</summary>
public abstract class HaloBoundary
{
    private protected HaloBoundary(HaloEndKind kind) => Kind = kind;

    /// <summary>Nothing is written: the ghosts keep what the program has put there.</summary>
    public static HaloBoundary Untouched { get; } = new IndexBoundary(HaloEndKind.Untouched);

    /// <summary>Copies of the outermost cell. As numpy.pad(mode='edge').</summary>
    public static HaloBoundary Edge { get; } = new IndexBoundary(HaloEndKind.Edge);

    /// <summary>Mirrored at the outermost cell, which is not repeated: c b | a b c | b a. As numpy.pad(mode='reflect').</summary>
    public static HaloBoundary Reflect { get; } = new IndexBoundary(HaloEndKind.Reflect);

    /// <summary>Mirrored at the outer face of the outermost cell: b a | a b c | c b. As numpy.pad(mode='symmetric').</summary>
    public static HaloBoundary Symmetric { get; } = new IndexBoundary(HaloEndKind.Symmetric);

    internal HaloEndKind Kind { get; }

    /// <summary>The element type of the arrays that it is for; null where it is for all.</summary>
    internal virtual ElementType? ElementType => null;

    /// <summary>One value. As numpy.pad(mode='constant').</summary>
    /// <typeparam name="T">Type of the elements of the arrays.</typeparam>
    /// <param name="value">The value.</param>
    public static HaloBoundary Fixed<T>(T value) where T : unmanaged => new FixedBoundary<T>(value);

    /// <summary>What a function sets.</summary>
    /// <typeparam name="T">Type of the elements of the arrays.</typeparam>
    /// <param name="function">Called after the exchange on each rank that stores ghosts beyond the end and cells before it.</param>
    public static HaloBoundary Extrapolated<T>(HaloExtrapolation<T> function) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(function);
        return new FunctionBoundary<T>(function);
    }

    internal sealed class IndexBoundary(HaloEndKind kind) : HaloBoundary(kind);

    internal sealed class FixedBoundary<T>(T value) : HaloBoundary(HaloEndKind.Fixed) where T : unmanaged
    {
        public T Value => value;

        internal override ElementType? ElementType => ElementTypes.Of<T>();
    }

    internal sealed class FunctionBoundary<T>(HaloExtrapolation<T> function) : HaloBoundary(HaloEndKind.Function) where T : unmanaged
    {
        public HaloExtrapolation<T> Function => function;

        internal override ElementType? ElementType => ElementTypes.Of<T>();
    }
}
