using System.Runtime.CompilerServices;

namespace DistArray;

/// <summary>A duplicate of each communicator for the messages of exchanges, which no receive of a program can match.</summary>
internal static class PrivateCommunicator
{
    private static readonly ConditionalWeakTable<ICommunicator, ICommunicator> s_all = [];

    /// <summary>The duplicate. <b>Collective</b> on first use.</summary>
    public static ICommunicator Of(ICommunicator communicator)
    {
        if (communicator.Size == 1) return communicator;
        if (s_all.TryGetValue(communicator, out ICommunicator? found)) return found;
        ICommunicator made = communicator.Duplicate();
        s_all.Add(communicator, made);
        return made;
    }
}
