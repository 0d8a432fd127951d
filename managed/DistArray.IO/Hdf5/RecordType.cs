using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Reflection;
using System.Runtime.InteropServices;
using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>The fields of a structure as an HDF5 compound type.</summary>
internal sealed unsafe class RecordType
{
    private const DynamicallyAccessedMemberTypes Fields = DynamicallyAccessedMemberTypes.PublicFields | DynamicallyAccessedMemberTypes.NonPublicFields;

    private readonly (string Name, int Offset, ElementType Type)[] _fields;

    private RecordType(int size, (string, int, ElementType)[] fields) => (Size, _fields) = (size, fields);

    /// <summary>Bytes of a structure.</summary>
    public int Size { get; }

    /// <summary>The fields of a structure.</summary>
    /// <typeparam name="T">The structure.</typeparam>
    /// <exception cref="NotSupportedException">It has no fields, or one that is of no element type.</exception>
    public static RecordType Of<[DynamicallyAccessedMembers(Fields)] T>() where T : unmanaged
    {
        FieldInfo[] fields = typeof(T).GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);
        if (ElementTypes.TryOf<T>(out _) || fields.Length == 0)
            throw new NotSupportedException($"{typeof(T).Name} is no structure of numbers. Write arrays of an element type with Write.");
        return new RecordType(sizeof(T), [.. fields.Select(field => (NameOf(field), OffsetOf<T>(field), TypeOf<T>(field))).OrderBy(field => field.Item2)]);
    }

    /// <summary>The compound type, in memory and in files.</summary>
    public Hdf5Id ToDatatype()
    {
        Hdf5Id compound = Hdf5Library.Id(H5T.create(H5T.class_t.COMPOUND, (nuint)Size), "make a datatype");
        foreach ((string name, int offset, ElementType type) in _fields)
        {
            using Hdf5Id member = Hdf5Datatype.Of(type);
            Hdf5Library.Check(H5T.insert(compound, name, (nuint)offset, member), "make a datatype");
        }
        return compound;
    }

    /// <summary>Returns where a datatype of a file has all the fields.</summary>
    /// <param name="type">The datatype.</param>
    /// <param name="path">The dataset that has it.</param>
    /// <exception cref="Hdf5Exception">It has not.</exception>
    public void ExpectIn(Hdf5Id type, string path)
    {
        _ = Hdf5Datatype.Identify(type, out string found);
        if (H5T.get_class(type) != H5T.class_t.COMPOUND)
            throw new Hdf5Exception($"{path} holds {found}, and structures were asked for: {this}.");
        foreach ((string name, _, ElementType wanted) in _fields)
        {
            int index = H5T.get_member_index(type, name);
            if (index < 0)
                _ = Hdf5Library.Failure("find a field");
            using Hdf5Id member = index < 0 ? throw new Hdf5Exception($"{path} has no field {name}. It holds {found}.") : Hdf5Library.Id(H5T.get_member_type(type, (uint)index), $"read the type of {path}");
            if (Hdf5Datatype.Identify(member, out string its) != wanted)
                throw new Hdf5Exception($"The field {name} of {path} is {its}, and {ElementTypes.NameOf(wanted)} was asked for. Read it as what it is, and convert.");
        }
    }

    /// <summary>Such as "compound (x float64, id int32)".</summary>
    public override string ToString() => $"compound ({string.Join(", ", _fields.Select(field => $"{field.Name} {ElementTypes.NameOf(field.Type)}"))})";

    // The compiler calls the field of a property P "<P>k__BackingField".
    private static string NameOf(FieldInfo field) => field.Name.StartsWith('<') ? field.Name[1..field.Name.IndexOf('>')] : field.Name;

    private static ElementType TypeOf<T>(FieldInfo field)
    {
        foreach (ElementType type in ElementTypes.All)
        {
            if (ElementTypes.NetTypeOf(type) == field.FieldType)
                return type;
        }
        throw new NotSupportedException($"The field {NameOf(field)} of {typeof(T).Name} is a {field.FieldType.Name}, which is no element type. "
            + $"Use {string.Join(", ", ElementTypes.All.Select(type => ElementTypes.NetTypeOf(type).Name))}.");
    }

    /// <summary>Where a field lies: what of a zeroed structure changes with it. Marshalling would tell another layout.</summary>
    private static int OffsetOf<T>(FieldInfo field) where T : unmanaged
    {
        object boxed = default(T);
        field.SetValue(boxed, Filled(TypeOf<T>(field)));
        T changed = (T)boxed;
        return MemoryMarshal.AsBytes(new ReadOnlySpan<T>(in changed)).IndexOfAnyExcept((byte)0);
    }

    /// <summary>A value without zero bytes.</summary>
    private static object Filled(ElementType type) => type switch
    {
        ElementType.Boolean => true,
        ElementType.Int8 => Filled<sbyte>(),
        ElementType.UInt8 => Filled<byte>(),
        ElementType.Int16 => Filled<short>(),
        ElementType.UInt16 => Filled<ushort>(),
        ElementType.Int32 => Filled<int>(),
        ElementType.UInt32 => Filled<uint>(),
        ElementType.Int64 => Filled<long>(),
        ElementType.UInt64 => Filled<ulong>(),
        ElementType.Float32 => Filled<float>(),
        ElementType.Float64 => Filled<double>(),
        ElementType.Complex64 => Filled<Complex64>(),
        ElementType.Complex128 => Filled<Complex>(),
        ElementType.Logical32 => Filled<Logical32>(),
        _ => Filled<Logical64>(),
    };

    private static T Filled<T>() where T : unmanaged
    {
        T value;
        new Span<byte>(&value, sizeof(T)).Fill(1);
        return value;
    }
}
