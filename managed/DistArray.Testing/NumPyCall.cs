using DistArray.Testing.Oracle;
using NUnit.Framework;

namespace DistArray.Testing;

/// <summary>An expression for NumPy and its arrays: <c>NumPy.On(world).Let("a", a).Let("i", i).Evaluate&lt;bool&gt;("a[i] > 0")</c>.</summary>
public sealed class NumPyCall
{
    private static readonly TimeSpan Deadline = TimeSpan.FromMinutes(1);
    private readonly ICommunicator _world;
    private readonly List<(string Name, Func<byte[]?> Gather)> _arrays = [];

    internal NumPyCall(ICommunicator world)
    {
        ArgumentNullException.ThrowIfNull(world);
        _world = world;
    }

    /// <summary>Gives an array a name.</summary>
    /// <typeparam name="T">Type of the elements; one that NumPy has.</typeparam>
    /// <param name="name">A name in Python.</param>
    /// <param name="array">An array on the same ranks.</param>
    /// <returns>This call.</returns>
    /// <remarks>Local. The evaluation is <b>Collective</b>, and gathers the array.</remarks>
    public NumPyCall Let<T>(string name, DistArray<T> array) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        string descriptor = NpyBytes.Descriptor(ElementTypes.Of<T>());
        _arrays.Add((name, () => array.Gather() is { } all ? NpyBytes.Write(all, array.Shape, descriptor) : null));
        return this;
    }

    /// <summary>What an expression gives.</summary>
    /// <typeparam name="TResult">Type of its elements; no conversion is made.</typeparam>
    /// <param name="expression">Python, in which NumPy is <c>np</c> and the arrays have their names.</param>
    /// <returns>A new array, which every rank has whole.</returns>
    /// <exception cref="NumPyException">Python raised an exception, the result has another type, or it took longer than a minute; on every rank alike.</exception>
    /// <exception cref="IgnoreException">There is no Python with NumPy.</exception>
    /// <remarks><b>Collective.</b> Gathers the arrays to rank 0.</remarks>
    public DistArray<TResult> Evaluate<TResult>(string expression) where TResult : unmanaged
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(expression);
        string descriptor = NpyBytes.Descriptor(ElementTypes.Of<TResult>());
        byte[]?[] operands = [.. _arrays.Select(array => array.Gather())];
        PythonAnswer answer = _world.Rank == 0
            ? PythonChild.Evaluate(expression, [.. _arrays.Select((array, i) => (array.Name, operands[i]!))], Deadline)
            : default;
        if (_world.Broadcast(answer.Missing, 0) is { } missing) Assert.Ignore(missing);
        if (_world.Broadcast(answer.Error, 0) is { } error) throw new NumPyException($"NumPy, {expression}: {error}");
        long length = answer.Npy?.LongLength ?? 0;
        _world.Broadcast(ref length, 0);
        byte[] npy = answer.Npy ?? new byte[length];
        _world.Broadcast<byte>(npy, 0);
        // Every rank has the same bytes, and comes to the same conclusion.
        TResult[] values = NpyBytes.Read<TResult>(npy, out long[] shape, out string type);
        if (type != descriptor) throw new NumPyException($"NumPy, {expression}: the result has the type {type}, and {descriptor} was asked for. Convert it in Python, or ask for the other type.");
        return Np.FromArray(new Distribution(_world, shape, new string('n', shape.Length)), values);
    }
}
