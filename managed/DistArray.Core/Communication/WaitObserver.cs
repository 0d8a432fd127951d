namespace DistArray;

/// <summary>Learns of waits for other ranks that no communicator sees.</summary>
internal abstract class WaitObserver
{
    /// <summary>The one that there is; null where nobody asks.</summary>
    public static WaitObserver? Current { get; set; }

    /// <summary>A wait of this thread begins.</summary>
    /// <param name="what">What it waits for.</param>
    public abstract void Enter(string what);

    /// <summary>It has ended.</summary>
    public abstract void Leave();
}
