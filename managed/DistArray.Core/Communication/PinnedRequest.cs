using System.Buffers;
using System.Collections.Concurrent;

namespace DistArray;

/// <summary>A request whose managed buffers stay pinned until it has completed, even if nobody keeps the request.</summary>
internal sealed unsafe class PinnedRequest : Request
{
    private static readonly ConcurrentDictionary<PinnedRequest, bool> s_active = new();

    private readonly Request _request;
    private MemoryHandle _first;
    private MemoryHandle _second;

    private PinnedRequest(Request request, MemoryHandle first, MemoryHandle second)
    {
        _request = request;
        _first = first;
        _second = second;
        s_active[this] = true;
    }

    public override bool IsCompleted => _request.IsCompleted;

    /// <summary>Starts an operation on pinned buffers; unpins them where it does not start.</summary>
    public static PinnedRequest Start(MemoryHandle first, MemoryHandle second, Func<nint, nint, Request> start)
    {
        try
        {
            return new PinnedRequest(start((nint)first.Pointer, (nint)second.Pointer), first, second);
        }
        catch
        {
            first.Dispose();
            second.Dispose();
            throw;
        }
    }

    public override Status Wait()
    {
        try
        {
            return _request.Wait();
        }
        finally
        {
            if (_request.IsCompleted) Release();
        }
    }

    public override bool Test(out Status status)
    {
        try
        {
            return _request.Test(out status);
        }
        finally
        {
            if (_request.IsCompleted) Release();
        }
    }

    private void Release()
    {
        if (!s_active.TryRemove(this, out _)) return;
        _first.Dispose();
        _second.Dispose();
    }
}
