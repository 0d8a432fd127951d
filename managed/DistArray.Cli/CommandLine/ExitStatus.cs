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

    /// <summary>The same for users.</summary>
    public const string Help = "Exit status: 0 done; 1 something is wrong with what was looked at (a damaged file, a failed test);\n"
        + "2 the command line is wrong, or names what is not there; 70 it could not be done; 130 it was interrupted.";
}
