using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>An array, every rank its part.</summary>
internal sealed unsafe class ArrayItem<T>(DistArray<T> array, MemoryOrder fileOrder) : RecordItem where T : unmanaged
{
    public override long ByteCount => array.Size * sizeof(T);

    public override string Text => $"{ElementTypes.NameOf(ElementTypes.Of<T>())} ({string.Join(", ", array.Distribution.Shape.ToArray())}) {fileOrder}";

    public override void Expect(ICommunicator communicator, string path) => IO.Expect.SameRanks(array.Distribution, communicator, path);

    public override void Write(SafeFileHandle file, FilePieces pieces, ByteOrder order, bool isRankZero, Action<Action> step) =>
        Slabs.Write(array, FilePlace<T>.Whole(array, fileOrder, forReading: false), step, part => step(() => PieceTransfer.Write(file, pieces, order, part())));
}
