using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>The prepared calls of one procedure, one for every way in which it was called.</summary>
internal sealed unsafe class SignatureCache : IDisposable
{
    private readonly FortranLibraryHandle _library;
    private readonly nint _address;
    private readonly List<Entry> _entries = [];

    public SignatureCache(FortranLibraryHandle library, nint address)
    {
        _library = library;
        _address = address;
    }

    /// <summary>The call for these arguments, prepared where it is new.</summary>
    /// <param name="arguments">How each is passed.</param>
    /// <param name="result">How the result is.</param>
    public FortranProcedureHandle Get(ReadOnlySpan<int> arguments, int result)
    {
        foreach (Entry entry in _entries)
            if (entry.Result == result && arguments.SequenceEqual(entry.Arguments))
                return entry.Handle;
        FortranProcedureHandle handle;
        fixed (int* types = arguments)
            NativeStatus.Check(NativeFortran.ProcedureCreate(_library, (void*)_address, types, arguments.Length, result, out handle));
        _entries.Add(new Entry(arguments.ToArray(), result, handle));
        return handle;
    }

    public void Dispose()
    {
        foreach (Entry entry in _entries)
            entry.Handle.Dispose();
        _entries.Clear();
    }

    private sealed record Entry(int[] Arguments, int Result, FortranProcedureHandle Handle);
}
