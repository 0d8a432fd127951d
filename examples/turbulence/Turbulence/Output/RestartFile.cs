using System.Numerics;
using DistArray;
using DistArray.IO;

namespace Turbulence;

/// <summary>A file to continue from: the state with all its bits, step, time and parameters.</summary>
public sealed class RestartFile : IDisposable
{
    private readonly Hdf5File _file;

    /// <summary>Opens a file for reading.</summary>
    /// <exception cref="UsageException">It cannot be read, or holds something else.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public RestartFile(string path, ICommunicator world)
    {
        try
        {
            _file = Hdf5File.Open(path, world);
            Parameters = RunAttributes.Read(_file.Attributes);
            Step = _file.Attributes.Get<long>("step");
            Time = _file.Attributes.Get<double>("time");
            if (!_file.Contains("state")) throw new IOException("it holds no state; continue from a restart.h5.");
        }
        catch (Exception e) when (e is IOException or InvalidDataException or KeyNotFoundException)     // alike on every rank
        {
            _file?.Dispose();
            throw new UsageException($"--restart {path}: {e.Message}");
        }
    }

    /// <summary>Parameters of the run that wrote it.</summary>
    public Parameters Parameters { get; }

    /// <summary>Steps that were taken.</summary>
    public long Step { get; }

    /// <summary>Time that was reached.</summary>
    public double Time { get; }

    /// <summary>Writes a file; an older one stays until it is whole.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static void Write(string path, TurbulenceCore core, Clock clock) => Hdf5File.Save(path, core.World, file =>
    {
        RunAttributes.Write(file.Attributes, core.Parameters, clock);
        file.Write("state", core.State);
    });

    /// <summary>Reads the state into the core's own array, on any number of ranks.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void ReadInto(DistArray<Complex> state) => _file.Read("state", state);

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();
}
