using DistArray;
using DistArray.IO;

namespace Turbulence;

/// <summary>The folder of a run: snapshots of the fields with an index for ParaView, a restart file, checkpoints, pictures.</summary>
public sealed class OutputFolder
{
    private readonly string _path;
    private readonly TurbulenceCore _core;
    private readonly XdmfWriter _index;
    private readonly HashSet<string> _listed = [];

    /// <summary>Describes the output of a run; where it continues another one, that one's snapshots stay in the index.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public OutputFolder(string path, TurbulenceCore core, Clock start)
    {
        (_path, _core) = (path, core);
        Parameters p = core.Parameters;
        double spacing = p.Length / p.N;
        _index = new XdmfWriter(Path.Combine(path, "fields.xmf"), core.World, new UniformGrid([p.N, p.N], [0, 0], [spacing, spacing]));
        foreach (string file in Earlier(start.Step))
        {
            using Hdf5File snapshot = Hdf5File.Open(file, core.World);
            AddToIndex(file, snapshot.Attributes.Get<double>("time"));
        }
    }

    /// <summary>Writes every field in physical space, and the file to restart from.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void WriteFields(Clock clock) => Storing.OnAll(_path, () => WriteFiles(clock));

    /// <summary>Saves a checkpoint beside the one before; older ones go.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void WriteCheckpoint(Clock clock) => Storing.OnAll(_path, () => Checkpoint.Save(_path, clock.Step, _core.World, RunState.Of(_core, clock)));

    /// <summary>Draws the fields, the spectra and the energies.</summary>
    /// <remarks><b>Collective.</b> The fields are gathered on rank 0, one after another.</remarks>
    public void WritePictures(Clock clock, TimeSeries series)
    {
        Parameters p = _core.Parameters;
        var labels = new Labels(p);
        foreach (PhysicalField field in PhysicalField.Pictured(p.Model))
        {
            _core.ToPhysical(field);
            double[]? values = _core.Field.Gather(0);
            Picture(field.Name, file => FieldMap.Save(file, values!, p, field, clock.Time));
        }

        IReadOnlyList<Quantity> energies = Quantity.Spectra(p);
        double[][] shells = ModeSums.Shells(_core.State, p, energies);
        Picture("spectrum", file => SpectrumPlot.Save(file, [.. energies.Select((energy, i) => (energy.Name, shells[i]))], p, clock.Time));
        foreach ((string name, string axis, (string Quantity, string Label)[] curves) in labels.TimeSeries)
            Picture(name, file => TimeSeriesPlot.Save(file, series.Times, [.. curves.Select(curve => (curve.Label, series[curve.Quantity]))], p, axis));
    }

    private void Picture(string name, Action<string> draw)
    {
        string file = Path.Combine(_path, $"{name}.png");
        Storing.OnFirst(_core.World, file, () => draw(file));
    }

    private void WriteFiles(Clock clock)
    {
        string file = FileAt(clock.Step);
        Hdf5File.Save(file, _core.World, snapshot =>
        {
            RunAttributes.Write(snapshot.Attributes, _core.Parameters, clock);
            foreach (PhysicalField field in PhysicalField.Of(_core.Parameters.Model))
            {
                _core.ToPhysical(field);
                snapshot.Write(field.Name, _core.Field);
            }
        });
        AddToIndex(file, clock.Time);
        Checkpoint.Save(Path.Combine(_path, "restart.h5"), _core.World, RunState.Of(_core, clock));
    }

    private string FileAt(long step) => Path.Combine(_path, $"fields_{step:D8}.h5");

    // Snapshots of the run that this one continues: rank 0 looks, every rank learns.
    private string[] Earlier(long step)
    {
        string? found = _core.World.Rank == 0 && step > 0
            ? string.Join('\n', Directory.GetFiles(_path, "fields_*.h5").Where(file => string.CompareOrdinal(file, FileAt(step)) <= 0).Order(StringComparer.Ordinal))
            : null;
        return _core.World.Broadcast(found, 0)?.Split('\n', StringSplitOptions.RemoveEmptyEntries) ?? [];
    }

    private void AddToIndex(string file, double time)
    {
        if (_listed.Add(file)) _index.Add(time, file, [.. PhysicalField.Of(_core.Parameters.Model).Select(field => new XdmfField(field.Name))]);
    }
}
