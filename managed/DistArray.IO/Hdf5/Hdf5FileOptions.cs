using System.Globalization;

namespace DistArray.IO;

/// <summary>How a file is laid out on its disk, and what MPI-IO is told about it; the same on every rank.</summary>
public sealed record Hdf5FileOptions
{
    /// <summary>Data begins at multiples of so many bytes: best the stripe or block size of the file system. 1 for anywhere.</summary>
    public long Alignment { get; init; } = 1;

    /// <summary>From how many bytes on data is aligned, so that small pieces do not waste a block each.</summary>
    public long AlignmentThreshold { get; init; } = 1 << 16;

    /// <summary>Hints of MPI-IO by their keys: which ranks gather data for the disk and in what pieces, how a file is striped.</summary>
    /// <remarks>
    /// <para>MPI reserves <c>cb_nodes</c> (ranks that gather), <c>cb_buffer_size</c> (bytes that they gather), <c>collective_buffering</c>, <c>striping_factor</c> (disks of a file) and
    /// <c>striping_unit</c> (bytes on each) among others; libraries have their own, such as <c>romio_cb_write</c>. What a library does not know, or cannot do on a file system, it ignores
    /// without a word: <see cref="Hdf5File.GetHints"/> tells what a file has. One rank works without MPI and has none.</para>
    /// <para>Source: MPI-4.0 section 14.2.8. Open MPI takes its parameters too, such as <c>mpiexec --mca io_ompio_num_aggregators 4</c>, MPICH a file that the variable ROMIO_HINTS names.</para>
    /// </remarks>
    public IReadOnlyDictionary<string, string> Hints { get; init; } = new Dictionary<string, string>();

    /// <summary>The options in words, the same on every rank that gives the same.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"alignment {Alignment} from {AlignmentThreshold} bytes on")
        + (Hints.Count == 0 ? "" : $", hints {string.Join(", ", Ordered.Select(hint => $"{hint.Key}={hint.Value}"))}");

    /// <summary>The hints, a line each.</summary>
    internal string HintLines => string.Concat(Ordered.Select(hint => $"{hint.Key}={hint.Value}\n"));

    private IEnumerable<KeyValuePair<string, string>> Ordered => Hints.OrderBy(hint => hint.Key, StringComparer.Ordinal);

    /// <summary>Returns where the options make sense.</summary>
    /// <param name="path">The file, for the error.</param>
    /// <exception cref="ArgumentException">They do not.</exception>
    internal void Expect(string path)
    {
        if (Alignment < 1 || AlignmentThreshold < 1)
            throw new ArgumentException($"{path}: alignment {Alignment} from {AlignmentThreshold} bytes on makes no sense. Give positive numbers.");
        foreach ((string key, string value) in Hints)
        {
            if (key.Length == 0 || key.AsSpan().ContainsAny("=\n\0") || string.IsNullOrEmpty(value) || value.AsSpan().ContainsAny("\n\0"))
                throw new ArgumentException($"{path}: '{key}' = '{value}' is no hint. Give a key without '=' and a value, both without line breaks and zeros.");
        }
    }
}
