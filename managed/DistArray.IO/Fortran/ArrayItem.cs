using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>An array, every rank its part.</summary>
internal sealed unsafe class ArrayItem<T>(DistArray<T> array, MemoryOrder fileOrder) : RecordItem where T : unmanaged
{
    public override long ByteCount => array.Size * sizeof(T);

    public override string Text => $"{ElementTypes.NameOf(ElementTypes.Of<T>())} ({string.Join(", ", array.Distribution.Shape.ToArray())}) {fileOrder}";

    public override void Expect(ICommunicator communicator)
    {
        if (!array.Distribution.Communicator.IsCongruentTo(communicator))
            throw new ArgumentException($"An array over {array.Distribution.Communicator.Size} ranks, and the file is of {communicator.Size} others. Use arrays of the file's communicator.");
    }

    public override void Write(SafeFileHandle file, FilePieces pieces, ByteOrder order, bool isRankZero)
    {
        PieceTransfer.Write(file, pieces, order, LocalParts.Owned(array, fileOrder));
        GC.KeepAlive(array);
    }
}
