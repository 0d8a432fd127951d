using System.Runtime.ExceptionServices;
using System.Runtime.InteropServices;
using System.Text;

namespace DistArray.IO;

/// <summary>Keeps the ranks of a communicator together around an operation: all make the same call, and all fail where one fails.</summary>
/// <remarks>
/// A call is announced before anything that could block, and its outcome is shared after it. Every such point is one all-reduce of
/// three integers, so that whatever a rank does next, be it another call, a failure or the closing of the file, meets the others there.
/// </remarks>
internal sealed unsafe class RankAgreement(ICommunicator communicator)
{
    /// <summary>Whether the ranks have parted: from then on nothing is agreed upon any more.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>Returns where every rank makes this call with these contents, and throws on all of them otherwise.</summary>
    /// <param name="call">The call and its arguments.</param>
    /// <param name="contents">Data that must be the same on every rank.</param>
    /// <exception cref="InvalidOperationException">The ranks make different calls, or did before.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void OnCall(string call, ReadOnlySpan<byte> contents = default) => Meet(call, contents, null);

    /// <summary>Returns where no rank has failed, and throws the same exception on all of them otherwise.</summary>
    /// <param name="call">The call, as it was announced.</param>
    /// <param name="mine">What happened on this rank, or null.</param>
    /// <remarks><b>Collective.</b></remarks>
    public void OnOutcome(string call, Exception? mine)
    {
        if (mine is not null && SharedFailure.IsAgreed(mine, communicator))
            ExceptionDispatchInfo.Throw(mine);
        Meet($"the outcome of {call}", default, mine);
    }

    /// <summary>Runs a step that may fail on some ranks only.</summary>
    /// <param name="call">The call that it belongs to.</param>
    /// <param name="step">The step.</param>
    /// <remarks><b>Collective.</b></remarks>
    public void Step(string call, Action step)
    {
        Exception? failure = null;
        try
        {
            step();
        }
        catch (Exception e)
        {
            failure = e;
        }
        OnOutcome(call, failure);
    }

    /// <summary>Tells the others, at the next point where they meet this rank, that it failed outside of any call; throws on all.</summary>
    /// <param name="mine">What happened on this rank.</param>
    /// <remarks><b>Collective.</b></remarks>
    public void OnFailure(Exception mine)
    {
        if (IsBroken || SharedFailure.IsAgreed(mine, communicator))
            return;
        try
        {
            Meet("a failure", default, mine);
        }
        finally
        {
            IsBroken = true;
        }
    }

    /// <summary>Runs what a caller has given, which may fail on some ranks between the calls that it makes; throws on all then.</summary>
    /// <param name="body">What the caller has given.</param>
    /// <remarks><b>Collective.</b></remarks>
    public void Run(Action body)
    {
        try
        {
            body();
        }
        catch (Exception e)
        {
            OnFailure(e);
            throw;
        }
    }

    private void Meet(string call, ReadOnlySpan<byte> contents, Exception? mine)
    {
        if (IsBroken)
            throw new InvalidOperationException($"{call}: the ranks have parted in an earlier call. Close the file.");
        long hash = (long)(Hash(contents, Hash(MemoryMarshal.AsBytes(call.AsSpan()), 0xcbf29ce484222325)) & long.MaxValue);
        long* point = stackalloc long[3] { mine is null ? communicator.Size : communicator.Rank, hash, -hash };
        communicator.Allreduce(point, point, 3, Operation<long>.Min);
        if (point[0] < communicator.Size)
        {
            IsBroken = point[1] != -point[2];
            throw Share((int)point[0], mine);
        }
        if (point[1] == -point[2])
            return;
        IsBroken = true;
        throw Disagreement(call, hash);
    }

    private Exception Share(int rank, Exception? mine)
    {
        byte[] sent = rank == communicator.Rank ? SharedFailure.Of(mine!).Encode() : [];
        return SharedFailure.Decode(Broadcast(sent, rank)).ToException(rank, mine, communicator);
    }

    private InvalidOperationException Disagreement(string call, long hash)
    {
        long first = hash;
        communicator.Broadcast(&first, 1, ElementType.Int64, 0);
        long other = hash == first ? communicator.Size : communicator.Rank;
        communicator.Allreduce(&other, &other, 1, Operation<long>.Min);
        byte[] mine = Encoding.UTF8.GetBytes(call);
        string zero = Encoding.UTF8.GetString(Broadcast(mine, 0)), odd = Encoding.UTF8.GetString(Broadcast(mine, (int)other));
        string what = zero == odd ? $"both call {zero}, with different contents" : $"one calls {zero}, the other {odd}";
        var exception = new InvalidOperationException(
            $"Ranks 0 and {other} must make the same call, but {what}. Make the same calls with the same arguments on every rank.");
        SharedFailure.MarkAgreed(exception, communicator);
        return exception;
    }

    /// <summary>Fowler, Noll and Vo's hash, variant 1a.</summary>
    private static ulong Hash(ReadOnlySpan<byte> bytes, ulong hash)
    {
        foreach (byte b in bytes)
            hash = (hash ^ b) * 0x100000001b3;
        return hash;
    }

    private byte[] Broadcast(byte[] bytes, int root)
    {
        long length = bytes.Length;
        communicator.Broadcast(&length, 1, ElementType.Int64, root);
        byte[] received = communicator.Rank == root ? bytes : new byte[length];
        fixed (byte* buffer = received)
            communicator.Broadcast(buffer, length, ElementType.UInt8, root);
        return received;
    }
}
