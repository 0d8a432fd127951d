using DistArray;
using DistArray.IO;
using Pencils.Core;

namespace Pencils;

/// <summary>The files of a run.</summary>
public static class Results
{
    /// <summary>Writes <c>fields.h5</c>, <c>fields.xmf</c> for ParaView, and <c>final.raw</c> as the core's own program does.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static void Write(string folder, double time, Fields fields, StatisticsT statistics, DecompositionModule decomposition)
    {
        ICommunicator world = fields.U.Distribution.Communicator;
        string file = Path.Combine(folder, "fields.h5");
        Hdf5File.Save(file, world, hdf5 =>
        {
            hdf5.Attributes.Set("time", time);
            hdf5.Attributes.Set("profile", (ReadOnlySpan<double>)statistics.Profile.View.Span);
            hdf5.Write("u", fields.U.Transpose());          // (z, y, x): HDF5 and XDMF have the last index fastest, as it is in memory then
            hdf5.Write("v", fields.V.Transpose());
            hdf5.Write("w", fields.W.Transpose());
        });
        long[] shape = fields.U.Transpose().Shape.ToArray();
        var grid = new UniformGrid(shape, [0, 0, 0], [.. shape.Select(points => 2 * ParametersModule.Pi / points)]);
        new XdmfWriter(Path.Combine(folder, "fields.xmf"), world, grid).Add(time, file, new XdmfField("u"), new XdmfField("v"), new XdmfField("w"));

        string raw = Path.Combine(folder, "final.raw");
        decomposition.WriteField(raw, fields.U);            // the core's own writer, given C#'s arrays
        decomposition.WriteField(raw, fields.V, 2);
        decomposition.WriteField(raw, fields.W, 3);
    }
}
