using DistArray.Cli.CommandLine;
using DistArray.Cli.Files;
using DistArray.Cli.Ranks;
using DistArray.IO;

namespace DistArray.Cli.Checkpoints;

/// <summary><c>distarray checkpoint verify</c>.</summary>
internal sealed class CheckpointVerifyCommand : RankedCommand
{
    private static readonly Operand s_file = new("FILE", "name the checkpoint");

    public override string Name => "checkpoint verify";

    public override string Summary => "computes the checksums of all that a checkpoint holds";

    public override string Description => """
        Reads all that a checkpoint holds and compares the checksums; with -n every rank reads its share. A changed word of 8 bytes or less is always found.
        """;

    public override IReadOnlyList<Operand> Operands => [s_file];

    public override IReadOnlyList<Option> Options => [RanksOption, DeadlineOption, Common.Json];

    public override string Remarks => "Exit status: 1 where it is damaged, or no checkpoint; what is damaged is named.";

    protected override void Check(Given given) => FileProbe.Expect(given.Text(s_file));

    protected override int Run(Given given, ICommunicator world, TextWriter output, Progress progress)
    {
        string path = given.Text(s_file);
        int count, done = 0;
        try
        {
            count = Inspect(path, world).Names.Count;
        }
        catch (Exception e) when (given.Has(Common.Json) && e is CheckpointException or InvalidDataException)
        {
            output.WriteLine(JsonText.Of(new { path, isGood = false, damage = ListedCheckpoint.DamageOf(e) }));
            return ExitStatus.Finding;
        }
        IReadOnlyList<CheckpointPiece> pieces = Checkpoint.Verify(path, world, piece => progress.Report((double)++done / count, piece.Name));
        int damaged = pieces.Count(piece => piece.Damage is not null);
        if (given.Has(Common.Json)) output.WriteLine(JsonText.Of(new { path, isGood = damaged == 0, pieces }));
        else
        {
            foreach (CheckpointPiece piece in pieces) output.WriteLine($"{(piece.Damage is null ? "good   " : "DAMAGED")}  {piece.Name}: {piece.Damage ?? piece.Description}");
            output.WriteLine(damaged == 0 ? $"{path}: all {pieces.Count} pieces are as they were saved." : $"{path}: {damaged} of {pieces.Count} pieces are damaged. Load an older checkpoint.");
        }
        return damaged == 0 ? ExitStatus.Good : ExitStatus.Finding;
    }

    private static CheckpointInfo Inspect(string path, ICommunicator world)
    {
        if (new FileInfo(path).Length == 0) throw new InvalidDataException($"{path} is empty.");
        if (FileProbe.FormatOf(path) != FileFormat.Hdf5) throw new InvalidDataException($"{path} is no HDF5 file, and so no checkpoint.");
        return Checkpoint.Inspect(path, world);
    }
}
