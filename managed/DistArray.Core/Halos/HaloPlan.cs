namespace DistArray;

/// <summary>Which boxes of a rank's part of a distribution go to and come from which rank in a halo update.</summary>
internal sealed class HaloPlan
{
    private readonly Stack<HaloExchange> _free = new();

    public HaloPlan(HaloRules rules, HaloCarrier carrier, HaloPeer[] receives, HaloPeer[] sends, (HaloBox Ghost, HaloBox Owned)[] copies)
    {
        Rules = rules;
        Carrier = carrier;
        Receives = receives;
        Sends = sends;
        Copies = copies;
    }

    /// <summary>The first rules it was made for; it serves all that are exchanged alike.</summary>
    public HaloRules Rules { get; }

    public HaloCarrier Carrier { get; }

    /// <summary>Ghosts by the rank that owns them, in ascending order.</summary>
    public HaloPeer[] Receives { get; }

    /// <summary>Owned elements by the rank that has ghosts of them, in ascending order.</summary>
    public HaloPeer[] Sends { get; }

    /// <summary>Ghosts of this rank's own elements.</summary>
    public (HaloBox Ghost, HaloBox Owned)[] Copies { get; }

    /// <summary>Buffers that no exchange uses.</summary>
    public HaloExchange Rent() => _free.TryPop(out HaloExchange? exchange) ? exchange : new HaloExchange(this);

    public void Return(HaloExchange exchange) => _free.Push(exchange);
}
