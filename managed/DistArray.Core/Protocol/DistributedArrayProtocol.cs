namespace DistArray;

/// <summary>The Distributed Array Protocol 0.10.0: sections of distributed arrays handed between libraries of one process without a copy.</summary>
public static partial class DistributedArrayProtocol
{
    /// <summary>The version that is spoken.</summary>
    public const string Version = "0.10.0";

    /// <summary>Checks every rule that one process can check.</summary>
    /// <param name="version">The export's <c>__version__</c>.</param>
    /// <param name="bufferShape">Shape of the buffer.</param>
    /// <param name="dimData">The export's <c>dim_data</c>.</param>
    /// <exception cref="ProtocolException">A rule is broken; says which, where and with which values.</exception>
    /// <remarks>Local. Rules that span an axis need <see cref="ValidateGlobally"/>.</remarks>
    public static void Validate(string version, ReadOnlySpan<int> bufferShape, IReadOnlyList<IReadOnlyDictionary<string, object>> dimData) =>
        Read(version, bufferShape, dimData);

    /// <summary>Checks every rule, among them those that span the axis.</summary>
    /// <param name="communicator">The processes that hold the array, in the order of the process grid.</param>
    /// <param name="version">The export's <c>__version__</c>.</param>
    /// <param name="bufferShape">Shape of this process's buffer.</param>
    /// <param name="dimData">This process's <c>dim_data</c>.</param>
    /// <exception cref="RankFailedException">A process breaks a rule by itself; thrown on every rank alike.</exception>
    /// <exception cref="ProtocolException">The processes do not fit together; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> One all-gather of a dozen numbers an axis, and what <see cref="UnstructuredMap.Create"/> exchanges for axes that are one to one.</remarks>
    public static void ValidateGlobally(ICommunicator communicator, string version, ReadOnlySpan<int> bufferShape, IReadOnlyList<IReadOnlyDictionary<string, object>> dimData) =>
        ProtocolGrid.Check(communicator, ReadOnEveryRank(communicator, version, bufferShape, dimData));

    internal static ProtocolAxis[] ReadOnEveryRank(ICommunicator communicator, string version, ReadOnlySpan<int> bufferShape, IReadOnlyList<IReadOnlyDictionary<string, object>> dimData)
    {
        ArgumentNullException.ThrowIfNull(communicator);
        ProtocolAxis[] axes = [];
        Exception? problem = null;
        try
        {
            axes = Read(version, bufferShape, dimData);
        }
        catch (Exception exception) when (exception is ProtocolException or ArgumentException)
        {
            problem = exception;
        }
        communicator.ThrowIfAny(problem);
        return axes;
    }

    private static ProtocolAxis[] Read(string version, ReadOnlySpan<int> bufferShape, IReadOnlyList<IReadOnlyDictionary<string, object>> dimData)
    {
        ArgumentNullException.ThrowIfNull(dimData);
        if (version != Version) throw new ProtocolException($"Distributed Array Protocol: the version is '{version}', not '{Version}'.");
        if (dimData.Count != bufferShape.Length)
            throw new ProtocolException($"Distributed Array Protocol: dim_data has {dimData.Count} dictionaries, but the buffer has {bufferShape.Length} dimensions.");
        var axes = new ProtocolAxis[dimData.Count];
        for (int axis = 0; axis < axes.Length; axis++) axes[axis] = new ProtocolAxis(axis, bufferShape[axis], dimData[axis]);
        return axes;
    }
}
