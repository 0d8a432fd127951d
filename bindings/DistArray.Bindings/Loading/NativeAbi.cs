using System.Runtime.InteropServices;

namespace DistArray.Bindings;

/// <summary>Compares the C ABI of a library with the one that these bindings were generated from.</summary>
internal static unsafe class NativeAbi
{
    private const string Export = "da_abi_version";

    /// <summary>Refuses a libdistarray of another ABI; other libraries have no version of their own.</summary>
    /// <exception cref="NativeLibraryException">The versions differ, or the library tells none.</exception>
    public static void Check(LibraryKind kind, nint handle, string path)
    {
        if (kind.Name != "distarray")
            return;
        if (!NativeLibrary.TryGetExport(handle, Export, out nint address))
            throw new NativeLibraryException(kind.Name, [$"{path}: it has no {Export}, so it is not this project's library"], kind.Advice);
        int version = 0;
        DaStatus status = ((delegate* unmanaged[Cdecl]<int*, DaStatus>)address)(&version);
        if (status != DaStatus.Ok || version != NativeApi.AbiVersion)
        {
            throw new NativeLibraryException(kind.Name,
                [$"{path}: its ABI version is {version}, that of these bindings {NativeApi.AbiVersion}; library and assemblies are of different builds"], kind.Advice);
        }
    }
}
