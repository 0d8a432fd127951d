namespace DistArray;

/// <summary>A halo update under way.</summary>
/// <remarks>Until <see cref="End"/> the owned elements must not be written, the ghosts be neither read nor written, and the arrays not be disposed
/// of: other ranks may still read them. What needs no ghosts may be computed meanwhile.</remarks>
public sealed class HaloUpdate
{
    private readonly HaloExchange[] _exchanges;
    private bool _ended;
    private Exception? _failure; // of a completion: without the ghosts nobody may go on

    internal HaloUpdate(HaloExchange[] exchanges) => _exchanges = exchanges;

    /// <summary>Whether the update has ended.</summary>
    internal bool HasEnded => _ended;

    /// <summary>Ends an update without functions: what was started on every rank is waited for, and nothing more is asked. Local.</summary>
    internal void Complete()
    {
        if (!_ended)
        {
            _ended = true;
            foreach (HaloExchange exchange in _exchanges)
            {
                Exception? failure = exchange.Complete();
                _failure ??= failure;
            }
        }
        HaloExchange.Throw(_failure);
    }

    /// <summary>Ends the update where no other rank takes part.</summary>
    internal void CompleteOwn()
    {
        if (Array.TrueForAll(_exchanges, exchange => exchange.IsOwn)) Complete();
    }

    /// <summary>Waits until the ghosts are there and the owned elements may be written again; does nothing when called again.</summary>
    /// <exception cref="CommunicationException">Another rank could not take part.</exception>
    /// <exception cref="ObjectDisposedException">An array or its memory was gone when the update began.</exception>
    /// <exception cref="RankFailedException">A function that sets ghosts threw; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> End several updates in the same order on every rank.</remarks>
    public void End()
    {
        if (_ended) return;
        _ended = true;
        Exception? failure = null;
        foreach (HaloExchange exchange in _exchanges)
        {
            try
            {
                exchange.End();
            }
            catch (Exception exception)
            {
                failure ??= exception;
            }
        }
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
    }
}
