using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Values that every rank has, written by rank 0.</summary>
internal sealed unsafe class ValuesItem<T>(T[] values) : RecordItem where T : unmanaged
{
    public override long ByteCount => (long)values.Length * sizeof(T);

    public override string Text => $"{values.Length} {ElementTypes.NameOf(ElementTypes.Of<T>())}";

    public override ReadOnlySpan<byte> Contents => MemoryMarshal.AsBytes(values.AsSpan());

    public override void Write(SafeFileHandle file, FilePieces pieces, ByteOrder order, bool isRankZero, Action<Action> step) => step(() =>
    {
        if (isRankZero)
            PieceTransfer.Write<T>(file, pieces, order, values.AsSpan());
    });
}
