namespace DistArray;

/// <summary>The boxes that a rank exchanges with another one, in an order that both know.</summary>
internal sealed class HaloPeer(int rank, HaloBox[] boxes)
{
    public int Rank => rank;

    public HaloBox[] Boxes => boxes;

    public long Count { get; } = boxes.Sum(box => box.Count);
}
