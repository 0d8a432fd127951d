using DistArray.Testing.Oracle;

namespace DistArray.Testing;

/// <summary>NumPy as an oracle: <c>Assert.That(Np.Sort(a), Is.ArrayEqualTo(NumPy.Evaluate("np.sort(a)", ("a", a))))</c>.</summary>
/// <remarks>Rank 0 gathers the arrays and gives them to a Python process, whose result every rank gets. Where there is no Python with NumPy the test is
/// ignored. Python is <c>DISTARRAY_PYTHON</c>, else <c>/usr/bin/python3</c> or the python3 on PATH, whichever has NumPy.</remarks>
public static class NumPy
{
    /// <summary>What an expression gives, of arrays of one type whose result has that type too.</summary>
    /// <typeparam name="T">Type of the elements.</typeparam>
    /// <param name="expression">Python, in which NumPy is <c>np</c> and the arrays have their names.</param>
    /// <param name="arrays">The arrays, of one communicator; at least one.</param>
    /// <returns>A new array, which every rank has whole.</returns>
    /// <exception cref="NumPyException">Python raised an exception, the result has another type, or it took longer than a minute; on every rank alike.</exception>
    /// <exception cref="NUnit.Framework.IgnoreException">There is no Python with NumPy.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static DistArray<T> Evaluate<T>(string expression, params (string Name, DistArray<T> Array)[] arrays) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(arrays);
        if (arrays.Length == 0) throw new ArgumentException("There is no array. Expressions without one are evaluated by NumPy.On(world).", nameof(arrays));
        NumPyCall call = On(arrays[0].Array.Distribution.Communicator);
        foreach (var (name, array) in arrays) call.Let(name, array);
        return call.Evaluate<T>(expression);
    }

    /// <summary>Begins a call with arrays of several types, or none.</summary>
    /// <param name="world">The ranks that get the result.</param>
    public static NumPyCall On(ICommunicator world) => new(world);
}
