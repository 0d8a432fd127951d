namespace DistArray.IO;

/// <summary>Records of one length, one after another: a direct-access file, or as a single one a stream file.</summary>
internal sealed class EqualRecords(long length, long count) : FortranRecords
{
    public override long Count => count;

    public override FortranRecord this[long record] => new(record * length, length, 1);

    public override FilePieces PiecesOf(long record) => FilePieces.One(record * length, length);
}
