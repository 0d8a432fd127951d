using System.Globalization;

namespace DistArray.Testing.Samples;

/// <summary>Values of parameters, as NUnit's users write them.</summary>
public class Values
{
    public static IEnumerable<string> Names => ["one", "two"];

    [MpiTest(1, 2)]
    public void Combined(ICommunicator world, [Values(3, 4)] int count, [Values] bool upper) => Assert.That(count, Is.InRange(3, 4));

    [MpiTest(2)]
    public void Ranged(ICommunicator world, [Range(0.5, 1.5, 0.5)] double step) => Assert.That(step % 0.5, Is.Zero);

    [MpiTest(2)]
    public void Random(ICommunicator world, [Random(0, 1000000, 2)] int number) => Console.WriteLine(number.ToString(CultureInfo.InvariantCulture));

    [MpiTest(2)]
    public void Sourced(ICommunicator world, [ValueSource(nameof(Names))] string name) => Assert.That(name, Has.Length.EqualTo(3));

    [MpiTest(2, Combining = Combining.Pairwise)]
    public void Pairs(ICommunicator world, [Values(1, 2)] int a, [Values(3, 4)] int b, [Values(5, 6)] int c) => Assert.That(a + b + c, Is.InRange(9, 12));

    [MpiTest(2, Combining = Combining.Sequential)]
    public void InStep(ICommunicator world, [Values(1, 2)] int a, [Values(10, 20)] int b) => Assert.That(b, Is.EqualTo(10 * a));

    [MpiTest(2)]
    [Repeat(3)]
    public void Repeated(ICommunicator world) => Console.WriteLine("once more");
}
