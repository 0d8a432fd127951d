using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace DistArray.Bindings.Hdf5;

/// <summary>Identifiers that libhdf5 keeps in global variables, such as <c>H5T_NATIVE_DOUBLE_g</c>.</summary>
internal static unsafe class Hdf5Globals
{
    private static readonly ConcurrentDictionary<string, nint> Addresses = new();

    /// <summary>The value of a global variable, after <c>H5open</c>, which sets it, as the C macros do.</summary>
    /// <exception cref="InvalidOperationException">HDF5 does not open.</exception>
    public static long Read(string symbol)
    {
        if (H5.open() < 0)
            throw new InvalidOperationException($"H5open failed, so that {symbol} has no value.");
        return *(long*)Addresses.GetOrAdd(symbol, static s => NativeLibrary.GetExport(NativeLibraries.HandleOf("hdf5_openmpi"), s));
    }
}
