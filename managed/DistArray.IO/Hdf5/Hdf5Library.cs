using System.Text;
using DistArray.Bindings;

namespace DistArray.IO;

/// <summary>libhdf5: opened on first use; its results turned into exceptions.</summary>
internal static unsafe class Hdf5Library
{
    private static readonly Lazy<bool> Opened = new(OpenNow);

    /// <summary>Held around calls: libhdf5 is not safe for several threads.</summary>
    public static Lock Gate { get; } = new();

    /// <summary>Opens the library if it was not yet.</summary>
    /// <exception cref="NativeLibraryException">It is not installed; the text says what to install.</exception>
    public static void Open() => _ = Opened.Value;

    /// <summary>The result of a call, which is negative where it failed.</summary>
    /// <param name="result">What the call returned.</param>
    /// <param name="action">What it was for: "create the dataset /density".</param>
    /// <exception cref="Hdf5Exception">It failed.</exception>
    public static int Check(int result, string action) => result >= 0 ? result : throw Failure(action);

    /// <summary>The id that a call returned, which is negative where it failed.</summary>
    /// <param name="id">What the call returned.</param>
    /// <param name="action">What it was for.</param>
    /// <exception cref="Hdf5Exception">It failed.</exception>
    public static Hdf5Id Id(long id, string action) => id >= 0 ? new Hdf5Id(id) : throw Failure(action);

    /// <summary>The exception for a call that failed, with HDF5's error stack, which it takes.</summary>
    /// <param name="action">What the call was for.</param>
    public static Hdf5Exception Failure(string action)
    {
        byte* buffer = stackalloc byte[8192];
        string stack = NativeHdf5.ErrorText(buffer, 8192, out long length) == DaStatus.Ok
            ? Encoding.UTF8.GetString(buffer, (int)Math.Min(length, 8191))
            : "";
        return new Hdf5Exception($"HDF5 could not {action}.\n{stack}", stack);
    }

    private static bool OpenNow()
    {
        // The other library needs this one's error texts.
        NativeLibraries.Load("distarray");
        NativeStatus.Check(NativeHdf5.Open());
        return true;
    }
}
