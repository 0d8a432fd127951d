using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Writes the items of a layout, in any order; made by <see cref="FieldFile.Save"/>.</summary>
/// <remarks>Arrays are written by all ranks, markers and values by rank 0. Every member is collective.</remarks>
public sealed class FieldFileWriter
{
    private readonly ICommunicator _communicator;
    private readonly RankAgreement _agreement;
    private readonly AtomicFile _target;
    private readonly FieldFileLayout _layout;
    private Dictionary<FieldItem, FilePieces> _places = [];
    private readonly HashSet<FieldItem> _written = [];

    internal FieldFileWriter(ICommunicator communicator, RankAgreement agreement, AtomicFile target, FieldFileLayout layout)
    {
        (_communicator, _agreement, _target, _layout) = (communicator, agreement, target, layout);
        var placer = new RecordPlacer(layout.Format);
        agreement.Step($"placing {layout}", () => _places = FieldPlaces.Find(layout, placer.Place));
        target.Reserve(0, placer.End);
        agreement.Step("writing record markers", () =>
        {
            if (communicator.Rank != 0)
                return;
            using SafeFileHandle file = _target.OpenPartial();
            RandomAccess.SetLength(file, placer.End);
            placer.WriteMarkers(file);
        });
    }

    /// <summary>Writes a field.</summary>
    /// <typeparam name="T">Element type, as in the layout.</typeparam>
    /// <param name="name">Name of the field.</param>
    /// <param name="array">The array, of the field's shape and any distribution over the ranks of the file.</param>
    /// <exception cref="ArgumentException">There is no such field, or it has another type or shape, or was written.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <remarks><b>Collective.</b> Into a halo of the file goes the array's own beyond the ends of its axes, as the last update left it, where it
    /// is as wide; zeros otherwise.</remarks>
    public void Write<T>(string name, DistArray<T> array) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        Put(name, new ArrayItem<T>(array, MemoryOrder.RowMajor), ElementTypes.Of<T>(), isField: true, item => FieldSizes.ExpectShape(item, array.Distribution),
            (file, item, step) => FieldParts.Write(array, item, step, part => step(() => PieceTransfer.Write(file, _places[item], _layout.Format.ByteOrder, part()))));
    }

    /// <summary>Writes values, the same on every rank.</summary>
    /// <typeparam name="T">Their type, as in the layout.</typeparam>
    /// <param name="name">Their name.</param>
    /// <param name="values">The values, as many as in the layout.</param>
    /// <exception cref="ArgumentException">There are no such values, or they have another type or number, or were written.</exception>
    /// <exception cref="InvalidOperationException">They differ between the ranks.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void WriteValues<T>(string name, params ReadOnlySpan<T> values) where T : unmanaged
    {
        int count = values.Length;
        var source = new ValuesItem<T>(values.ToArray());
        Put(name, source, ElementTypes.Of<T>(), isField: false,
            item =>
            {
                if (item.Shape[0] != count)
                    throw new ArgumentException($"{name} has {item.Shape[0]} values in the layout, and {count} were given.");
            },
            (file, item, step) => source.Write(file, _places[item], _layout.Format.ByteOrder, _communicator.Rank == 0, step));
    }

    /// <summary>Throws where an item was not written.</summary>
    internal void ExpectComplete() => _agreement.Step($"finishing {_target.Target}", () =>
    {
        string[] missing = [.. _layout.Where(item => item.Name.Length > 0 && !_written.Contains(item)).Select(item => item.Name)];
        if (missing.Length > 0)
            throw new ArgumentException($"{_target.Target}: {string.Join(", ", missing)} of the layout {(missing.Length == 1 ? "was" : "were")} not written. Write every item.");
    });

    private void Put(string name, RecordItem source, ElementType type, bool isField, Action<FieldItem> expect, Action<SafeFileHandle, FieldItem, Action<Action>> write)
    {
        string call = $"writing {name} into {_target.Target}: {source.Text}";
        _agreement.OnCall(call, source.Contents);
        FieldItem? item = null;
        _agreement.Step(call, () =>
        {
            item = _layout.Find(name, type, isField);
            source.Expect(_communicator, _target.Target);
            expect(item);
            if (_written.Contains(item))
                throw new ArgumentException($"{name} was written already. Write every item once.");
        });
        _target.Fill(call, null, file => write(file, item!, step => _agreement.Step(call, step)));
        _written.Add(item!);
    }
}
