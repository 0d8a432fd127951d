using System.Text;
using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>Texts of a fixed number of bytes.</summary>
internal static class Hdf5Text
{
    /// <summary>UTF-8 of a fixed number of bytes, filled up with zeros: what h5py reads as str or bytes.</summary>
    /// <param name="size">Bytes, at least 1.</param>
    public static Hdf5Id Fixed(int size)
    {
        Hdf5Id type = Hdf5Library.Id(H5T.copy(H5T.C_S1), "make a datatype");
        Hdf5Library.Check(H5T.set_size(type, (nuint)size), "make a datatype");
        Hdf5Library.Check(H5T.set_cset(type, H5T.cset_t.UTF8), "make a datatype");
        Hdf5Library.Check(H5T.set_strpad(type, H5T.str_t.NULLPAD), "make a datatype");
        return type;
    }

    /// <summary>The texts, without what fills them up: zeros, or spaces where the type says so, as Fortran's.</summary>
    /// <param name="bytes">All texts.</param>
    /// <param name="type">Their datatype.</param>
    public static string[] Decode(ReadOnlySpan<byte> bytes, Hdf5Id type)
    {
        int size = checked((int)H5T.get_size(type));
        bool isPaddedWithSpaces = H5T.get_strpad(type) == H5T.str_t.SPACEPAD;
        var texts = new string[size == 0 ? 0 : bytes.Length / size];
        for (int i = 0; i < texts.Length; i++)
        {
            ReadOnlySpan<byte> text = bytes.Slice(i * size, size);
            int end = text.IndexOf((byte)0);
            text = end < 0 ? text : text[..end];
            texts[i] = Encoding.UTF8.GetString(isPaddedWithSpaces ? text.TrimEnd((byte)' ') : text);
        }
        return texts;
    }
}
