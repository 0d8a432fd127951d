using SkiaSharp;
using Turbulence.Tests.Running;

namespace Turbulence.Tests.Pictures;

/// <summary>Maps: where the points of the grid are in the picture.</summary>
public class FieldMapTests
{
    // The picture leaves a square of 640 pixels from here on.
    private const int Left = 80, Top = 50, Side = 640;

    [TestCase(2, 5)]
    [TestCase(6, 1)]
    public void Save_OnePointThatIsNotZero_IsDrawnAtItsCoordinates(int x, int y)
    {
        const int n = 8;
        const double length = 16;
        using var folder = new TemporaryFolder();
        var values = new double[n * n];
        values[(y * n) + x] = 1;
        Parameters p = Parameters.Default(Model.Mhd) with { N = n, Length = length };
        FieldMap.Save(folder["map.png"], values, p, PhysicalField.Of(Model.Mhd)[0], time: 0);

        using SKBitmap picture = SKBitmap.Decode(folder["map.png"]);
        double sum = 0, across = 0, down = 0;
        for (int row = Top + 2; row < Top + Side - 2; row++)
        {
            for (int column = Left + 2; column < Left + Side - 2; column++)
            {
                // Zero is nearly white, and one is red.
                double weight = Math.Max(0, 240 - picture.GetPixel(column, row).Green);
                sum += weight;
                across += weight * (column + 0.5);
                down += weight * (row + 0.5);
            }
        }
        // The picture shows whole cells: from half a cell before the first point to half a cell behind the last one.
        const double cell = length / n;
        Assert.That(across / sum, Is.EqualTo(Left + (Side * ((x * cell) + (cell / 2)) / length)).Within(1.5));
        Assert.That(down / sum, Is.EqualTo(Top + Side - (Side * ((y * cell) + (cell / 2)) / length)).Within(1.5));
    }
}
