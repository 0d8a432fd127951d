namespace DistArray.IO;

/// <summary>First derivatives, at the points, of the cubic spline through values at whole numbers: a tridiagonal system, factorised once.</summary>
/// <remarks>m[i-1] + 4 m[i] + m[i+1] = 3 (y[i+1] - y[i-1]) inside. Ends: periodic, by Sherman and Morrison's formula, or not-a-knot (C. de Boor,
/// A Practical Guide to Splines, chapter IV), as scipy.interpolate.CubicSpline has them.</remarks>
internal sealed class SplineSlopes
{
    private readonly int _count;
    private readonly bool _periodic;
    private readonly double[] _lower, _pivot, _upper, _correction;

    /// <summary>Factorises the system.</summary>
    /// <param name="count">Number of points, at least 1.</param>
    /// <param name="periodic">Whether the point after the last is the first.</param>
    public SplineSlopes(int count, bool periodic)
    {
        (_count, _periodic) = (count, periodic);
        _lower = Filled(1);
        _upper = Filled(1);
        _pivot = Filled(4);
        _correction = [];
        if (count < 3)
            return;
        if (periodic)
        {
            // The corners 1 go into u v': u = (-4, 0, …, 0, 1), v = (1, 0, …, 0, -1/4).
            _pivot[0] += 4;
            _pivot[^1] += 0.25;
        }
        else
        {
            (_pivot[0], _pivot[^1]) = (1, 1);
            (_upper[0], _lower[^1]) = count == 3 ? (1, 1) : (2, 2);
        }
        for (int i = 1; i < count; i++)
        {
            _lower[i] /= _pivot[i - 1];
            _pivot[i] -= _lower[i] * _upper[i - 1];
        }
        if (!periodic)
            return;
        _correction = new double[count];
        (_correction[0], _correction[^1]) = (-4, 1);
        Solve(_correction, 1, 1);
        double scale = 1 + _correction[0] - 0.25 * _correction[^1];
        for (int i = 0; i < count; i++)
            _correction[i] /= scale;
    }

    /// <summary>Finds the slopes of several columns.</summary>
    /// <param name="values">Values, a row a point.</param>
    /// <param name="slopes">Gets the slopes.</param>
    /// <param name="width">Distance of rows.</param>
    /// <param name="columns">Columns in use.</param>
    public void Find(double[] values, double[] slopes, int width, int columns)
    {
        for (int i = 0; i < _count; i++)
        {
            for (int k = 0; k < columns; k++)
                slopes[(long)i * width + k] = RightSide(values, i, width, k);
        }
        if (_count < 3)
            return;
        Solve(slopes, width, columns);
        if (!_periodic)
            return;
        long last = (long)(_count - 1) * width;
        for (int k = 0; k < columns; k++)
        {
            double factor = slopes[k] - 0.25 * slopes[last + k];
            for (int i = 0; i < _count; i++)
                slopes[(long)i * width + k] -= factor * _correction[i];
        }
    }

    private double RightSide(double[] y, int i, int width, int k)
    {
        double At(int point) => y[(long)point * width + k];
        int last = _count - 1;
        if (_periodic)
            return _count < 3 ? 0 : 3 * (At(i == last ? 0 : i + 1) - At(i == 0 ? last : i - 1));
        if (_count < 3)
            return At(last) - At(0);
        if (i == 0)
            return _count == 3 ? 2 * (At(1) - At(0)) : (5 * (At(1) - At(0)) + (At(2) - At(1))) / 2;
        if (i == last)
            return _count == 3 ? 2 * (At(last) - At(last - 1)) : (5 * (At(last) - At(last - 1)) + (At(last - 1) - At(last - 2))) / 2;
        return 3 * (At(i + 1) - At(i - 1));
    }

    private void Solve(double[] x, int width, int columns)
    {
        for (int i = 1; i < _count; i++)
        {
            for (int k = 0; k < columns; k++)
                x[(long)i * width + k] -= _lower[i] * x[(long)(i - 1) * width + k];
        }
        for (int i = _count - 1; i >= 0; i--)
        {
            for (int k = 0; k < columns; k++)
            {
                double next = i == _count - 1 ? 0 : _upper[i] * x[(long)(i + 1) * width + k];
                x[(long)i * width + k] = (x[(long)i * width + k] - next) / _pivot[i];
            }
        }
    }

    private double[] Filled(double value)
    {
        var values = new double[_count];
        Array.Fill(values, value);
        return values;
    }
}
