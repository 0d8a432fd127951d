namespace DistArray;

/// <summary>Waits for what another rank of the node writes.</summary>
internal static unsafe class NodeWait
{
    private const int Spins = 4000; // some 20 to 100 us

    /// <summary>Returns when a number has reached a value. Lets messages progress meanwhile, and throws where a rank has failed.</summary>
    public static void Until(long* place, long value, ICommunicator communicator)
    {
        for (int i = 0; i < Spins; i++)
        {
            if (Volatile.Read(ref *place) >= value) return;
            Thread.SpinWait(1);
        }
        WaitObserver? observer = WaitObserver.Current;
        observer?.Enter("Wait for a neighbour on this node in a halo exchange");
        try
        {
            while (Volatile.Read(ref *place) < value)
            {
                communicator.ImmediateProbe(ICommunicator.AnySource, ICommunicator.AnyTag);
                Thread.Yield();
            }
        }
        finally
        {
            observer?.Leave();
        }
    }
}
