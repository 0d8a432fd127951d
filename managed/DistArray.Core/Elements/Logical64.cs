namespace DistArray;

/// <summary>Fortran's <c>logical(8)</c>: 8 bytes, 0 for false and 1 for true as gfortran writes them; any other value reads as true.</summary>
public readonly struct Logical64 : IEquatable<Logical64>
{
    private readonly long _value;

    /// <summary>Makes the logical of a boolean.</summary>
    /// <param name="value">True or false.</param>
    public Logical64(bool value) => _value = value ? 1 : 0;

    /// <summary>.true.</summary>
    public static Logical64 True => new(true);

    /// <summary>.false.</summary>
    public static Logical64 False => default;

    /// <summary>A boolean as a logical.</summary>
    /// <param name="value">True or false.</param>
    public static implicit operator Logical64(bool value) => new(value);

    /// <summary>A logical as a boolean: true unless 0.</summary>
    /// <param name="value">A logical.</param>
    public static implicit operator bool(Logical64 value) => value._value != 0;

    /// <summary>Whether both are true or both false.</summary>
    /// <param name="left">A logical.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(Logical64 left, Logical64 right) => (bool)left == (bool)right;

    /// <summary>Whether one is true and the other false.</summary>
    /// <param name="left">A logical.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(Logical64 left, Logical64 right) => (bool)left != (bool)right;

    /// <summary>Whether both are true or both false.</summary>
    /// <param name="other">Another logical.</param>
    public bool Equals(Logical64 other) => this == other;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Logical64 other && this == other;

    /// <inheritdoc/>
    public override int GetHashCode() => ((bool)this).GetHashCode();

    /// <summary>"True" or "False".</summary>
    public override string ToString() => ((bool)this).ToString();
}
