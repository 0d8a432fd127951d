using System.Numerics;
using DistArray;

namespace Turbulence.Tests.Physics;

public class ModeSumsTests
{
    private static readonly Quantity s_product = new("<fg>", (in m) => Mode.Product(m.First, m.Second));
    private static readonly Quantity s_gradient = new("<∂y f · ∂y f>", (in m) => m.Ky * m.Ky * Mode.Square(m.First));

    // f = 3 cos(x − 2y) + sin(2x), g = cos(x − 2y) + 5 sin(2x) + cos y in a box of side 4π: k is half of the mode number.
    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(7)]       // seven ranks share the five lines of n = 8: some own nothing
    public void Means_OfWaves_EqualTheClosedForms(int ranks) => OnWaves(ranks, (state, p) =>
    {
        double[] means = ModeSums.Means(state, p, [s_product, s_gradient]);
        Assert.That(means[0], Is.EqualTo(0.5 * 3 + 0.5 * 5).Within(1e-14));
        Assert.That(means[1], Is.EqualTo(0.5 * 9 * 1 * 1).Within(1e-14));       // ky = 2/2
    });

    [TestCase(1)]
    [TestCase(3)]
    public void Shells_OfWaves_AddUpToTheMeans(int ranks) => OnWaves(ranks, (state, p) =>
    {
        double[] shells = ModeSums.Shells(state, p, [s_product])[0];
        // |k| of (1, −2) and (2, 0): both in the shell about 2 box wavenumbers, whose width is 1/2
        Assert.That(shells, Is.EqualTo(new[] { 0, 4 / 0.5, 0 }).Within(1e-14));
    });

    private static void OnWaves(int ranks, Action<DistArray<Complex>, Parameters> check) => ThreadCommunicator.Run(ranks, communicator =>
    {
        var p = new Parameters(Model.Kaw, 8, 4 * Math.PI, 1, 0, 1, 0, 0, 0);
        using DistArray<Complex> state = Np.Zeros<Complex>(new Distribution(communicator, [8, 5, 2], "nbn"));
        var fields = new ModeWriter(state, p);
        fields.StreamFunction(1, -2, 1.5);
        fields.StreamFunction(2, 0, new Complex(0, -0.5));
        fields.Other(1, -2, 0.5);
        fields.Other(2, 0, new Complex(0, -2.5));
        fields.Other(0, 1, 0.5);
        check(state, p);
    });
}
