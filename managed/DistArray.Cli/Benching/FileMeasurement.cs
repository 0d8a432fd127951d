using DistArray.IO;

namespace DistArray.Cli.Benching;

/// <summary>Files, written by all ranks together and read again.</summary>
internal sealed class FileMeasurement : IMeasurement
{
    public string Name => "files";

    public string Summary => "an array to and from HDF5 and .npy; what is read was written just before, so mostly memory";

    public IEnumerable<Figure> Run(Sampler sampler, string folder)
    {
        long rows = sampler.IsQuick ? 256 : 16384;
        const long columns = 1024;
        double megabytes = rows * columns * sizeof(double) / 1e6;
        using DistArray<double> array = Np.FromFunction<double>(new Distribution(sampler.World, [rows, columns], "bn"), (i, j) => (i * columns) + j);
        string hdf5 = Path.Combine(folder, "bench.h5"), npy = Path.Combine(folder, "bench.npy");
        (string Name, Action Write, Action Read)[] formats =
        [
            ("HDF5", () => array.Save(hdf5, "u"), () => ReadHdf5(hdf5, array)),
            (".npy", () => NpyFile.Write(npy, array), () => NpyFile.Read(npy, array)),
        ];
        foreach ((string name, Action write, Action read) in formats)
        {
            foreach ((string verb, Action action) in new[] { ("write", write), ("read", read) })
            {
                string title = $"{name}, {verb} {megabytes:0} MB";
                yield return Try(title, () => Figure.Of(title, "MB/s", sampler.TakeLong(action).Select(seconds => megabytes / seconds)));
            }
        }
    }

    // Without HDF5 all ranks throw alike.
    private static Figure Try(string title, Func<Figure> measure)
    {
        try
        {
            return measure();
        }
        catch (DllNotFoundException e)
        {
            return Figure.Missing(title, "MB/s", e.Message.Split('\n')[0]);
        }
    }

    private static void ReadHdf5(string path, DistArray<double> array)
    {
        using Hdf5File file = Hdf5File.Open(path, array.Distribution.Communicator);
        file.OpenDataset("u").Read(array);
    }
}
