namespace DistArray;

/// <summary>The transfers of one direction, each of which is described when it is its turn.</summary>
/// <param name="partners">Rank and number of each, in any order.</param>
/// <param name="describe">Describes a transfer by its number.</param>
internal sealed class TransferList(IEnumerable<Partner> partners, Func<long, Transfer> describe)
{
    public IEnumerable<Partner> Partners => partners;

    public Transfer Describe(long number) => describe(number);

    /// <summary>Transfers that are listed.</summary>
    public static TransferList Of<TPart>(List<(int Rank, TPart Part)> parts, Func<TPart, Transfer> describe) =>
        new(parts.Select((one, number) => new Partner(one.Rank, number, 0)), number => describe(parts[(int)number].Part));
}

/// <summary>A rank to exchange with, and number and elements of what is exchanged; the elements where they are known yet.</summary>
internal readonly record struct Partner(int Rank, long Number, long Count);
