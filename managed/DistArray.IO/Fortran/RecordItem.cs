using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>What is written into a record: an array, or values.</summary>
internal abstract class RecordItem
{
    /// <summary>Bytes in the file.</summary>
    public abstract long ByteCount { get; }

    /// <summary>What it is, for calls and errors.</summary>
    public abstract string Text { get; }

    /// <summary>What must be the same on every rank.</summary>
    public virtual ReadOnlySpan<byte> Contents => [];

    /// <summary>Throws where the item does not belong to the ranks that write.</summary>
    public virtual void Expect(ICommunicator communicator, string path)
    {
    }

    /// <summary>Writes this rank's share.</summary>
    /// <param name="file">The file.</param>
    /// <param name="pieces">Where the item lies in it.</param>
    /// <param name="order">Byte order of the file.</param>
    /// <param name="isRankZero">Whether this is rank 0, which writes what every rank has.</param>
    /// <param name="step">Runs what may fail on some ranks, and agrees on it.</param>
    /// <remarks><b>Collective.</b></remarks>
    public abstract void Write(SafeFileHandle file, FilePieces pieces, ByteOrder order, bool isRankZero, Action<Action> step);
}
