using System.Runtime.InteropServices;
using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

public sealed unsafe partial class Hdf5Attributes
{
    /// <summary>Reads a single value.</summary>
    /// <typeparam name="T">The element type that it has.</typeparam>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The value.</returns>
    /// <exception cref="Hdf5Exception">There is no such attribute, it has another type, or it holds several values.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public T Get<T>(string name) where T : unmanaged => Single(name, ReadElements<T>(name));

    /// <summary>Reads a row of values.</summary>
    /// <typeparam name="T">The element type that they have.</typeparam>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The values, in row-major order where the attribute has several axes.</returns>
    /// <exception cref="Hdf5Exception">There is no such attribute, or it has another type.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public T[] GetArray<T>(string name) where T : unmanaged => ReadElements<T>(name);

    /// <summary>Reads a single text.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The text.</returns>
    /// <exception cref="Hdf5Exception">There is no such attribute, it is no text, or it holds several.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public string GetString(string name) => Single(name, ReadTexts(name));

    /// <summary>Reads a row of texts.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>The texts, in row-major order where the attribute has several axes.</returns>
    /// <exception cref="Hdf5Exception">There is no such attribute, or it holds no texts.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public string[] GetStrings(string name) => ReadTexts(name);

    /// <summary>Whether there is an attribute of that name.</summary>
    /// <param name="name">Name of the attribute.</param>
    /// <returns>True where there is, the same on every rank.</returns>
    /// <remarks><b>Collective.</b></remarks>
    public bool Contains(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return File.Run($"Attributes.Contains({_owner.Path}, {name})", default, () =>
        {
            using Hdf5Id owner = OpenOwner();
            return Hdf5Library.Check(H5A.exists(owner, name), $"look for the attribute {name} of {_owner.Path}") > 0;
        });
    }

    /// <summary>Names of the attributes, in alphabetical order.</summary>
    /// <returns>The names.</returns>
    /// <remarks><b>Collective.</b></remarks>
    public IReadOnlyList<string> GetNames() => File.Run($"Attributes.GetNames({_owner.Path})", default, () =>
    {
        using Hdf5Id owner = OpenOwner();
        return Names(owner);
    });

    private List<string> Names(Hdf5Id owner)
    {
        string action = $"read the names of the attributes of {_owner.Path}";
        int count = Hdf5Library.Check(H5A.get_num_attrs(owner), action);
        var names = new List<string>(count);
        for (int i = 0; i < count; i++)
        {
            ulong index = (ulong)i;
            names.Add(Hdf5Names.Text((buffer, size) =>
                H5A.get_name_by_idx(owner, ".", H5.index_t.NAME, H5.iter_order_t.INC, index, (byte*)buffer, size, H5P.DEFAULT), action));
        }
        return names;
    }

    private T[] ReadElements<T>(string name) where T : unmanaged
    {
        ElementType wanted = ElementTypes.Of<T>();
        return Read(name, ElementTypes.NameOf(wanted), (attribute, type, count, action) =>
        {
            if (Hdf5Datatype.Identify(type, out string found) != wanted)
                throw OtherType(name, found, ElementTypes.NameOf(wanted));
            using Hdf5Id memory = Hdf5Datatype.Of(wanted);
            var values = new T[count];
            fixed (T* buffer = values)
                Hdf5Library.Check(count == 0 ? 0 : H5A.read(attribute, memory, buffer), action);
            return values;
        });
    }

    private string[] ReadTexts(string name) => Read(name, "text", (attribute, type, count, action) =>
    {
        if (H5T.get_class(type) != H5T.class_t.STRING)
        {
            _ = Hdf5Datatype.Identify(type, out string found);
            throw OtherType(name, found, "text");
        }
        if (count == 0)
            return [];
        return Hdf5Library.Check(H5T.is_variable_str(type), action) > 0
            ? VariableTexts(attribute, type, count, action)
            : FixedTexts(attribute, type, count, action);
    });

    private static string[] VariableTexts(Hdf5Id attribute, Hdf5Id type, int count, string action)
    {
        using Hdf5Id space = Hdf5Library.Id(H5A.get_space(attribute), action);
        var pointers = new nint[count];
        fixed (nint* buffer = pointers)
        {
            Hdf5Library.Check(H5A.read(attribute, type, buffer), action);
            string[] texts = Array.ConvertAll(pointers, pointer => Marshal.PtrToStringUTF8(pointer) ?? "");
            Hdf5Library.Check(H5D.vlen_reclaim(type, space, H5P.DEFAULT, buffer), action);
            return texts;
        }
    }

    private static string[] FixedTexts(Hdf5Id attribute, Hdf5Id type, int count, string action)
    {
        int size = checked((int)H5T.get_size(type));
        byte[] bytes = new byte[checked(size * count)];
        fixed (byte* buffer = bytes)
            Hdf5Library.Check(H5A.read(attribute, type, buffer), action);
        return Hdf5Text.Decode(bytes, type);
    }

    private T[] Read<T>(string name, string what, Func<Hdf5Id, Hdf5Id, int, string, T[]> read)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        string action = $"read the attribute {name} of {_owner.Path}";
        return File.Run($"Attributes.Get({_owner.Path}, {name}, {what})", default, () =>
        {
            using Hdf5Id owner = OpenOwner();
            if (Hdf5Library.Check(H5A.exists(owner, name), action) == 0)
            {
                throw new Hdf5Exception($"{_owner.Path} in {File.Name} has no attribute {name}. It has: {string.Join(", ", Names(owner))}.");
            }
            using Hdf5Id attribute = Hdf5Library.Id(H5A.open(owner, name, H5P.DEFAULT), action);
            using Hdf5Id type = Hdf5Library.Id(H5A.get_type(attribute), action), space = Hdf5Library.Id(H5A.get_space(attribute), action);
            long count = H5S.get_simple_extent_npoints(space);
            return count < 0 ? throw Hdf5Library.Failure(action) : read(attribute, type, checked((int)count), action);
        });
    }

    private T Single<T>(string name, T[] values) => values.Length == 1
        ? values[0]
        : throw new Hdf5Exception($"The attribute {name} of {_owner.Path} in {File.Name} holds {values.Length} values, and one is needed. Read all of them.");

    private Hdf5Exception OtherType(string name, string found, string wanted) =>
        new($"The attribute {name} of {_owner.Path} in {File.Name} is {found}, and {wanted} was asked for. Read it as what it is, and convert.");
}
