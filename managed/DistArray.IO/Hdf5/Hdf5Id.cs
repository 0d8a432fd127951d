using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>An open HDF5 object other than a file. It lives within one call, so that nothing is left to a finalizer.</summary>
/// <param name="Value">HDF5's id.</param>
internal readonly record struct Hdf5Id(long Value) : IDisposable
{
    /// <summary>Closes the object.</summary>
    public void Dispose()
    {
        lock (Hdf5Library.Gate)
            _ = H5I.dec_ref(Value);
    }

    /// <summary>HDF5's id.</summary>
    public static implicit operator long(Hdf5Id id) => id.Value;
}
