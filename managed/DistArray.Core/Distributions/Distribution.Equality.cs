namespace DistArray;

public sealed partial class Distribution : IEquatable<Distribution>
{
    /// <summary>Whether two distributions give every element to the same rank and place; halos and periodic axes do not matter.</summary>
    /// <param name="left">A distribution.</param>
    /// <param name="right">Another.</param>
    public static bool operator ==(Distribution? left, Distribution? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether two distributions give an element to different ranks or places.</summary>
    /// <param name="left">A distribution.</param>
    /// <param name="right">Another.</param>
    public static bool operator !=(Distribution? left, Distribution? right) => !(left == right);

    /// <summary>Whether another distribution gives every element to the same rank and place; halos and periodic axes do not matter.</summary>
    /// <param name="other">Another distribution.</param>
    /// <remarks>Local, and the same on every rank: equal maps and grid over congruent communicators.</remarks>
    public bool Equals(Distribution? other)
    {
        if (ReferenceEquals(this, other)) return true;
        if (other is null) return false;
        if (_equal == other._number) return true;
        if (!_maps.AsSpan().SequenceEqual(other._maps) || Grid != other.Grid || !Communicator.IsCongruentTo(other.Communicator)) return false;
        _equal = other._number;
        return true;
    }

    // The last one that was: what loops ask again. By number, since each would keep the one before alive.
    private static long s_made;
    private readonly long _number = Interlocked.Increment(ref s_made);
    private long _equal;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Distribution);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (long extent in _shape) hash.Add(extent);
        return hash.ToHashCode();
    }

    /// <summary>Shape, codes and grid, such as "(8, 4) as bn over 3 x 1 ranks".</summary>
    public override string ToString() => IsReplicated && Communicator.Size > 1
        ? $"{ShapeText.Of<long>(_shape)} on each of {Communicator.Size} ranks"
        : $"{ShapeText.Of<long>(_shape)} as {string.Concat(_maps.AsEnumerable())} over {Grid} ranks{(Grid.Copies > 1 ? $", on {Grid.Copies} each" : "")}";
}
