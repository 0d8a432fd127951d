namespace DistArray.BindingGen;

/// <summary>How bindings look: our own C ABI, or HDF5's public API in HDF.PInvoke's shape.</summary>
internal enum TargetKind
{
    Shim,
    Hdf5,
}
