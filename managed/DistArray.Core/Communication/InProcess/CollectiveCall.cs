namespace DistArray;

/// <summary>A collective call that ranks enter one by one.</summary>
internal sealed class CollectiveCall(int size)
{
    private readonly CollectivePart?[] _parts = new CollectivePart?[size];
    private readonly InProcessRequest?[] _requests = new InProcessRequest?[size];
    private string? _error;
    private int _entered;

    /// <summary>Enters a rank; completes every rank's request with the last one, or as soon as two ranks disagree.</summary>
    /// <returns>Whether all ranks have entered.</returns>
    public bool Enter(int rank, CollectivePart part, InProcessRequest request, Action<CollectivePart[]> work)
    {
        _parts[rank] = part;
        _requests[rank] = request;
        _entered++;
        int first = Array.FindIndex(_parts, other => other is not null);
        int last = Array.FindLastIndex(_parts, other => other is not null && other.Signature != _parts[first]!.Signature);
        if (last >= 0)
            _error ??= $"the ranks disagree: rank {first} calls {_parts[first]!.Signature}, rank {last} calls {_parts[last]!.Signature}. "
                + "Every rank must make the same collective calls in the same order.";
        if (_error is null && _entered == size) _error = Try(work);
        if (_error is not null || _entered == size)
        {
            for (int r = 0; r < size; r++)
                if (_requests[r] is { IsDone: false } waiting) waiting.Complete(default, _error);
        }
        return _entered == size;
    }

    private string? Try(Action<CollectivePart[]> work)
    {
        try
        {
            work(_parts!);
            return null;
        }
        catch (Exception exception)
        {
            return $"{_parts[0]!.Signature} failed: {exception.GetType().Name}: {exception.Message}";
        }
    }
}
