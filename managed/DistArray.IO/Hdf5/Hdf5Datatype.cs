using System.Runtime.InteropServices;
using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>Element types as HDF5 stores them, in h5py's conventions: complex numbers as a compound of r and i, booleans as an enumeration.</summary>
internal static unsafe class Hdf5Datatype
{
    private const string MakeType = "make a datatype";

    /// <summary>The datatype of an element type, in memory and in files.</summary>
    public static Hdf5Id Of(ElementType type) => type switch
    {
        ElementType.Boolean => Truth<sbyte>(H5T.NATIVE_INT8),
        ElementType.Logical32 => Truth<int>(H5T.NATIVE_INT32),
        ElementType.Logical64 => Truth<long>(H5T.NATIVE_INT64),
        ElementType.Complex64 => ComplexOf(H5T.NATIVE_FLOAT, sizeof(float)),
        ElementType.Complex128 => ComplexOf(H5T.NATIVE_DOUBLE, sizeof(double)),
        _ => Hdf5Library.Id(H5T.copy(type switch
        {
            ElementType.Int8 => H5T.NATIVE_INT8,
            ElementType.UInt8 => H5T.NATIVE_UINT8,
            ElementType.Int16 => H5T.NATIVE_INT16,
            ElementType.UInt16 => H5T.NATIVE_UINT16,
            ElementType.Int32 => H5T.NATIVE_INT32,
            ElementType.UInt32 => H5T.NATIVE_UINT32,
            ElementType.Int64 => H5T.NATIVE_INT64,
            ElementType.UInt64 => H5T.NATIVE_UINT64,
            ElementType.Float32 => H5T.NATIVE_FLOAT,
            ElementType.Float64 => H5T.NATIVE_DOUBLE,
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "HDF5 has no datatype for it."),
        }), MakeType),
    };

    /// <summary>Text of any length in UTF-8: what h5py reads as str.</summary>
    public static Hdf5Id Text()
    {
        Hdf5Id type = Hdf5Library.Id(H5T.copy(H5T.C_S1), MakeType);
        Hdf5Library.Check(H5T.set_size(type, nuint.MaxValue), MakeType);
        Hdf5Library.Check(H5T.set_cset(type, H5T.cset_t.UTF8), MakeType);
        return type;
    }

    /// <summary>The element type that a datatype stands for, or null, in either byte order.</summary>
    /// <param name="type">A datatype.</param>
    /// <param name="description">What it is, for messages.</param>
    public static ElementType? Identify(long type, out string description)
    {
        ElementType? found = H5T.get_class(type) switch
        {
            H5T.class_t.INTEGER when IsWhole(type) => Integer(H5T.get_size(type), H5T.get_sign(type) == H5T.sign_t.SGN_2),
            H5T.class_t.FLOAT => Real(type),
            H5T.class_t.ENUM => TruthOf(type),
            H5T.class_t.COMPOUND => ComplexOf(type),
            _ => null,
        };
        description = found is { } known ? ElementTypes.NameOf(known) : Describe(type);
        return found;
    }

    private static string Describe(long type)
    {
        H5T.class_t kind = H5T.get_class(type);
        if (kind == H5T.class_t.STRING && H5T.is_variable_str(type) > 0)
            return "string of any length";
        if (kind != H5T.class_t.COMPOUND)
            return $"{kind.ToString().ToLowerInvariant()} of {H5T.get_size(type)} bytes";
        var members = new List<string>();
        for (uint member = 0; member < H5T.get_nmembers(type); member++)
        {
            using Hdf5Id its = Hdf5Library.Id(H5T.get_member_type(type, member), "read a datatype");
            _ = Identify(its, out string description);
            members.Add($"{MemberName(type, member)} {description}");
        }
        return $"compound ({string.Join(", ", members)})";
    }

    private static Hdf5Id Truth<T>(long baseType) where T : unmanaged, System.Numerics.INumber<T>
    {
        Hdf5Id type = Hdf5Library.Id(H5T.enum_create(baseType), MakeType);
        T no = T.Zero, yes = T.One;
        Hdf5Library.Check(H5T.enum_insert(type, "FALSE", &no), MakeType);
        Hdf5Library.Check(H5T.enum_insert(type, "TRUE", &yes), MakeType);
        return type;
    }

    private static Hdf5Id ComplexOf(long part, int size)
    {
        Hdf5Id type = Hdf5Library.Id(H5T.create(H5T.class_t.COMPOUND, (nuint)(2 * size)), MakeType);
        Hdf5Library.Check(H5T.insert(type, "r", 0, part), MakeType);
        Hdf5Library.Check(H5T.insert(type, "i", (nuint)size, part), MakeType);
        return type;
    }

    private static ElementType? Integer(nuint size, bool signed) => (size, signed) switch
    {
        (1, true) => ElementType.Int8,
        (1, false) => ElementType.UInt8,
        (2, true) => ElementType.Int16,
        (2, false) => ElementType.UInt16,
        (4, true) => ElementType.Int32,
        (4, false) => ElementType.UInt32,
        (8, true) => ElementType.Int64,
        (8, false) => ElementType.UInt64,
        _ => null,
    };

    // Numbers of other bits are not only useless: HDF5 converts those of damaged files beyond the end of its buffers.
    private static bool IsWhole(long type) => H5T.get_precision(type) == 8 * H5T.get_size(type) && H5T.get_offset(type) == 0;

    private static ElementType? Real(long type)
    {
        if (H5T.equal(type, H5T.IEEE_F64LE) > 0 || H5T.equal(type, H5T.IEEE_F64BE) > 0)
            return ElementType.Float64;
        return H5T.equal(type, H5T.IEEE_F32LE) > 0 || H5T.equal(type, H5T.IEEE_F32BE) > 0 ? ElementType.Float32 : null;
    }

    private static ElementType? TruthOf(long type)
    {
        if (H5T.get_nmembers(type) != 2 || MemberName(type, 0) != "FALSE" || MemberName(type, 1) != "TRUE")
            return null;
        return H5T.get_size(type) switch { 1 => ElementType.Boolean, 4 => ElementType.Logical32, 8 => ElementType.Logical64, _ => null };
    }

    private static ElementType? ComplexOf(long type)
    {
        if (H5T.get_nmembers(type) != 2 || MemberName(type, 0) != "r" || MemberName(type, 1) != "i")
            return null;
        using Hdf5Id real = Hdf5Library.Id(H5T.get_member_type(type, 0), MakeType), imaginary = Hdf5Library.Id(H5T.get_member_type(type, 1), MakeType);
        if (Identify(real, out _) is not { } part || Identify(imaginary, out _) != part)
            return null;
        return part switch { ElementType.Float32 => ElementType.Complex64, ElementType.Float64 => ElementType.Complex128, _ => null };
    }

    private static string MemberName(long type, uint member)
    {
        byte* name = H5T.get_member_name(type, member);
        string text = Marshal.PtrToStringUTF8((nint)name) ?? "";
        _ = H5.free_memory(name);
        return text;
    }
}
