namespace DistArray;

/// <summary>Nonblocking operations that are waited for together.</summary>
/// <remarks>MPI.NET's <c>RequestList</c>; MPI-4.0 section 3.7.5.</remarks>
public sealed class RequestList
{
    private readonly List<Request> _requests = [];

    /// <summary>Number of requests that were added and not yet taken out by <see cref="WaitAll"/>, <see cref="TestAll"/> or <see cref="WaitAny"/>.</summary>
    public int Count => _requests.Count;

    /// <summary>Adds a request.</summary>
    /// <param name="request">A request under way or completed.</param>
    public void Add(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        _requests.Add(request);
    }

    /// <summary>Waits for every request and empties the list.</summary>
    /// <returns>Their statuses in the order in which they were added.</returns>
    /// <exception cref="CommunicationException">An operation failed; the others were waited for all the same, and the first failure is thrown. Where the ranks
    /// did not agree on an operation (checked collectives) nothing more is waited for.</exception>
    public Status[] WaitAll()
    {
        var statuses = new Status[_requests.Count];
        CommunicationException? failure = null;
        for (int i = 0; i < statuses.Length; i++)
        {
            try
            {
                statuses[i] = _requests[i].Wait();
            }
            // One that ranks did not agree on never completes, nor may those behind it.
            catch (CommunicationException exception) when (_requests[i].IsCompleted)
            {
                failure ??= exception;
            }
        }
        _requests.Clear();
        return failure is null ? statuses : throw new CommunicationException(failure.Message, failure);
    }

    /// <summary>Empties the list if every request has completed.</summary>
    /// <param name="statuses">Their statuses in the order in which they were added, when the result is true.</param>
    /// <exception cref="CommunicationException">An operation failed; its request is taken out of the list, the others stay.</exception>
    public bool TestAll(out Status[] statuses)
    {
        bool all = true;
        for (int i = 0; i < _requests.Count; i++)
            all &= _requests[i].IsCompleted || Test(i, out _);
        statuses = [];
        if (!all) return false;
        statuses = WaitAll();
        return true;
    }

    /// <summary>Waits until one of the requests has completed and takes it out of the list.</summary>
    /// <param name="request">The request that has completed.</param>
    /// <returns>Its status.</returns>
    /// <exception cref="InvalidOperationException">The list is empty.</exception>
    /// <exception cref="CommunicationException">An operation failed; its request is taken out of the list, the others stay.</exception>
    /// <remarks>Polls, since the requests may belong to different communicators.</remarks>
    public Status WaitAny(out Request request)
    {
        if (_requests.Count == 0) throw new InvalidOperationException("WaitAny: the list has no request. Add one first.");
        WaitObserver? observer = WaitObserver.Current;
        observer?.Enter($"Wait for any of {_requests.Count} requests");
        try
        {
            var spinner = new SpinWait();
            while (true)
            {
                for (int i = 0; i < _requests.Count; i++)
                {
                    request = _requests[i];
                    if (!Test(i, out Status status)) continue;
                    _requests.RemoveAt(i);
                    return status;
                }
                spinner.SpinOnce(sleep1Threshold: -1);
            }
        }
        finally
        {
            observer?.Leave();
        }
    }

    private bool Test(int index, out Status status)
    {
        try
        {
            return _requests[index].Test(out status);
        }
        catch
        {
            _requests.RemoveAt(index);
            throw;
        }
    }
}
