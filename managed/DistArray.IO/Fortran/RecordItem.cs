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
    public virtual void Expect(ICommunicator communicator)
    {
    }

    /// <summary>Writes this rank's share.</summary>
    public abstract void Write(SafeFileHandle file, FilePieces pieces, ByteOrder order, bool isRankZero);
}
