using DistArray;
using DistArray.IO;

namespace Turbulence;

/// <summary>The folder of a run: snapshots of the fields with an index for ParaView, a restart file, pictures.</summary>
public sealed class OutputFolder
{
    private readonly string _path;
    private readonly TurbulenceCore _core;
    private readonly XdmfWriter _index;

    /// <summary>Describes the output of a run.</summary>
    public OutputFolder(string path, TurbulenceCore core)
    {
        (_path, _core) = (path, core);
        Parameters p = core.Parameters;
        double spacing = p.Length / p.N;
        _index = new XdmfWriter(Path.Combine(path, "fields.xmf"), core.World, new UniformGrid([p.N, p.N], [0, 0], [spacing, spacing]));
    }

    /// <summary>Writes every field in physical space, and the file to restart from.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void WriteFields(Clock clock)
    {
        IReadOnlyList<PhysicalField> fields = PhysicalField.Of(_core.Parameters.Model);
        string file = Path.Combine(_path, $"fields_{clock.Step:D8}.h5");
        Hdf5File.Save(file, _core.World, snapshot =>
        {
            RunAttributes.Write(snapshot.Attributes, _core.Parameters, clock);
            foreach (PhysicalField field in fields)
            {
                _core.ToPhysical(field);
                snapshot.Write(field.Name, _core.Field);
            }
        });
        _index.Add(clock.Time, file, [.. fields.Select(field => new XdmfField(field.Name))]);
        RestartFile.Write(Path.Combine(_path, "restart.h5"), _core, clock);
    }

    /// <summary>Draws the fields, the spectra and the energies.</summary>
    /// <remarks><b>Collective.</b> The fields are gathered on rank 0, one after another.</remarks>
    public void WritePictures(Clock clock, TimeSeries series)
    {
        Parameters p = _core.Parameters;
        var labels = new Labels(p);
        foreach (PhysicalField field in PhysicalField.Pictured(p.Model))
        {
            _core.ToPhysical(field);
            if (_core.Field.Gather(0) is { } values)
                FieldMap.Save(Path.Combine(_path, $"{field.Name}.png"), values, p, field, clock.Time);
        }

        IReadOnlyList<Quantity> energies = Quantity.Spectra(p);
        double[][] shells = ModeSums.Shells(_core.State, p, energies);
        if (_core.World.Rank != 0) return;
        SpectrumPlot.Save(Path.Combine(_path, "spectrum.png"), [.. energies.Select((energy, i) => (energy.Name, shells[i]))], p, clock.Time);
        foreach ((string file, string axis, (string Quantity, string Label)[] curves) in labels.TimeSeries)
            TimeSeriesPlot.Save(Path.Combine(_path, $"{file}.png"), series.Times, [.. curves.Select(curve => (curve.Label, series[curve.Quantity]))], p, axis);
    }
}
