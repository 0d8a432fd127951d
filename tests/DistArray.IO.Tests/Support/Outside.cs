using System.Diagnostics;

namespace DistArray.IO.Tests;

/// <summary>Programs of others that read and write the files: Python with NumPy and h5py, h5dump.</summary>
internal static class Outside
{
    private const string Python = "/usr/bin/python3";

    /// <summary>Runs a Python script on rank 0; its failure is every rank's. Returns what it printed, on rank 0.</summary>
    public static string RunPython(ICommunicator world, string script, params string[] arguments) =>
        OnRankZero(world, () => Run(Python, ["-c", $"import sys, h5py, numpy as np\n{script}", .. arguments]));

    /// <summary>Runs a program on rank 0; its failure is every rank's. Returns what it printed, on rank 0.</summary>
    public static string RunProgram(ICommunicator world, string program, params string[] arguments) =>
        OnRankZero(world, () => Run(program, arguments));

    /// <summary>Runs a check on rank 0; its failure is every rank's.</summary>
    public static T OnRankZero<T>(ICommunicator world, Func<T> check)
    {
        T result = default!;
        Exception? failure = null;
        try
        {
            if (world.Rank == 0)
                result = check();
        }
        catch (Exception e)
        {
            failure = e;
        }
        world.ThrowIfAny(failure);
        return result;
    }

    private static string Run(string program, string[] arguments)
    {
        if (!File.Exists(program))
            throw new FileNotFoundException($"{program} is needed for this test: apt-get install python3-h5py python3-numpy hdf5-tools.");
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        // h5py starts MPI where it believes to be a rank.
        foreach (string name in start.Environment.Keys.Where(name => name.StartsWith("OMPI_", StringComparison.Ordinal) || name.StartsWith("PMI", StringComparison.Ordinal)).ToArray())
            start.Environment.Remove(name);
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} ended with {process.ExitCode}:\n{output}\n{error.Result}");
    }
}
