namespace DistArray.IO;

public static partial class Checkpoint
{
    /// <summary>Saves a checkpoint into a folder, and then removes the oldest ones there.</summary>
    /// <param name="folder">The folder; it is made where it is missing.</param>
    /// <param name="step">Step of the program; a part of the name. Which checkpoint is newer is decided by the order of saving, not by the step.</param>
    /// <param name="communicator">The ranks that save it: those of the arrays.</param>
    /// <param name="describe">Goes over the state, on every rank alike.</param>
    /// <param name="keep">How many checkpoints stay in the folder, the new one among them, at least 1; with 2 or more a damaged one costs little.</param>
    /// <param name="parameters">What to note of the run, the same on every rank; may be null.</param>
    /// <returns>Full path of the new checkpoint.</returns>
    /// <exception cref="IOException">It cannot be written there, or the disk is full; all older ones stay.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    /// <exception cref="ArgumentException">A name comes twice or cannot be used.</exception>
    /// <remarks><b>Collective.</b> Older ones are removed when the new one is on the disk under its name, so there must be space for keep + 1 of them.
    /// A folder belongs to one job at a time.</remarks>
    public static string Save(string folder, long step, ICommunicator communicator, Action<CheckpointState> describe, int keep = 2, IReadOnlyDictionary<string, string>? parameters = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        var checkpoints = new CheckpointFolder(folder, communicator);
        string path = checkpoints.Next(step);
        Write(path, communicator, describe, step, parameters);
        checkpoints.Rotate(keep);
        return path;
    }

    /// <summary>The newest checkpoint of a folder that is complete: not truncated, and with a good header.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="communicator">The ranks that ask.</param>
    /// <returns>Its full path, the same on every rank; null where there is none.</returns>
    /// <remarks><b>Collective.</b> The arrays are not read; <see cref="LoadLatest"/> finds damage in them, too.</remarks>
    public static string? Latest(string folder, ICommunicator communicator)
    {
        foreach (string path in new CheckpointFolder(folder, communicator).Find())
        {
            using CheckpointReader? reader = TryOpen(path, communicator, []);
            if (reader is not null)
                return path;
        }
        return null;
    }

    /// <summary>Loads the newest checkpoint of a folder; one that is damaged is skipped, and the one before is loaded.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="communicator">The ranks that load it: those of the arrays.</param>
    /// <param name="describe">Goes over the state as when saving; it is called again for every checkpoint that is tried.</param>
    /// <returns>What was loaded, and a warning for each one that was skipped.</returns>
    /// <exception cref="FileNotFoundException">There is no checkpoint in the folder.</exception>
    /// <exception cref="CheckpointException">None of them can be loaded; the text says why. What was described is overwritten.</exception>
    /// <exception cref="ArgumentException">One holds something else than what is described; the text says what. It is not skipped.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static LoadedCheckpoint LoadLatest(string folder, ICommunicator communicator, Action<CheckpointState> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        string[] paths = new CheckpointFolder(folder, communicator).Find();
        if (paths.Length == 0)
            throw new FileNotFoundException($"There is no checkpoint in {Path.GetFullPath(folder)}.");
        var warnings = new List<string>();
        foreach (string path in paths)
        {
            using CheckpointReader? reader = TryOpen(path, communicator, warnings);
            if (reader is null)
                continue;
            try
            {
                reader.Run(describe);
                return new LoadedCheckpoint(reader.Info, warnings);
            }
            catch (CheckpointException e)
            {
                warnings.Add(e.Message);
            }
        }
        throw new CheckpointException($"No checkpoint in {Path.GetFullPath(folder)} can be loaded.\n{string.Join('\n', warnings)}");
    }

    private static CheckpointReader? TryOpen(string path, ICommunicator communicator, List<string> warnings)
    {
        try
        {
            return CheckpointReader.Open(path, communicator);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            warnings.Add(e.Message);
            return null;
        }
    }
}
