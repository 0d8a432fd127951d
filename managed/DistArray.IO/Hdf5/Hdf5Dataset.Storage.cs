using System.Runtime.InteropServices;
using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

public sealed partial class Hdf5Dataset
{
    /// <summary>What its chunks go through on their way to the disk, in order: "shuffle", "gzip 4", "fletcher32", or a name that a plug-in has.</summary>
    /// <returns>The names; none where it is stored as it is.</returns>
    /// <exception cref="Hdf5Exception">HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b> As h5py.Dataset.compression, shuffle and fletcher32.</remarks>
    public IReadOnlyList<string> GetFilters() => File.Run($"GetFilters({Path})", default, ReadFilters);

    /// <summary>Bytes that its elements take in the file; 0 where none were written.</summary>
    /// <returns>The bytes, the same on every rank.</returns>
    /// <exception cref="Hdf5Exception">HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b> As H5Dget_storage_size.</remarks>
    public long GetStoredBytes() => File.Run($"GetStoredBytes({Path})", default, () =>
    {
        using Hdf5Id dataset = Hdf5Library.Id(H5D.open(File.Id, Path, H5P.DEFAULT), $"open the dataset {Path}");
        return checked((long)H5D.get_storage_size(dataset));
    });

    private unsafe IReadOnlyList<string> ReadFilters()
    {
        string action = $"read the filters of {Path}";
        using Hdf5Id dataset = Hdf5Library.Id(H5D.open(File.Id, Path, H5P.DEFAULT), $"open the dataset {Path}");
        using Hdf5Id creation = Hdf5Library.Id(H5D.get_create_plist(dataset), action);
        const int mostValues = 8, mostCharacters = 64;
        uint* values = stackalloc uint[mostValues];
        byte* name = stackalloc byte[mostCharacters];
        var filters = new List<string>();
        int count = Hdf5Library.Check(H5P.get_nfilters(creation), action);
        for (uint number = 0; number < count; number++)
        {
            uint flags, configuration;
            nuint given = mostValues;
            int filter = Hdf5Library.Check(H5P.get_filter(creation, number, &flags, &given, values, mostCharacters, name, &configuration), action);
            name[mostCharacters - 1] = 0;
            filters.Add(filter switch
            {
                H5Z.FILTER_DEFLATE => $"gzip {values[0]}",
                H5Z.FILTER_SHUFFLE => "shuffle",
                H5Z.FILTER_FLETCHER32 => "fletcher32",
                H5Z.FILTER_SZIP => "szip",
                _ => Marshal.PtrToStringUTF8((nint)name) is { Length: > 0 } known ? known : $"filter {filter}",
            });
        }
        return filters;
    }
}
