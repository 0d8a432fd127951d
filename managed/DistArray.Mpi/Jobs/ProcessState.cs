using System.Globalization;

namespace DistArray.Mpi.Jobs;

/// <summary>What the system says of a process on this machine.</summary>
/// <param name="IsAlive">Whether it runs; one that has given its memory back, and that perhaps nobody has waited for, does not.</param>
/// <param name="Start">When it started, in the system's ticks: with its number it is the name of one process only.</param>
/// <param name="IsKilled">Whether SIGKILL ends or has ended it.</param>
internal readonly record struct ProcessState(bool IsAlive, ulong Start, bool IsKilled)
{
    private const int StateField = 0, StartField = 19, MemoryField = 20, ExitField = 49; // after the name, in brackets

    private const string Killed = "9"; // with other bits it would have dumped its core, or returned from main

    /// <summary>The state of a process; null where there is none.</summary>
    /// <param name="process">Its number.</param>
    public static ProcessState? Of(int process)
    {
        try
        {
            string text = File.ReadAllText($"/proc/{process}/stat");
            string[] fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new ProcessState(fields[StateField] is not ("Z" or "X") && fields[MemoryField] != "0", ulong.Parse(fields[StartField], CultureInfo.InvariantCulture),
                fields[ExitField].TrimEnd('\n') == Killed);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
