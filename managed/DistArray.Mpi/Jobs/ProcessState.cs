using System.Globalization;

namespace DistArray.Mpi.Jobs;

/// <summary>What the system says of a process on this machine.</summary>
/// <param name="IsAlive">Whether it runs; one that has given its memory back, and that perhaps nobody has waited for, does not.</param>
/// <param name="Start">When it started, in the system's ticks: with its number it is the name of one process only.</param>
internal readonly record struct ProcessState(bool IsAlive, ulong Start)
{
    private const int StateField = 0, StartField = 19, MemoryField = 20; // after the name, in brackets

    /// <summary>The state of a process; null where there is none.</summary>
    /// <param name="process">Its number.</param>
    public static ProcessState? Of(int process)
    {
        try
        {
            string text = File.ReadAllText($"/proc/{process}/stat");
            string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new ProcessState(fields[StateField] is not ("Z" or "X") && fields[MemoryField] != "0", ulong.Parse(fields[StartField], CultureInfo.InvariantCulture));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
