using System.Numerics;
using DistArray.Cli.Plotting.Numbers;

namespace DistArray.Cli.Tests.Plotting;

/// <summary>Transforms against NumPy's.</summary>
internal sealed class FourierTransformTests
{
    private static readonly int[] s_lengths = [1, 2, 3, 4, 5, 6, 7, 8, 12, 30, 49, 64, 97, 360, 1001];

    [Test]
    public void Run_OfAnyLength_EqualsNumPy()
    {
        double[] numpy = ToolRun.Python(".", $"""
            for n in [{string.Join(", ", s_lengths)}]:
                j = np.arange(n)
                f = np.fft.fft(np.sin(j * j) + 1j * np.cos(3 * j + 1))
                print(*np.array([f.real, f.imag]).T.ravel())
            """);
        int at = 0;
        foreach (int length in s_lengths)
        {
            Complex[] values = [.. Enumerable.Range(0, length).Select(j => new Complex(Math.Sin((double)j * j), Math.Cos((3.0 * j) + 1)))];
            new FourierTransform(length).Run(values, new Complex[length]);
            foreach (Complex value in values)
            {
                Assert.That(value.Real, Is.EqualTo(numpy[at++]).Within(1e-12 * length), $"length {length}");
                Assert.That(value.Imaginary, Is.EqualTo(numpy[at++]).Within(1e-12 * length), $"length {length}");
            }
        }
        Assert.That(at, Is.EqualTo(numpy.Length));
    }

    [Test]
    public void FieldTransform_OfThreeAxes_EqualsNumPy()
    {
        double[] numpy = ToolRun.Python(".", """
            f = np.fft.fftn(np.sin(np.arange(4 * 6 * 5) ** 2).reshape(4, 6, 5))
            print(*np.array([f.real, f.imag]).reshape(2, -1).T.ravel())
            """);
        Complex[] values = [.. Enumerable.Range(0, 120).Select(j => new Complex(Math.Sin((double)j * j), 0))];
        FieldTransform.Run(values, [4, 6, 5]);
        Assert.That(values.SelectMany(value => new[] { value.Real, value.Imaginary }), Is.EqualTo(numpy).Within(1e-12));
    }
}
