using DistArray.Cli.Files;
using DistArray.IO;

namespace DistArray.Cli.Converting;

/// <summary>Writes converted arrays into a new file, which gets its name when it is complete.</summary>
internal static class TargetFile
{
    /// <param name="format">Its format.</param>
    /// <param name="path">Where it is to be.</param>
    /// <param name="copier">Reads the arrays.</param>
    /// <param name="conversions">The arrays.</param>
    /// <param name="extras">What else goes from HDF5 to HDF5, or null.</param>
    /// <remarks><b>Collective.</b></remarks>
    public static void Write(FileFormat format, string path, ArrayCopier copier, IReadOnlyList<Conversion> conversions, Hdf5Extras? extras)
    {
        switch (format)
        {
            case FileFormat.Hdf5:
                Hdf5File.Save(path, copier.World, file =>
                {
                    Each(conversions, new Hdf5Target(file, copier));
                    extras?.CarryTo(file, conversions);
                });
                break;
            case FileFormat.Npz:
                NpzFile.Save(path, copier.World, file => Each(conversions, new NpzTarget(file, copier)));
                break;
            case FileFormat.Fortran or FileFormat.Raw:
                FortranFile.Save(path, copier.World, format == FileFormat.Raw ? FortranFormat.Stream() : FortranFormat.Sequential(), file => Each(conversions, new FortranTarget(file, copier)));
                break;
            case FileFormat.Npy:
                Each(conversions, new NpyTarget(path, copier));
                break;
            case FileFormat.Dnpy:
                Each(conversions, new DnpyTarget(path, copier));
                break;
            default:
                WriteTable(path, format == FileFormat.Csv ? TableFormat.Csv : TableFormat.Text, copier, conversions);
                break;
        }
    }

    private static void Each(IReadOnlyList<Conversion> conversions, Target target)
    {
        foreach (Conversion conversion in conversions)
        {
            target.Conversion = conversion;
            ElementTypes.Invoke(conversion.Type, target);
        }
    }

    private static void WriteTable(string path, TableFormat format, ArrayCopier copier, IReadOnlyList<Conversion> conversions)
    {
        double[][] columns = [.. conversions.Select(conversion => ElementTypes.Invoke(conversion.Type, new Column(copier, conversion)))];
        TableFile.Write(path, copier.World, new Table([.. conversions.Select(conversion => new TableColumn(conversion.Name))], columns), format);
    }

    // Tables hold float64: of the new element type, not past it.
    private sealed class Column(ArrayCopier copier, Conversion conversion) : IElementFunction<double[]>
    {
        public double[] Invoke<T>() where T : unmanaged
        {
            using DistArray<T> whole = copier.Whole<T>(conversion);
            using DistArray<double> numbers = whole.AsType<double>();
            using DistArray<double> everywhere = numbers.Redistribute("n");
            return everywhere.LocalToArray();
        }
    }

    // What is done with an array of the new element type.
    private abstract class Target(ArrayCopier copier) : IElementFunction<bool>
    {
        public Conversion Conversion { get; set; } = null!;

        protected ArrayCopier Copier { get; } = copier;

        public bool Invoke<T>() where T : unmanaged
        {
            Write<T>();
            return true;
        }

        protected abstract void Write<T>() where T : unmanaged;

        protected void Parts<T>(ArrayPartWriter<T> writer) where T : unmanaged => Copier.Each<T>(Conversion, Conversion.Order, (part, _) => writer.Write(part));
    }

    private sealed class Hdf5Target(Hdf5File file, ArrayCopier copier) : Target(copier)
    {
        // HDF5 takes parts in any order: in that of the source reading is fastest.
        protected override void Write<T>()
        {
            Hdf5Dataset dataset = file.CreateDataset<T>(Conversion.Name, Conversion.Source.Shape, new Hdf5DatasetOptions { Order = Conversion.Order });
            Copier.Each<T>(Conversion, Conversion.Source.Order, (part, indices) => dataset.Write(part, indices));
        }
    }

    private sealed class NpzTarget(NpzWriter file, ArrayCopier copier) : Target(copier)
    {
        protected override void Write<T>() => file.Write<T>(Conversion.Name, Conversion.Source.Shape, Parts, Conversion.Order);
    }

    private sealed class FortranTarget(FortranFileWriter file, ArrayCopier copier) : Target(copier)
    {
        protected override void Write<T>() => file.Write<T>(Conversion.Source.Shape, Parts, Conversion.Order);
    }

    private sealed class NpyTarget(string path, ArrayCopier copier) : Target(copier)
    {
        protected override void Write<T>() => NpyFile.Save<T>(path, Copier.World, Conversion.Source.Shape, Parts, Conversion.Order);
    }

    private sealed class DnpyTarget(string prefix, ArrayCopier copier) : Target(copier)
    {
        protected override void Write<T>()
        {
            using DistArray<T> whole = Copier.Whole<T>(Conversion);
            DnpyFile.Write(prefix, whole);
        }
    }
}
