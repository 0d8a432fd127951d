namespace DistArray.IO;

internal sealed partial class CheckpointReader
{
    /// <summary>Reads every piece and compares its checksum.</summary>
    /// <param name="whenChecked">Told of every piece; may be null.</param>
    /// <remarks><b>Collective.</b></remarks>
    public IReadOnlyList<CheckpointPiece> Verify(Action<CheckpointPiece>? whenChecked)
    {
        var pieces = new List<CheckpointPiece>();
        _file.Agreement.Run(() =>
        {
            foreach (CheckpointEntry entry in _header.Entries)
            {
                pieces.Add(new CheckpointPiece(entry.Name, entry.Description, DamageOf(entry)));
                whenChecked?.Invoke(pieces[^1]);
            }
            _file.Agreement.OnOutcome($"Verify({_file.Name})", null);
        });
        return pieces;
    }

    private string? DamageOf(CheckpointEntry entry)
    {
        try
        {
            string text = "";
            if (entry.Kind == CheckpointEntryKind.Text) Text(entry.Name, ref text);
            else if (entry.Kind == CheckpointEntryKind.Generator) Intact(entry, () => _file.Attributes.GetArray<ulong>(entry.Name), values => Checksum.Of<ulong>(values));
            else ElementTypes.Invoke(ElementTypes.All.First(type => ElementTypes.NameOf(type) == entry.Type), new Reading(this, entry));
            return null;
        }
        catch (CheckpointException e)
        {
            return e.Damage;
        }
    }

    private sealed class Reading(CheckpointReader reader, CheckpointEntry entry) : IElementFunction<bool>
    {
        public bool Invoke<T>() where T : unmanaged
        {
            T value = default;
            T[] values = [];
            if (entry.Kind == CheckpointEntryKind.Value) reader.Value(entry.Name, ref value);
            else if (entry.Kind == CheckpointEntryKind.Values) reader.Values(entry.Name, ref values);
            else NewArray.Of<T>(new Distribution(reader._file.Communicator, entry.Shape), array => reader.Array(entry.Name, array, null)).Dispose();
            return true;
        }
    }
}
