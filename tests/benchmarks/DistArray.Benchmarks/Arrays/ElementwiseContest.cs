using DistArray.Mpi;

namespace DistArray.Benchmarks.Arrays;

/// <summary>Elementwise works at one size, against C on the same memory, NumPy and numexpr.</summary>
internal sealed class ElementwiseContest(Communicator world, string[] arguments) : IDisposable
{
    private readonly PythonPeer _python = new();
    private readonly Turns _turns = new(world);
    private readonly string _size = arguments[1];

    /// <summary>Number of elements.</summary>
    public long N { get; } = long.Parse(arguments[0]);

    /// <summary>Operands: distinct values of about 1, the same as in Python.</summary>
    public double A(long i) => (double)i / N + 0.1;

    /// <inheritdoc cref="A"/>
    public double B(long i) => 1 - (double)i / (2 * N);

    /// <inheritdoc cref="A"/>
    public double C(long i) => (i + 3.0) / N;

    /// <summary>Measures a work that writes into an array.</summary>
    /// <param name="text">Its name in the table.</param>
    /// <param name="name">Its name in Python.</param>
    /// <param name="result">Where ours and C's result goes.</param>
    /// <param name="ours">Our way.</param>
    /// <param name="c">C's way.</param>
    /// <param name="limit">Limit against C.</param>
    /// <param name="python">Limit against NumPy and numexpr.</param>
    public void Measure(string text, string name, DistArray<double> result, Action ours, Action c, double? limit, double? python = null)
    {
        text = $"{text}, {_size}";
        _turns.Try(text, "C", limit, () =>
        {
            result.Fill(double.NaN);
            ours();
            double[] expected = result.LocalToArray();
            _turns.Measure(text, ours, [_turns.Rival("C", limit, c, result, expected), .. _python.Rivals(name, N, python, expected)]);
        });
    }

    /// <summary>Measures a work that makes an array, against C that writes into one.</summary>
    public void Measure(string text, Func<DistArray<double>> ours, Action c, DistArray<double> result)
    {
        text = $"{text}, {_size}";
        _turns.Try(text, "C", null, () =>
        {
            using DistArray<double> made = ours();
            _turns.Measure(text, () => ours().Dispose(), _turns.Rival("C", null, c, result, made.LocalToArray()));
        });
    }

    public void Dispose() => _python.Dispose();
}
