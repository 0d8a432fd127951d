namespace DistArray.IO;

/// <summary>Saves the state of a program so that it can go on from there, on any number of ranks, in any distribution, or on another grid.</summary>
/// <remarks>
/// <para>A checkpoint is an HDF5 file that h5py and others read. It is written beside its target, brought to the disk and renamed, and its
/// folder is brought to the disk: whenever a job is killed, the file is the old or the new one, whole. A header lists what it holds, with
/// a checksum each, and where it comes from (group "checkpoint", attribute "header", in JSON).</para>
/// <para>Checksums do not depend on distribution, memory order or ranks, and are computed of the arrays in memory, before they are written
/// and after they are read. One changed word of 8 bytes or less is always found, anything else but for a chance of 2^-64. The rest of the file has a
/// SHA-256 behind its end, so that a file that another program has changed is refused, too.</para>
/// </remarks>
public static partial class Checkpoint
{
    /// <summary>Saves a checkpoint as a file; an older file of that name stays until the new one is complete.</summary>
    /// <param name="path">Where the file is to be.</param>
    /// <param name="communicator">The ranks that save it: those of the arrays.</param>
    /// <param name="describe">Goes over the state, on every rank alike.</param>
    /// <param name="parameters">What to note of the run, the same on every rank; may be null.</param>
    /// <exception cref="DirectoryNotFoundException">Its folder does not exist.</exception>
    /// <exception cref="IOException">It cannot be written there, or the disk is full; the older file stays.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written there.</exception>
    /// <exception cref="ArgumentException">A name comes twice or cannot be used.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static void Save(string path, ICommunicator communicator, Action<CheckpointState> describe, IReadOnlyDictionary<string, string>? parameters = null) =>
        Write(path, communicator, describe, null, parameters);

    /// <summary>Loads a checkpoint, saved on any number of ranks.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="communicator">The ranks that load it: those of the arrays.</param>
    /// <param name="describe">Goes over the state as when saving; it may leave out what it does not need.</param>
    /// <returns>What the checkpoint says of itself.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CheckpointException">It is damaged. What was described until then is overwritten.</exception>
    /// <exception cref="ArgumentException">It holds something else than what is described; the text says what.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static CheckpointInfo Load(string path, ICommunicator communicator, Action<CheckpointState> describe)
    {
        ArgumentNullException.ThrowIfNull(describe);
        using CheckpointReader reader = CheckpointReader.Open(path, communicator);
        reader.Run(describe);
        return reader.Info;
    }

    /// <summary>What a checkpoint says of itself: names, shapes, and where it comes from. No array is read.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="communicator">The ranks that ask.</param>
    /// <returns>Its header.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CheckpointException">It is truncated, its header is damaged, or it is no checkpoint.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static CheckpointInfo Inspect(string path, ICommunicator communicator)
    {
        using CheckpointReader reader = CheckpointReader.Open(path, communicator);
        return reader.Info;
    }

    /// <summary>Reads all that a checkpoint holds, and compares the checksums.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="communicator">The ranks that read it; each holds its part of the largest array.</param>
    /// <param name="whenChecked">Told of every piece when it is checked, on every rank; may be null.</param>
    /// <returns>Every piece, with what is wrong with it.</returns>
    /// <exception cref="FileNotFoundException">There is no such file.</exception>
    /// <exception cref="CheckpointException">It is truncated, its structure or its header is damaged, or it is no checkpoint.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static IReadOnlyList<CheckpointPiece> Verify(string path, ICommunicator communicator, Action<CheckpointPiece>? whenChecked = null)
    {
        using CheckpointReader reader = CheckpointReader.Open(path, communicator);
        return reader.Verify(whenChecked);
    }

    private static void Write(string path, ICommunicator communicator, Action<CheckpointState> describe, long? step, IReadOnlyDictionary<string, string>? parameters)
    {
        ArgumentNullException.ThrowIfNull(describe);
        Hdf5File.Save(path, communicator, file =>
        {
            var writer = new CheckpointWriter(file);
            describe(writer);
            writer.Finish(step, parameters ?? new Dictionary<string, string>());
            file.WhenClosed = CheckpointSeal.Write;
        });
    }
}
