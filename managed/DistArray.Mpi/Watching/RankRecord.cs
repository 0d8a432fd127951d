using System.Runtime.InteropServices;

namespace DistArray.Mpi;

/// <summary>What the other ranks of a node may know of a rank: what each of its threads is in.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct RankRecord
{
    /// <summary>Threads of a rank that are watched at once.</summary>
    public const int Lanes = 64;

    /// <summary>Bytes from a rank's record to the next one's.</summary>
    public static int Stride => (sizeof(RankRecord) + ((Lanes - 1) * sizeof(CallRecord)) + 4095) & ~4095;

    public int Process;
    public int WorldRank;
    public int HasEnded;
    public CallRecord First;

    public static CallRecord* Lane(RankRecord* rank, int lane) => &rank->First + lane;
}
