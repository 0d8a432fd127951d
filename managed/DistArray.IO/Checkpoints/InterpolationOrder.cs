namespace DistArray.IO;

/// <summary>Degree of the polynomials that values between grid points come from.</summary>
public enum InterpolationOrder
{
    /// <summary>Straight lines between neighbours.</summary>
    Linear = 1,

    /// <summary>Cubic splines.</summary>
    Cubic = 3,
}
