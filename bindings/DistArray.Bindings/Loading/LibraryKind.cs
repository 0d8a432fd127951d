namespace DistArray.Bindings;

/// <summary>A native library that the bindings know, and how it is opened.</summary>
/// <param name="Name">Name in <c>[LibraryImport]</c>.</param>
/// <param name="FileName">The exact file.</param>
/// <param name="IsOurs">Whether this project builds it; then it is found where <c>DISTARRAY_NATIVE</c> says and nowhere else.</param>
/// <param name="Global">Whether its symbols serve libraries opened later (a Fortran core calls into libdistarray).</param>
/// <param name="Conflicting">A library that must not be in the process already.</param>
/// <param name="Requires">A library that must be there first: the system finds it by its name once it is loaded, wherever it lies.</param>
/// <param name="Advice">What to do where it is missing.</param>
internal sealed record LibraryKind(string Name, string FileName, bool IsOurs, bool Global, string? Conflicting, string? Requires, string Advice)
{
    private const string BuildAdvice = "Add the package DistArray.Native.OpenMpi or DistArray.Native.Mpich to the program, build it with ./build.sh build, or set DISTARRAY_NATIVE to the folder that holds it.";

    private const string TrilinosAdvice = $"{BuildAdvice} Where Trilinos is what is missing: ./build.sh setup names and installs its packages (libtrilinos-*-dev), then build again.";

    public static IReadOnlyList<LibraryKind> All { get; } =
    [
        new("distarray", "libdistarray.so", IsOurs: true, Global: true, null, null,
            $"{BuildAdvice} Where libmpi is what is missing: apt-get install openmpi-bin libopenmpi-dev."),
        new("distarray_hdf5", "libdistarray_hdf5.so", IsOurs: true, Global: false, "libhdf5_serial.so.103", "distarray",
            $"{BuildAdvice} Where HDF5 is what is missing: apt-get install libhdf5-openmpi-103-1."),
        new("hdf5_openmpi", "libhdf5_openmpi.so.103", IsOurs: false, Global: false, "libhdf5_serial.so.103", null,
            "HDF5 1.10 for Open MPI is needed, not the serial one: apt-get install libhdf5-openmpi-103-1."),
        // The same functions for a process that runs MPICH: the name of the library in the bindings stands for either.
        new("hdf5_mpich", "libhdf5_mpich.so.103", IsOurs: false, Global: false, "libhdf5_serial.so.103", null,
            "HDF5 1.10 for MPICH is needed, not the serial one: apt-get install libhdf5-mpich-103-1."),
        new("distarray_trilinos", "libdistarray_trilinos.so", IsOurs: true, Global: false, null, "distarray", TrilinosAdvice),
        new("distarray_tpetra", "libdistarray_tpetra.so", IsOurs: true, Global: false, null, "distarray_trilinos", TrilinosAdvice),
        new("distarray_epetra", "libdistarray_epetra.so", IsOurs: true, Global: false, null, "distarray_trilinos", TrilinosAdvice),
    ];

    public static LibraryKind? Find(string name) => All.FirstOrDefault(k => k.Name == name);
}
