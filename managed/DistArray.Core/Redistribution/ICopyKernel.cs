namespace DistArray;

/// <summary>Copies two axes.</summary>
internal unsafe interface ICopyKernel
{
    /// <summary>Copies.</summary>
    /// <param name="source">Where the first element lies.</param>
    /// <param name="target">Where it goes.</param>
    /// <param name="rows">The outer axis.</param>
    /// <param name="row">The inner one.</param>
    /// <param name="streams">Whether long rows may pass the caches by.</param>
    static abstract void Copy<T>(byte* source, byte* target, CopyDim rows, CopyDim row, bool streams) where T : unmanaged;
}
