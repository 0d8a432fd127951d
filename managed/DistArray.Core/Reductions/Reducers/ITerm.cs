using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>What a sum takes of each element.</summary>
internal interface ITerm
{
    Vector512<double> Of(Vector512<double> value);

    double Of(double value);
}

/// <summary>The element.</summary>
internal readonly struct PlainTerm : ITerm
{
    public Vector512<double> Of(Vector512<double> value) => value;

    public double Of(double value) => value;
}

/// <summary>Its square.</summary>
internal readonly struct SquareTerm : ITerm
{
    public Vector512<double> Of(Vector512<double> value) => value * value;

    public double Of(double value) => value * value;
}

/// <summary>The square of its distance from a center.</summary>
internal readonly struct DistanceTerm(double center) : ITerm
{
    public double Center { get; } = center;

    public Vector512<double> Of(Vector512<double> value)
    {
        Vector512<double> distance = value - Vector512.Create(Center);
        return distance * distance;
    }

    public double Of(double value) => (value - Center) * (value - Center);
}
