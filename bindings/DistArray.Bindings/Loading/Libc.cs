using System.Runtime.InteropServices;

namespace DistArray.Bindings;

/// <summary>What the loader needs of the C library: .NET opens libraries without RTLD_GLOBAL, and its environment is a copy.</summary>
internal static unsafe partial class Libc
{
    private const int RtldNow = 2, RtldNoLoad = 4, RtldGlobal = 0x100;

    /// <summary>Opens a library, all its symbols bound now; 0 and the reason where that fails.</summary>
    public static nint Open(string path, bool global, out string error)
    {
        // The first call of a native function looks it up, which would overwrite the reason: look it up before.
        _ = DlError();
        nint handle = DlOpen(path, RtldNow | (global ? RtldGlobal : 0));
        error = handle == 0 ? Marshal.PtrToStringUTF8((nint)DlError()) ?? "dlopen gives no reason" : "";
        return handle;
    }

    /// <summary>Whether the process holds a library of that name.</summary>
    public static bool IsLoaded(string name)
    {
        nint handle = DlOpen(name, RtldNow | RtldNoLoad);
        if (handle == 0)
            return false;
        _ = DlClose(handle);
        return true;
    }

    /// <summary>Sets a variable of the native environment where it is not set yet.</summary>
    public static void SetEnvironment(string name, string value) => _ = SetEnv(name, value, 0);

    [LibraryImport("libc", EntryPoint = "dlopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial nint DlOpen(string path, int flags);

    [LibraryImport("libc", EntryPoint = "dlclose")]
    private static partial int DlClose(nint handle);

    [LibraryImport("libc", EntryPoint = "dlerror")]
    private static partial byte* DlError();

    [LibraryImport("libc", EntryPoint = "setenv", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int SetEnv(string name, string value, int overwrite);
}
