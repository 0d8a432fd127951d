namespace DistArray;

/// <summary>A distributed array of any element type, of which <see cref="Halo"/> takes several at once.</summary>
public interface IHaloArray
{
    /// <summary>Which rank owns which element.</summary>
    Distribution Distribution { get; }

    /// <summary>Type of the elements.</summary>
    internal ElementType HaloElementType { get; }

    /// <summary>Where the array lies, halo included.</summary>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    internal void Locate(ref HaloField field);

    /// <summary>Pending arrays that read the array, or its ghosts, are computed.</summary>
    internal void BeforeWrite();

    /// <summary>Sets the ghosts beyond physical ends that have a fixed value or a function.</summary>
    internal void SetEnds(HaloRules rules);
}
