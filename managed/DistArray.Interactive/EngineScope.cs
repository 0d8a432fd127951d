using System.ComponentModel;
using System.Runtime.InteropServices;
using DistArray.Mpi;

namespace DistArray.Interactive;

/// <summary>What lines and scripts have in scope on each rank.</summary>
public sealed class EngineScope
{
    private readonly Stack<IDisposable> _disposables = [];
    private byte[] _elements = [];

    internal EngineScope(Communicator world, IReadOnlyList<string> args)
    {
        World = world;
        Args = args;
    }

    /// <summary>All ranks.</summary>
    public Communicator World { get; }

    /// <summary>Number of this rank.</summary>
    public int Rank => World.Rank;

    /// <summary>Number of ranks.</summary>
    public int Size => World.Size;

    /// <summary>Arguments of the script: what stood after its name.</summary>
    public IReadOnlyList<string> Args { get; }

    /// <summary>The value that was shown last on this rank.</summary>
    public object? It { get; internal set; }

    /// <summary>The elements that the client has sent to this rank; null on the others.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <returns>The elements, which are forgotten here.</returns>
    /// <remarks>Local. What <see cref="Engines.Push{T}(string, T[], ReadOnlySpan{long}, string?)"/> runs calls it.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public T[]? TakeElements<T>() where T : unmanaged
    {
        if (Rank != 0) return null;
        T[] elements = MemoryMarshal.Cast<byte, T>(_elements).ToArray();
        _elements = [];
        return elements;
    }

    /// <summary>Takes note of a variable that is declared with <c>using</c> outside of blocks: it lives until the script ends.</summary>
    /// <param name="variable">Its value.</param>
    /// <remarks>Local. Such a declaration calls it.</remarks>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public void DisposeAtEnd(IDisposable? variable)
    {
        if (variable is not null) _disposables.Push(variable);
    }

    internal void Keep(byte[] elements) => _elements = elements;

    // The last first, as at the end of a block.
    internal void DisposeAll()
    {
        while (_disposables.TryPop(out IDisposable? variable)) variable.Dispose();
    }

    internal void Forget()
    {
        It = null;
        _disposables.Clear();
    }
}
