using System.Numerics;
using System.Runtime.InteropServices;

namespace DistArray.IO.Tests.Checkpoints;

/// <summary>A state with something of every kind, its values a function of a number.</summary>
internal sealed class Everything : IDisposable
{
    private readonly DistArray<double> _doubles, _haloed;
    private readonly DistArray<Complex> _complex;
    private readonly DistArray<float> _singles;
    private readonly DistArray<short> _shorts;
    private readonly DistArray<bool> _truths;
    private readonly DistArray<byte> _empty;
    private readonly DistArray<double> _single;
    private readonly RandomGenerator _random;
    private int _int;
    private long _long;
    private double _double;
    private bool _bool;
    private Complex _value;
    private string _text;
    private double[] _numbers;
    private long[] _none = [];

    public Everything(ICommunicator world, int number)
    {
        var rows = new Distribution(world, [4, 5]);
        _doubles = Np.FromFunction<double>(new Distribution(world, [6, 5], "cn"), index => index[0] == 3 ? BitConverter.UInt64BitsToDouble(0x7FF0_0000_DEAD_0000 + (ulong)index[1]) : -0.0 * number + index[1] * number);
        _haloed = Np.FromFunction<double>(new Distribution(world, [8, 9], "bn", haloLow: [1, 2], haloHigh: [1, 0]), index => index[0] * 9 + index[1] + 0.1 * number, MemoryOrder.ColumnMajor);
        _complex = Np.FromFunction<Complex>(rows, index => new Complex(index[0] * number, -index[1]));
        _singles = Np.FromFunction<float>(rows, index => index[0] / (index[1] + number + 0.5f));
        _shorts = Np.FromFunction<short>(rows, index => (short)(number * 1000 - index[0] * 5 - index[1]));
        _truths = Np.FromFunction<bool>(rows, index => (index[0] + index[1] * number) % 3 == 0);
        _empty = Np.Zeros<byte>(new Distribution(world, [3, 0]));
        _single = Np.Zeros<double>(new Distribution(world, [], ""));
        _single.LocalView[ReadOnlySpan<int>.Empty] = number + 0.7;
        _random = Np.Random((ulong)number << 33);
        for (int i = 0; i < number; i++)
            _random.Uniform(rows).Dispose();
        (_int, _long, _double, _bool, _value, _text) = (-number, 1L << (40 + number), number / 3.0, number % 2 == 1, new Complex(number, 0.25), $"Größe {number}\n");
        _numbers = [.. Enumerable.Range(0, 10_000 * number).Select(i => i / 7.0)];
    }

    public void Describe(CheckpointState state)
    {
        state.Array("doubles", _doubles);
        state.Array("fields/haloed", _haloed);
        state.Array("fields/complex", _complex);
        state.Array("singles", _singles);
        state.Array("shorts", _shorts);
        state.Array("truths", _truths);
        state.Array("empty", _empty);
        state.Array("single", _single);
        state.Generator("random", _random);
        state.Value("int", ref _int);
        state.Value("long", ref _long);
        state.Value("double", ref _double);
        state.Value("bool", ref _bool);
        state.Value("value", ref _value);
        state.Text("text", ref _text);
        state.Values("numbers", ref _numbers);
        state.Values("none", ref _none);
    }

    public void AssertEquals(Everything other)
    {
        Assert.Multiple(() =>
        {
            Same(_doubles, other._doubles);
            Same(_haloed, other._haloed);
            Same(_complex, other._complex);
            Same(_singles, other._singles);
            Same(_shorts, other._shorts);
            Same(_truths, other._truths);
            Same(_single, other._single);
            Assert.That((_int, _long, _double, _bool, _value, _text), Is.EqualTo((other._int, other._long, other._double, other._bool, other._value, other._text)));
            Assert.That(_numbers, Is.EqualTo(other._numbers));
            Assert.That(_none, Is.Empty);
            Assert.That(_random.State, Is.EqualTo(other._random.State));
            RandomGeneratorState before = _random.State;
            using DistArray<double> next = _random.Normal(_singles.Distribution), expected = other._random.Normal(_singles.Distribution);
            Same(next, expected);
            other._random.State = before;
        });
    }

    public void Dispose()
    {
        foreach (IDisposable array in (IDisposable[])[_doubles, _haloed, _complex, _singles, _shorts, _truths, _empty, _single])
            array.Dispose();
    }

    private static void Same<T>(DistArray<T> array, DistArray<T> expected) where T : unmanaged =>
        Assert.That(MemoryMarshal.AsBytes(array.LocalToArray().AsSpan()).ToArray(), Is.EqualTo(MemoryMarshal.AsBytes(expected.LocalToArray().AsSpan()).ToArray()));
}
