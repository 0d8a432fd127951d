namespace DistArray.IO;

/// <summary>The elements behind a header of NumPy's format.</summary>
internal static class NpyData
{
    /// <summary>Returns where an array can take what a header describes.</summary>
    /// <param name="name">Name of the file or member.</param>
    /// <param name="header">Its header.</param>
    /// <param name="wanted">Element type of the array.</param>
    /// <param name="shape">Its shape.</param>
    /// <param name="selected">Shape of the part that is read; null for all of it.</param>
    /// <exception cref="InvalidDataException">It cannot.</exception>
    public static void Expect(string name, NpyHeader header, ElementType wanted, ReadOnlySpan<long> shape, long[]? selected = null)
    {
        if (!NpyTypes.Fits(header.ElementType, wanted))
            throw new InvalidDataException($"{name} holds {ElementTypes.NameOf(header.ElementType)}, and {ElementTypes.NameOf(wanted)} was asked for. Read it as what it holds and convert it.");
        if (!shape.SequenceEqual(selected ?? header.Shape))
            throw new InvalidDataException($"{name} has shape {NpyHeader.ShapeText(header.Shape)}{(selected is null ? "" : $", of which {NpyHeader.ShapeText(selected)} are selected")}, and {NpyHeader.ShapeText(shape)} was asked for.");
    }

    /// <summary>The part that indices describe; null for all of it.</summary>
    /// <exception cref="ArgumentException">They do not fit.</exception>
    public static Hdf5Selection? Select(NpyHeader header, AxisIndex[] indices) =>
        indices.Length == 0 ? null : Hdf5Selection.Of(indices, header.Shape.ToArray(), header.FileOrder);

    /// <summary>Reads what this rank owns. Local.</summary>
    /// <param name="header">The header.</param>
    /// <param name="part">Where it goes, its axes in the header's order.</param>
    /// <param name="get">Gets bytes, counted from the start of the header.</param>
    public static void Read<T>(NpyHeader header, LocalPart<T> part, BytesFromFile get) where T : unmanaged
    {
        ByteOrder order = header.IsBigEndian ? ByteOrder.BigEndian : ByteOrder.LittleEndian;
        RawTransfer.Read(part, (offset, bytes) =>
        {
            get(header.DataOffset + offset, bytes);
            ByteSwap.ToMemory(header.ElementType, order, bytes);
        });
    }
}
