using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>The Trilinos of this process: version, what lives, and where it prints.</summary>
public static unsafe class TrilinosLibrary
{
    private static Action<string>? s_writer;

    /// <summary>Whether Trilinos is installed and its shim was built; arrays work without.</summary>
    public static bool IsAvailable
    {
        get
        {
            try
            {
                _ = NativeLibraries.Load("distarray_trilinos");
                return true;
            }
            catch (NativeLibraryException)
            {
                return false;
            }
        }
    }

    /// <summary>Version of Trilinos, such as 13.2.0.</summary>
    /// <exception cref="NativeLibraryException">Trilinos is not there.</exception>
    public static Version Version => Version.Parse(TrilinosCall.Text(NativeTrilinos.Version));

    /// <summary>Number of Trilinos' objects that were ever made on this rank.</summary>
    /// <exception cref="NativeLibraryException">Trilinos is not there.</exception>
    public static long CreatedObjects
    {
        get
        {
            TrilinosCall.Check(NativeTrilinos.Count(out long created, out _));
            return created;
        }
    }

    /// <summary>Number of Trilinos' objects of this rank that are not destroyed yet.</summary>
    /// <exception cref="NativeLibraryException">Trilinos is not there.</exception>
    public static long LiveObjects
    {
        get
        {
            TrilinosCall.Check(NativeTrilinos.Count(out _, out long live));
            return live;
        }
    }

    /// <summary>What is alive on this rank, such as <c>2 Tpetra::Map, 1 Tpetra::Operator</c>.</summary>
    /// <exception cref="NativeLibraryException">Trilinos is not there.</exception>
    public static string Describe() => TrilinosCall.Text(NativeTrilinos.Describe);

    /// <summary>Sends what Trilinos prints somewhere; at first it goes nowhere.</summary>
    /// <param name="writer">Gets each line, its end included, on the thread that is in Trilinos; null drops all. Its exceptions are lost.</param>
    /// <exception cref="NativeLibraryException">Trilinos is not there.</exception>
    /// <remarks>Local. How much Trilinos prints is said by the solvers' parameters.</remarks>
    public static void SetOutput(Action<string>? writer)
    {
        s_writer = writer;
        TrilinosCall.Check(NativeTrilinos.SetOutput(writer is null ? null : &Write, null));
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void Write(void* context, byte* text, long length)
    {
        try
        {
            s_writer?.Invoke(Encoding.UTF8.GetString(text, (int)length));
        }
        catch (Exception)
        {
            // No exception may cross into Trilinos, and a line that is not written is no reason to end a solve.
        }
    }
}
