using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>The files of DistArray for Python (<c>.dnpy</c>): one a process, each with its part of an array and the Distributed Array Protocol's words for it.</summary>
/// <remarks>For exchange. A set is not replaced at once: each file is, one after another.</remarks>
public static partial class DnpyFile
{
    /// <summary>Reads a new array of any distribution from any number of files.</summary>
    /// <typeparam name="T">The element type that the files have; a logical where they have the integer of that size.</typeparam>
    /// <param name="prefix">What the names of the files begin with, before <c>_0.dnpy</c>; the first file says how many there are.</param>
    /// <param name="distribution">Shape and distribution of the array.</param>
    /// <returns>A new row-major array; its halos are zero.</returns>
    /// <exception cref="FileNotFoundException">A file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, the files do not fit together, or have another shape or element type.</exception>
    /// <exception cref="NotSupportedException">The elements are of a type that no array has.</exception>
    /// <remarks><b>Collective.</b> Rank 0 reads the headers and broadcasts them; each rank reads what it owns. As distarray.Context.load_dnpy.</remarks>
    public static DistArray<T> Read<T>(string prefix, Distribution distribution) where T : unmanaged
    {
        return NewArray.Of<T>(distribution, array => Read(prefix, array));
    }

    /// <summary>Reads into an array that is there, such as a core's, from any number of files.</summary>
    /// <typeparam name="T">The element type that the files have; a logical where they have the integer of that size.</typeparam>
    /// <param name="prefix">What the names of the files begin with, before <c>_0.dnpy</c>; the first file says how many there are.</param>
    /// <param name="destination">Gets the values; its halos stay as they are. Any memory order and strides.</param>
    /// <exception cref="FileNotFoundException">A file is missing; nothing was read.</exception>
    /// <exception cref="InvalidDataException">A file is damaged, the files do not fit together, or have another shape or element type; nothing was read.</exception>
    /// <exception cref="NotSupportedException">The elements are of a type that no array has; nothing was read.</exception>
    /// <remarks><b>Collective.</b> Rank 0 reads the headers and broadcasts them; each rank reads what it owns. As distarray.Context.load_dnpy.</remarks>
    public static void Read<T>(string prefix, DistArray<T> destination) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(prefix);
        ArgumentNullException.ThrowIfNull(destination);
        Distribution distribution = destination.Distribution;
        ICommunicator communicator = distribution.Communicator;
        var agreement = new RankAgreement(communicator);
        ElementType type = ElementTypes.Of<T>();
        string call = $"DnpyFile.Read({prefix}, {ElementTypes.NameOf(type)} {NpyHeader.ShapeText(distribution.Shape)})";
        agreement.OnCall(call);
        List<(long Length, byte[] Headers)> files = [];
        agreement.Step(call, () =>
        {
            if (communicator.Rank == 0)
                files = ReadHeaders(prefix);
        });
        files = Share(communicator, files, step => agreement.Step(call, step));
        DnpyPiece[] pieces = [];
        agreement.Step(call, () =>
        {
            pieces = Decode(prefix, files);
            DnpySet.Expect(pieces, type, distribution.Shape);
        });
        agreement.Step(call, () => ReadParts(pieces, destination));
        GC.KeepAlive(destination);
    }

    private static string NameOf(string prefix, int rank) => $"{Path.GetFullPath(prefix)}_{rank}.dnpy";

    private static List<(long Length, byte[] Headers)> ReadHeaders(string prefix)
    {
        var files = new List<(long, byte[])>();
        long count = 1;
        for (int index = 0; index < count; index++)
        {
            string path = NameOf(prefix, index);
            Expect.ReadableFile(path);
            using SafeFileHandle file = FileHandles.ForReading(path);
            long length = RandomAccess.GetLength(file);
            DnpyPiece piece = DnpyPiece.Decode(path, length, (offset, bytes) => RawTransfer.Fill(file, path, offset, bytes));
            if (index == 0)
                count = piece.Pieces;
            if (count is < 1 or > DnpySet.MostPieces)
                throw new InvalidDataException($"{path} is damaged: it says that it is one of {count} files.");
            var headers = new byte[piece.DataOffset];
            RawTransfer.Fill(file, path, 0, headers);
            files.Add((length, headers));
        }
        return files;
    }

    /// <summary>Gives every rank what rank 0 has read.</summary>
    internal static List<(long Length, byte[] Headers)> Share(ICommunicator communicator, List<(long Length, byte[] Headers)> files, Action<Action> step)
    {
        int count = files.Count;
        communicator.Broadcast(ref count, 0);
        var sizes = new long[2 * count];
        for (int i = 0; i < files.Count; i++)
            (sizes[2 * i], sizes[(2 * i) + 1]) = (files[i].Length, files[i].Headers.Length);
        communicator.Broadcast<long>(sizes, 0);
        // A rank without memory for them must not leave the others waiting.
        step(() => files = communicator.Rank == 0 ? files : [.. Enumerable.Range(0, count).Select(i => (sizes[2 * i], new byte[sizes[(2 * i) + 1]]))]);
        foreach ((_, byte[] headers) in files)
            communicator.Broadcast<byte>(headers, 0);
        return files;
    }

    private static void ReadParts<T>(DnpyPiece[] pieces, DistArray<T> destination) where T : unmanaged
    {
        Distribution distribution = destination.Distribution;
        if (!distribution.IsMember)
            return;
        var overlaps = new IndexRun[distribution.NDim][][];
        for (int axis = 0; axis < overlaps.Length; axis++)
        {
            IndexRun[] mine = [.. distribution.DimMaps[axis].Runs(distribution.GridCoordinates[axis])];
            overlaps[axis] = Array.ConvertAll(DnpySet.Line(pieces, axis), piece => DnpyOverlap.Of(piece.Axes[axis].Runs, mine));
        }
        foreach (DnpyPiece piece in pieces)
        {
            IndexRun[][] runs = [.. piece.Axes.Select((axis, number) => overlaps[number][axis.Part])];
            LocalPart<T> part = DnpyOverlap.Part(piece.Header, runs, destination);
            if (part.IsEmpty)
                continue;
            using SafeFileHandle file = FileHandles.ForReading(piece.Path);
            NpyData.Read(piece.Header, part, (offset, bytes) => RawTransfer.Fill(file, piece.Path, piece.BufferOffset + offset, bytes));
        }
    }
}
