using DistArray.Cli.Ranks;
using DistArray.Mpi;

namespace DistArray.Cli.CommandLine;

/// <summary>What the exit statuses of the tool mean.</summary>
internal static class ExitStatus
{
    /// <summary>It was done, and all is well.</summary>
    public const int Good = 0;

    /// <summary>It was done, and something is wrong with what was looked at: a file is damaged, a test failed.</summary>
    public const int Finding = 1;

    /// <summary>The command line is wrong, or names what is not there.</summary>
    public const int Usage = 2;

    /// <summary>It could not be done: the disk is full, a library is missing, a rank failed.</summary>
    public const int Failure = MpiEnvironment.FailureStatus;

    /// <summary>Ctrl-C ended it, or another signal while ranks of <c>-n</c> worked.</summary>
    public const int Interrupted = 130;

    /// <summary>That of an exception; null where it is an error of the tool.</summary>
    public static int? Of(Exception e) => e switch
    {
        UsageException or FileNotFoundException or DirectoryNotFoundException => Usage,
        // HDF5 tells of a filter that is not installed by its text alone.
        IO.Hdf5Exception when e.Message.Contains("' is not registered", StringComparison.Ordinal) => Failure,
        InvalidDataException or IO.Hdf5Exception or IO.CheckpointException => Finding,
        IOException or UnauthorizedAccessException or NotSupportedException or DllNotFoundException or RankFailedException or LaunchException => Failure,
        _ => null,
    };

    /// <summary>The same for users.</summary>
    public const string Help = "Exit status: 0 done; 1 something is wrong with what was looked at (a damaged file, a failed test);\n"
        + "2 the command line is wrong, or names what is not there; 70 it could not be done; 130 it was interrupted.";
}
