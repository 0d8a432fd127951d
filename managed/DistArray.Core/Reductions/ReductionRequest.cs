using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>A reduction over all elements that is under way.</summary>
/// <typeparam name="TResult">Type of the result.</typeparam>
/// <remarks>This rank's elements were read when it began: they may be written meanwhile. Complete every request with <see cref="Wait"/>, on every rank.</remarks>
public sealed class ReductionRequest<TResult> where TResult : unmanaged
{
    private readonly Request? _request;
    private Func<TResult>? _finish;
    private TResult _result;
    private ExceptionDispatchInfo? _failure;
    private GCHandle _self; // what is under way writes to memory that must not be freed, even where nobody waits

    internal ReductionRequest(Request? request, Func<TResult> finish)
    {
        _request = request;
        _finish = finish;
        if (request is not null) _self = GCHandle.Alloc(this);
    }

    /// <summary>Waits for the result.</summary>
    /// <returns>The result, the same on every rank.</returns>
    /// <exception cref="OverflowException">The result's type cannot hold it; thrown on every rank alike.</exception>
    public TResult Wait()
    {
        if (_finish is not null)
        {
            _request?.Wait();
            Finish();
        }
        _failure?.Throw();
        return _result;
    }

    /// <summary>Whether the result is there; lets the reduction progress.</summary>
    /// <param name="result">The result, when this returns true.</param>
    /// <exception cref="OverflowException">The result's type cannot hold it; thrown on every rank alike.</exception>
    public bool Test(out TResult result)
    {
        result = default;
        if (_finish is not null)
        {
            if (_request is not null && !_request.Test(out _)) return false;
            Finish();
        }
        _failure?.Throw();
        result = _result;
        return true;
    }

    private void Finish()
    {
        try
        {
            _result = _finish!();
        }
        catch (OverflowException exception)
        {
            _failure = ExceptionDispatchInfo.Capture(exception);
        }
        _finish = null;
        if (_self.IsAllocated) _self.Free();
    }
}
