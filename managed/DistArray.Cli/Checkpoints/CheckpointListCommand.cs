using System.Globalization;
using DistArray.Cli.CommandLine;
using DistArray.Cli.Files;
using DistArray.IO;

namespace DistArray.Cli.Checkpoints;

/// <summary><c>distarray checkpoint ls</c>.</summary>
internal sealed class CheckpointListCommand : Command
{
    private static readonly Operand s_places = new("FOLDER|FILE", "name a folder of checkpoints, or files, such as 'run_*.h5'", IsRepeated: true);

    public override string Name => "checkpoint ls";

    public override string Summary => "lists checkpoints: step, time, whether they are complete, size, program";

    public override string Description => """
        Lists checkpoints by the time at which they were saved. Of a folder these are its HDF5 files that are checkpoints, or are cut or empty, and what jobs that were killed left
        unfinished; a pattern in quotes is looked up here. Complete is a checkpoint that is not truncated, with structure and header as they were written; `distarray checkpoint verify` looks at the values, too.
        """;

    public override IReadOnlyList<Operand> Operands => [s_places];

    public override IReadOnlyList<Option> Options => [Common.Json];

    public override string Remarks => "Exit status: 1 where one of them is not complete.";

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        bool isNamed = given.All(s_places).All(place => !Directory.Exists(place));
        ListedCheckpoint[] all = [.. given.All(s_places).SelectMany(Find).Distinct().Select(Look).Where(listed => isNamed || !listed.IsOther).OrderBy(listed => listed.Time ?? DateTimeOffset.MaxValue)];
        if (given.Has(Common.Json)) output.WriteLine(JsonText.Of(all));
        else if (all.Length == 0) output.WriteLine($"No checkpoint in {string.Join(", ", given.All(s_places))}.");
        else Write(all, output);
        return all.All(listed => listed.IsComplete) ? ExitStatus.Good : ExitStatus.Finding;
    }

    private static IEnumerable<string> Find(string place)
    {
        if (Directory.Exists(place)) return Directory.EnumerateFiles(place).Where(file => IsHdf5(file) || IsEmpty(file) || file.EndsWith(".h5.partial", StringComparison.Ordinal)).Order(StringComparer.Ordinal);
        if (File.Exists(place)) return [place];
        string folder = Path.GetDirectoryName(place) is { Length: > 0 } named ? named : ".", pattern = Path.GetFileName(place);
        string[] found = pattern.AsSpan().ContainsAny('*', '?') && Directory.Exists(folder) ? [.. Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)] : [];
        if (found.Length == 0 && pattern.AsSpan().ContainsAny('*', '?')) throw new UsageException($"checkpoint ls: no file is named like {place}.");
        if (found.Length == 0) FileProbe.Expect(place);
        return found;
    }

    private static bool IsEmpty(string path) => path.EndsWith(".h5", StringComparison.Ordinal) && new FileInfo(path).Length == 0;

    private static bool IsHdf5(string path) => FileProbe.FormatOf(path) == FileFormat.Hdf5;

    private static ListedCheckpoint Look(string path)
    {
        long bytes = new FileInfo(path).Length;
        if (path.EndsWith(".partial", StringComparison.Ordinal)) return new ListedCheckpoint(path, bytes, IsComplete: false) { Damage = "the job that wrote it ended before it was complete" };
        if (bytes == 0) return new ListedCheckpoint(path, bytes, IsComplete: false) { Damage = "it is empty" };
        try
        {
            CheckpointInfo info = Checkpoint.Inspect(path, new SelfCommunicator());
            return new ListedCheckpoint(path, bytes, IsComplete: true) { Step = info.Step, Time = info.Provenance.Time, Program = info.Provenance.Program, Ranks = info.Provenance.Ranks, Arrays = info.Arrays.Count };
        }
        catch (CheckpointException e)
        {
            return new ListedCheckpoint(path, bytes, IsComplete: false) { Damage = ListedCheckpoint.DamageOf(e), IsOther = IsOther(path) };
        }
    }

    // A good HDF5 file without the group that checkpoints have.
    private static bool IsOther(string path)
    {
        try
        {
            using var file = Hdf5File.Open(path, new SelfCommunicator());
            return !file.Contains("checkpoint");
        }
        catch (Hdf5Exception)
        {
            return false;
        }
    }

    private static void Write(ListedCheckpoint[] all, TextWriter output)
    {
        string[][] rows =
        [
            ["file", "step", "saved (UTC)", "size", "ranks", "program", "state"],
            .. all.Select(listed => new[]
            {
                listed.Path, $"{listed.Step}", listed.Time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) ?? "", Sizes.Text(listed.Bytes), $"{listed.Ranks}",
                listed.Program ?? "", listed.Damage ?? "complete",
            }),
        ];
        int[] widths = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Max(row => row[column].Length))];
        foreach (string[] row in rows) output.WriteLine(string.Join("  ", row.Select((cell, column) => column is 1 or 3 or 4 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]))).TrimEnd());
    }
}
