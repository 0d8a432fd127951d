using System.Globalization;
using DistArray.Mpi;

namespace DistArray.IO.Tests;

/// <summary>The process in which damaged files are read: what HDF5 does to it is not done to the tests.</summary>
internal static class Program
{
    /// <summary>Reads the files first.h5, first+1.h5 … of a folder, and prints a line for each when it is done.</summary>
    public static int Main(string[] arguments)
    {
        if (arguments is not ["read-mutants", var folder, var first])
            return 64;
        int number = int.Parse(first, CultureInfo.InvariantCulture);
        if (Environment.GetEnvironmentVariable("OMPI_COMM_WORLD_SIZE") is null)
            ReadAll(new SelfCommunicator(), folder, number);
        else
            MpiEnvironment.Run(arguments, world => ReadAll(world, folder, number));
        return 0;
    }

    private static void ReadAll(ICommunicator world, string folder, int number)
    {
        for (; File.Exists(Path.Combine(folder, $"{number}.h5")); number++)
        {
            string outcome = "read";
            try
            {
                Read(world, Path.Combine(folder, $"{number}.h5"));
            }
            catch (Exception e)
            {
                outcome = $"{e.GetType().Name} {e.Message.Split('\n')[0]}";
            }
            string[] outcomes = world.Gather(outcome, 0) ?? [];
            if (world.Rank == 0)
                Console.WriteLine($"{number} {(outcomes.Distinct().Count() > 1 ? "ranks differ: " : "")}{string.Join(" | ", outcomes.Distinct())}");
        }
    }

    private static void Read(ICommunicator world, string path)
    {
        using Hdf5File file = Hdf5File.Open(path, world);
        ReadGroup(file, file, 0);
    }

    private static void ReadGroup(Hdf5File file, Hdf5Group group, int depth)
    {
        foreach (string name in group.Attributes.GetNames())
        {
            if (name == "title")
                group.Attributes.GetString(name);
            else
                group.Attributes.GetArray<double>(name);
        }
        foreach (Hdf5Entry entry in group.GetEntries())
        {
            // A damaged group can hold itself.
            if (entry.Kind == Hdf5ObjectKind.Group && depth < 3)
                ReadGroup(file, group.OpenGroup(entry.Name), depth + 1);
            if (entry.Dataset is not { } dataset)
                continue;
            if (entry.Name == "words")
                group.ReadStrings(entry.Name);
            else if (entry.Name == "rows")
                group.ReadRecords<Row>(entry.Name);
            else if (dataset.Shape.Aggregate(1.0, (size, extent) => size * extent) < 1e5)
                dataset.Read<double>(new Distribution(file.Communicator, [.. dataset.Shape])).Dispose();
        }
    }

    private record struct Row(double X, int Id);
}
