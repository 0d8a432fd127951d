using System.Runtime.InteropServices;
using System.Text;
using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>The attributes of a group or a dataset: small named values, the same on every rank.</summary>
/// <remarks>Numbers, complex numbers, booleans and texts, single or in a row, as h5py reads and writes them.</remarks>
public sealed unsafe partial class Hdf5Attributes
{
    private readonly Hdf5Object _owner;

    internal Hdf5Attributes(Hdf5Object owner) => _owner = owner;

    private Hdf5File File => _owner.File;

    /// <summary>Writes a value; an older one of that name goes.</summary>
    /// <typeparam name="T">An element type.</typeparam>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="value">The value, the same on every rank.</param>
    /// <exception cref="InvalidOperationException">The file is open for reading, or the ranks' values differ.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Set<T>(string name, T value) where T : unmanaged => SetElements(name, new ReadOnlySpan<T>(in value), isScalar: true);

    /// <summary>Writes a row of values; an older attribute of that name goes.</summary>
    /// <typeparam name="T">An element type.</typeparam>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="values">The values, the same on every rank; at most some 64 KB.</param>
    /// <exception cref="InvalidOperationException">The file is open for reading, or the ranks' values differ.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public void Set<T>(string name, ReadOnlySpan<T> values) where T : unmanaged => SetElements(name, values, isScalar: false);

    /// <summary>Writes a text; an older attribute of that name goes.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="value">The text, the same on every rank, without a zero character.</param>
    /// <exception cref="InvalidOperationException">The file is open for reading, or the ranks' texts differ.</exception>
    /// <remarks><b>Collective.</b> UTF-8 of any length.</remarks>
    public void Set(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        SetTexts(name, [value], isScalar: true);
    }

    /// <summary>Writes a row of texts; an older attribute of that name goes.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <param name="values">The texts, the same on every rank, without zero characters.</param>
    /// <exception cref="InvalidOperationException">The file is open for reading, or the ranks' texts differ.</exception>
    /// <remarks><b>Collective.</b> UTF-8 of any length.</remarks>
    public void Set(string name, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        SetTexts(name, [.. values], isScalar: false);
    }

    /// <summary>Writes a text to an open object that has no attribute of that name.</summary>
    internal static void WriteText(Hdf5Id owner, string name, string text, string path)
    {
        string action = $"write the attribute {name} of {path}";
        using Hdf5Id type = Hdf5Datatype.Text(), space = Space(null), attribute = Hdf5Library.Id(H5A.create(owner, name, type, space, H5P.DEFAULT, H5P.DEFAULT), action);
        fixed (byte* characters = Encoding.UTF8.GetBytes(text + '\0'))
        {
            byte* pointer = characters;
            Hdf5Library.Check(H5A.write(attribute, type, &pointer), action);
        }
    }

    private void SetElements<T>(string name, ReadOnlySpan<T> values, bool isScalar) where T : unmanaged
    {
        ElementType elementType = ElementTypes.Of<T>();
        T[] copy = values.ToArray();
        Replace(name, $"{ElementTypes.NameOf(elementType)}", MemoryMarshal.AsBytes(values), isScalar ? null : copy.Length, () => Hdf5Datatype.Of(elementType), (attribute, type) =>
        {
            fixed (T* buffer = copy)
                return copy.Length == 0 ? 0 : H5A.write(attribute, type, buffer);
        });
    }

    private void SetTexts(string name, string[] values, bool isScalar)
    {
        if (values.Any(value => value is null || value.Contains('\0')))
            throw new ArgumentException($"The attribute {name} of {_owner.Path}: a text is null or holds a zero character, which HDF5 cannot store.", nameof(values));
        byte[][] texts = Array.ConvertAll(values, value => Encoding.UTF8.GetBytes(value + '\0'));
        Replace(name, "text", texts.SelectMany(text => text).ToArray(), isScalar ? null : texts.Length, Hdf5Datatype.Text, (attribute, type) =>
        {
            GCHandle[] pins = Array.ConvertAll(texts, text => GCHandle.Alloc(text, GCHandleType.Pinned));
            try
            {
                nint[] pointers = Array.ConvertAll(pins, pin => pin.AddrOfPinnedObject());
                fixed (nint* buffer = pointers)
                    return texts.Length == 0 ? 0 : H5A.write(attribute, type, buffer);
            }
            finally
            {
                Array.ForEach(pins, pin => pin.Free());
            }
        });
    }

    private void Replace(string name, string what, ReadOnlySpan<byte> contents, int? count, Func<Hdf5Id> makeType, Func<Hdf5Id, Hdf5Id, int> write)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        string action = $"write the attribute {name} of {_owner.Path}";
        File.Change($"Attributes.Set({_owner.Path}, {name}, {what}, {count})", contents, () =>
        {
            using Hdf5Id owner = OpenOwner(), type = makeType(), space = Space(count), creation = Hdf5Library.Id(H5P.create(H5P.ATTRIBUTE_CREATE), action);
            Hdf5Library.Check(H5P.set_char_encoding(creation, H5T.cset_t.UTF8), action);
            if (Hdf5Library.Check(H5A.exists(owner, name), action) > 0)
                Hdf5Library.Check(H5A.delete(owner, name), action);
            using Hdf5Id attribute = Hdf5Library.Id(H5A.create(owner, name, type, space, creation, H5P.DEFAULT), action);
            return Hdf5Library.Check(write(attribute, type), action);
        });
    }

    private Hdf5Id OpenOwner() => Hdf5Library.Id(H5O.open(File.Id, _owner.Path, H5P.DEFAULT), $"open {_owner.Path}");

    private static Hdf5Id Space(int? count)
    {
        ulong extent = (ulong)(count ?? 0);
        return Hdf5Library.Id(count is null ? H5S.create(H5S.class_t.SCALAR) : H5S.create_simple(1, &extent, null), "make a dataspace");
    }
}
