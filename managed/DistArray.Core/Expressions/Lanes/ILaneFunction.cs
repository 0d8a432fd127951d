using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>A function of vectors whose lanes do not depend on each other, so that an element's bits are the same wherever it lies.</summary>
/// <remarks>The platform's own (<see cref="Vector512.Sin(Vector512{double})"/> and others) choose a formula for a whole vector by all of its lanes.</remarks>
internal interface ILaneFunction<T>
{
    /// <summary>The function; arbitrary in lanes where <see cref="IsInside"/> does not hold.</summary>
    static abstract Vector512<T> Inside(Vector512<T> x);

    /// <summary>Whether there are arguments that are not inside.</summary>
    static abstract bool IsBounded { get; }

    /// <summary>Lanes of ones where <see cref="Inside"/> is the function, of zeros elsewhere.</summary>
    static abstract Vector512<T> IsInside(Vector512<T> x);

    /// <summary>The function elsewhere, element by element.</summary>
    static abstract T Outside(T x);
}
