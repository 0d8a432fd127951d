using DistArray.Interactive.Protocol;

namespace DistArray.Interactive.Hosting;

/// <summary>An array of whatever elements.</summary>
internal abstract class ArrayPort
{
    /// <summary>The value as an array, or null where it is none.</summary>
    public static ArrayPort? Of(object? value)
    {
        Type? type = value?.GetType();
        if (type is not { IsGenericType: true } || type.GetGenericTypeDefinition() != typeof(DistArray<>)) return null;
        return (ArrayPort)Activator.CreateInstance(typeof(ArrayPort<>).MakeGenericType(type.GetGenericArguments()), value)!;
    }

    /// <summary>What the array is, as this rank sees it.</summary>
    /// <exception cref="ObjectDisposedException">It is gone.</exception>
    public abstract ArrayValue Describe();

    /// <summary>The whole array as text. <b>Collective.</b></summary>
    public abstract string Format();

    /// <summary>All elements on rank 0, nothing elsewhere. <b>Collective.</b></summary>
    public abstract byte[] Gather();
}
