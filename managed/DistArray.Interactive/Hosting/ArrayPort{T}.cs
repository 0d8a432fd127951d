using System.Runtime.InteropServices;
using DistArray.Interactive.Protocol;

namespace DistArray.Interactive.Hosting;

/// <summary>An array.</summary>
internal sealed class ArrayPort<T>(DistArray<T> array) : ArrayPort where T : unmanaged
{
    /// <inheritdoc/>
    public override ArrayValue Describe()
    {
        _ = array.LocalView; // computes it, and throws where it is gone
        ICommunicator communicator = array.Distribution.Communicator;
        return new ArrayValue(typeof(DistArray<T>).AssemblyQualifiedName!, array.ElementType, array.Shape.ToArray(), array.Distribution.ToString()!,
            communicator.Rank, communicator.Size);
    }

    /// <inheritdoc/>
    public override string Format() => array.Format();

    /// <inheritdoc/>
    public override byte[] Gather() => array.Gather(0) is { } elements ? MemoryMarshal.AsBytes(elements.AsSpan()).ToArray() : [];
}
