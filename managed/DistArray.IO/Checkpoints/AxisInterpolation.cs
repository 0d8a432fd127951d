using System.Numerics;

namespace DistArray.IO;

/// <summary>Interpolates along one axis, which every rank has as a whole.</summary>
internal sealed unsafe class AxisInterpolation
{
    private readonly int _from, _to;
    private readonly int[] _left, _right;
    private readonly double[] _position;
    private readonly SplineSlopes? _slopes;

    /// <summary>Places the points of the new axis on the old one.</summary>
    /// <param name="order">Linear or cubic.</param>
    /// <param name="periodic">Whether the axis is periodic.</param>
    /// <param name="from">Points that there are.</param>
    /// <param name="to">Points that are wanted.</param>
    public AxisInterpolation(InterpolationOrder order, bool periodic, int from, int to)
    {
        (_from, _to) = (from, to);
        (_left, _right, _position) = (new int[to], new int[to], new double[to]);
        // In whole numbers, so that points that coincide do so exactly: j steps are j × numerator / denominator old steps.
        long numerator = periodic ? from : from - 1, denominator = periodic ? to : Math.Max(to - 1, 1);
        for (int j = 0; j < to; j++)
        {
            long interval = j * numerator / denominator;
            if (!periodic)
                interval = Math.Max(Math.Min(interval, from - 2), 0);
            _left[j] = (int)interval;
            _right[j] = (int)(periodic ? (interval + 1) % from : Math.Min(interval + 1, from - 1));
            _position[j] = (double)(j * numerator - interval * denominator) / denominator;
        }
        _slopes = order == InterpolationOrder.Cubic ? new SplineSlopes(from, periodic) : null;
    }

    /// <summary>Whether elements of a type can be interpolated.</summary>
    public static bool Supports<T>() where T : unmanaged => typeof(T) == typeof(double) || typeof(T) == typeof(float) || typeof(T) == typeof(Complex) || typeof(T) == typeof(Complex64);

    /// <summary>Interpolates what this rank has.</summary>
    /// <param name="source">Row-major without gaps, whole along the axis.</param>
    /// <param name="target">The same, with the new number of points.</param>
    /// <param name="axis">The axis.</param>
    public void Run<T>(DistArray<T> source, DistArray<T> target, int axis) where T : unmanaged
    {
        if (target.LocalView.Size == 0)
            return;
        ReadOnlySpan<int> shape = source.LocalView.Shape;
        long outer = 1, inner = 1;
        for (int other = 0; other < shape.Length; other++)
        {
            if (other < axis)
                outer *= shape[other];
            else if (other > axis)
                inner *= shape[other];
        }
        T* from = source.LocalView.Pointer, to = target.LocalView.Pointer;
        // A complex number is two real ones side by side.
        if (typeof(T) == typeof(float) || typeof(T) == typeof(Complex64))
            Blocks((float*)from, (float*)to, outer, inner * sizeof(T) / sizeof(float));
        else
            Blocks((double*)from, (double*)to, outer, inner * sizeof(T) / sizeof(double));
        GC.KeepAlive(source);
        GC.KeepAlive(target);
    }

    // A few columns at a time, so that the slopes stay in the cache.
    private void Blocks<T>(T* source, T* target, long outer, long inner) where T : unmanaged, IFloatingPointIeee754<T>
    {
        int width = (int)Math.Min(inner, 64);
        var values = new double[(long)_from * width];
        var slopes = new double[_slopes is null ? 0 : (long)_from * width];
        for (long block = 0; block < outer; block++, source += _from * inner, target += _to * inner)
        {
            for (long column = 0; column < inner; column += width)
            {
                int count = (int)Math.Min(width, inner - column);
                for (int i = 0; i < _from; i++)
                {
                    for (int k = 0; k < count; k++)
                        values[(long)i * width + k] = double.CreateTruncating(source[i * inner + column + k]);
                }
                _slopes?.Find(values, slopes, width, count);
                Evaluate(values, slopes, target + column, inner, width, count);
            }
        }
    }

    private void Evaluate<T>(double[] values, double[] slopes, T* target, long inner, int width, int count) where T : unmanaged, IFloatingPointIeee754<T>
    {
        for (int j = 0; j < _to; j++)
        {
            double t = _position[j], s = 1 - t;
            long left = (long)_left[j] * width, right = (long)_right[j] * width;
            T* row = target + j * inner;
            if (_slopes is null || t == 0)
            {
                // A point that both grids have keeps its value with all its bits, whatever its neighbour is.
                for (int k = 0; k < count; k++)
                    row[k] = T.CreateTruncating(t == 0 ? values[left + k] : s * values[left + k] + t * values[right + k]);
                continue;
            }
            double valueLeft = (1 + 2 * t) * s * s, valueRight = t * t * (3 - 2 * t), slopeLeft = t * s * s, slopeRight = -t * t * s;
            for (int k = 0; k < count; k++)
                row[k] = T.CreateTruncating(valueLeft * values[left + k] + valueRight * values[right + k] + slopeLeft * slopes[left + k] + slopeRight * slopes[right + k]);
        }
    }
}
