using System.Collections;

namespace DistArray.Trilinos;

/// <summary>A difference formula: which neighbours of an element are added up, with which coefficients.</summary>
/// <example><code>var laplacian = new Stencil(2) { { 4, 0, 0 }, { -1, -1, 0 }, { -1, 1, 0 }, { -1, 0, -1 }, { -1, 0, 1 } };</code></example>
/// <param name="ndim">Number of axes.</param>
public sealed class Stencil(int ndim) : IEnumerable<(int[] Offset, double Coefficient)>
{
    private readonly List<(int[] Offset, double Coefficient)> _points = [];

    /// <summary>Number of axes.</summary>
    public int NDim { get; } = ndim;

    /// <summary>Number of neighbours, the element itself included.</summary>
    public int Count => _points.Count;

    /// <summary>Adds a neighbour.</summary>
    /// <param name="coefficient">Its factor.</param>
    /// <param name="offset">Where it is from the element, one number each an axis.</param>
    /// <exception cref="ArgumentException">There is not one number each an axis.</exception>
    public void Add(double coefficient, params ReadOnlySpan<int> offset)
    {
        if (offset.Length != NDim) throw new ArgumentException($"A neighbour in a stencil of {NDim} axes has {NDim} numbers, not {offset.Length}.", nameof(offset));
        _points.Add((offset.ToArray(), coefficient));
    }

    /// <summary>The negative Laplacian by central differences of second order: 2 d + 1 points, positive on the diagonal.</summary>
    /// <param name="spacing">Distance of grid points along each axis.</param>
    /// <returns>A new stencil, of as many axes as there are distances.</returns>
    /// <remarks>With zeros beyond the ends its eigenvalues are the sums over the axes of (4 / h²) sin²(k π / (2 (n + 1))), k from 1 to n.</remarks>
    public static Stencil NegativeLaplacian(params ReadOnlySpan<double> spacing)
    {
        var stencil = new Stencil(spacing.Length);
        double center = 0;
        for (int axis = 0; axis < spacing.Length; axis++)
        {
            double factor = 1 / (spacing[axis] * spacing[axis]);
            center += 2 * factor;
            foreach (int step in (ReadOnlySpan<int>)[-1, 1])
            {
                var offset = new int[spacing.Length];
                offset[axis] = step;
                stencil.Add(-factor, offset);
            }
        }
        stencil.Add(center, new int[spacing.Length]);
        return stencil;
    }

    /// <inheritdoc/>
    public IEnumerator<(int[] Offset, double Coefficient)> GetEnumerator() => _points.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
