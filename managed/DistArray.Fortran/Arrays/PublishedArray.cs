using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>One state of a published array: as long as the array is where it was, views of it are valid.</summary>
internal sealed unsafe class PublishedArray
{
    private readonly ForeignMemory _memory;
    private readonly nint _address;
    private string? _invalid;

    public PublishedArray(string name, in DaFortranArray array, FortranLibrary library)
    {
        Info = new FortranArray(name, array);
        Generation = array.Generation;
        _address = (nint)array.Address;
        _memory = StridedMemory.Borrow(_address, ElementTypes.SizeOf(Info.ElementType), Info.Shape, Info.ByteStrides, name, library, () => _invalid);
    }

    public FortranArray Info { get; }

    public long Generation { get; }

    /// <summary>The distribution that was inferred for this state or an equal one, or null.</summary>
    public Distribution? Distribution { get; set; }

    public void Invalidate(string reason) => _invalid ??= $"The view of '{Info.Name}' is not valid any more: {reason}. Take the array from the library anew.";

    /// <summary>Pending arrays that read the memory are computed.</summary>
    public void BeforeWrite() => _memory.BeforeWrite();

    /// <summary>The memory, halo included.</summary>
    /// <exception cref="NotSupportedException">It cannot be shown as elements.</exception>
    public LocalBlock<T> Block<T>() where T : unmanaged => StridedMemory.Block<T>(_address, Info.Shape, Info.ByteStrides, Info.Name, _memory);
}
