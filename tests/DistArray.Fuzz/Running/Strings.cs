using System.Text;

namespace DistArray.Fuzz.Running;

/// <summary>Exchanges texts between ranks.</summary>
internal static class Strings
{
    /// <summary>Every rank's text. Collective.</summary>
    public static string[] Allgather(ICommunicator communicator, string mine)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(mine);
        long[] counts = communicator.Allgather(bytes.LongLength);
        var all = new byte[counts.Sum()];
        communicator.Allgather<byte>(bytes, all, counts);
        var texts = new string[counts.Length];
        for (int rank = 0, start = 0; rank < texts.Length; start += (int)counts[rank++]) texts[rank] = Encoding.UTF8.GetString(all, start, (int)counts[rank]);
        return texts;
    }

    /// <summary>Rank 0's text on every rank. Collective.</summary>
    public static string Broadcast(ICommunicator communicator, string text) => Allgather(communicator, communicator.Rank == 0 ? text : "")[0];
}
