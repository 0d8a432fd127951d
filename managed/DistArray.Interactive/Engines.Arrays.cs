using System.Globalization;
using System.Runtime.InteropServices;
using DistArray.Interactive.Hosting;
using DistArray.Interactive.Jobs;
using DistArray.Interactive.Protocol;

namespace DistArray.Interactive;

public sealed partial class Engines
{
    /// <summary>An array of the engines, by its name or any expression that gives it.</summary>
    /// <typeparam name="T">Type of its elements.</typeparam>
    /// <param name="expression">The expression, evaluated whenever the handle is used.</param>
    /// <returns>A handle; nothing is copied.</returns>
    /// <exception cref="EngineException">As <see cref="Execute(string)"/>; the compiler says so where the expression is no such array.</exception>
    /// <exception cref="InvalidOperationException">The ranks have different arrays.</exception>
    public RemoteArray<T> Array<T>(string expression) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(expression);
        return new RemoteArray<T>(this, expression, Describe<T>(expression));
    }

    /// <summary>Makes an array on the engines of elements of the client.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="name">Name of the variable that lines see.</param>
    /// <param name="elements">All elements in row-major order.</param>
    /// <param name="shape">Global shape.</param>
    /// <param name="codes">Distribution of each axis, as <see cref="Distribution"/> takes it; null for blocks along the first one.</param>
    /// <returns>A handle.</returns>
    /// <exception cref="ArgumentException">The name is none, or there are not as many elements as the shape says.</exception>
    /// <exception cref="EngineException">As <see cref="Execute(string)"/>.</exception>
    public RemoteArray<T> Push<T>(string name, T[] elements, ReadOnlySpan<long> shape, string? codes = null) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(elements);
        if (!Microsoft.CodeAnalysis.CSharp.SyntaxFacts.IsValidIdentifier(name)) throw new ArgumentException($"Push: '{name}' is no name of a variable.", nameof(name));
        long size = 1;
        foreach (long extent in shape) size = checked(size * extent);
        if (size != elements.LongLength) throw new ShapeMismatchException($"Push: {elements.LongLength} elements do not fill the shape ({Numbers(shape)}), which has {size}.");
        if (elements.LongLength * Marshal.SizeOf<T>() > System.Array.MaxLength) throw new ArgumentException($"Push: {size} elements are more than one message holds. Push parts, or let the engines read a file.", nameof(elements));
        string type = TypeText.Of(typeof(T));
        string distribution = codes is null ? "" : ", " + Microsoft.CodeAnalysis.CSharp.SymbolDisplay.FormatLiteral(codes, quote: true);
        string line = $"var {name} = Np.FromArray<{type}>(new Distribution(World, [{Numbers(shape)}]{distribution}), TakeElements<{type}>(), 0);";
        using (Enter())
        {
            var compiled = Compile(line, typeof(object));
            Ask(new EngineRequest(RequestKind.Elements), MemoryMarshal.AsBytes(elements.AsSpan()), [0]);
            RunLine(compiled, ResultUse.Shown, All, persists: true);
            return Array<T>(name);
        }
    }

    internal ArrayDescription Describe<T>(string expression) where T : unmanaged
    {
        using (Enter()) return Evaluated<T>(expression);
    }

    internal (T[] Elements, ArrayDescription Array) Gather<T>(string expression) where T : unmanaged
    {
        using (Enter())
        {
            ArrayDescription array = Evaluated<T>(expression);
            long size = array.Shape.Aggregate(1L, (product, extent) => product * extent);
            if (size * Marshal.SizeOf<T>() > System.Array.MaxLength)
                throw new InvalidOperationException($"Gather: the {size} elements of {expression} are more than one message holds. Gather slices, or write a file.");
            Exchange exchange = Ask(new EngineRequest(RequestKind.Gather), [], All);
            return (MemoryMarshal.Cast<byte, T>(exchange.Ranks[0].Payload).ToArray(), array);
        }
    }

    private ArrayDescription Evaluated<T>(string expression) where T : unmanaged
    {
        Exchange exchange = RunLine(Compile($"({expression})", typeof(DistArray<T>)), ResultUse.Array, All, persists: false);
        if (!IsOneArray(exchange))
            throw new InvalidOperationException($"The ranks have different arrays as {expression}: {string.Join("; ", Failures.Fold(exchange.Ranks.Select(rank => (rank.Rank, rank.Ended!.Array!.Distribution))))}");
        return Result(exchange.Ranks[0]).Array!;
    }

    private static string Numbers(ReadOnlySpan<long> shape) => string.Join(", ", System.Array.ConvertAll(shape.ToArray(), extent => extent.ToString(CultureInfo.InvariantCulture)));
}
