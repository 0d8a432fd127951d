using System.Globalization;
using System.Text.RegularExpressions;

namespace DistArray.IO;

/// <summary>Names of the checkpoints in a folder: numbered in the order in which they were saved, with the step for the reader.</summary>
/// <remarks>Rank 0 looks and removes; what it finds is shared with the others. Steps would not do as an order: a run that goes back to an
/// older checkpoint saves smaller steps than those of the run that it gave up.</remarks>
internal sealed partial class CheckpointFolder
{
    private const string Unfinished = ".partial";
    private readonly string _path;
    private readonly ICommunicator _communicator;
    private readonly RankAgreement _agreement;

    /// <summary>Names a folder.</summary>
    public CheckpointFolder(string path, ICommunicator communicator)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(communicator);
        _path = Path.GetFullPath(path);
        _communicator = communicator;
        _agreement = new RankAgreement(communicator);
    }

    /// <summary>Makes the folder where it is missing, and the path of the next checkpoint.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public string Next(long step)
    {
        string call = $"Save({_path}, {step})";
        _agreement.OnCall(call);
        string? next = null;
        _agreement.Step(call, () =>
        {
            if (_communicator.Rank != 0)
                return;
            if (!Directory.Exists(_path))
            {
                Directory.CreateDirectory(_path);
                Libc.FlushFolder(Path.GetDirectoryName(_path)!);
            }
            long number = Complete(_path).Select(file => file.Number).FirstOrDefault() + 1;
            next = Path.Combine(_path, string.Create(CultureInfo.InvariantCulture, $"checkpoint_{number:D6}_step_{step}.h5"));
        });
        return _communicator.Broadcast(next, 0)!;
    }

    /// <summary>The complete checkpoints, the newest first; none where there is no folder.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public string[] Find()
    {
        string call = $"Find({_path})";
        _agreement.OnCall(call);
        string? found = null;
        _agreement.Step(call, () => found = _communicator.Rank == 0 && Directory.Exists(_path) ? string.Join('\n', Complete(_path).Select(file => file.Path)) : "");
        return _communicator.Broadcast(found, 0)!.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Removes all but the newest, and what jobs that were killed left unfinished.</summary>
    /// <remarks>Never throws: the new checkpoint is complete, and what could not be removed is tried again after the next.</remarks>
    public void Rotate(int keep)
    {
        if (_communicator.Rank != 0)
            return;
        try
        {
            string[] unfinished = Directory.GetFiles(_path, $"checkpoint_*.h5{Unfinished}");
            foreach (string path in Complete(_path).Skip(keep).Select(file => file.Path).Concat(unfinished.Where(path => Name().IsMatch(Path.GetFileName(path)[..^Unfinished.Length]))))
                File.Delete(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static IEnumerable<(long Number, string Path)> Complete(string folder) => Directory.GetFiles(folder, "checkpoint_*.h5")
        .Select(path => (Match: Name().Match(Path.GetFileName(path)), Path: path))
        .Where(file => file.Match.Success)
        .Select(file => (long.Parse(file.Match.Groups[1].ValueSpan, CultureInfo.InvariantCulture), file.Path))
        .OrderByDescending(file => file.Item1);

    [GeneratedRegex(@"^checkpoint_(\d{6,18})_step_-?\d+\.h5$")]
    private static partial Regex Name();
}
