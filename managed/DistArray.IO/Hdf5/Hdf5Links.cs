using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;
using DistArray.Bindings.Hdf5;

namespace DistArray.IO;

/// <summary>Names of groups: lists them, and tells where they lead.</summary>
internal static unsafe class Hdf5Links
{
    /// <summary>Names in a group, in alphabetical order.</summary>
    /// <param name="group">An open group.</param>
    /// <param name="path">Its path.</param>
    public static List<string> Names(Hdf5Id group, string path)
    {
        var names = new List<string>();
        GCHandle handle = GCHandle.Alloc(names);
        try
        {
            ulong index = 0;
            Hdf5Library.Check(H5L.iterate(group, H5.index_t.NAME, H5.iter_order_t.INC, &index, &AddName, (void*)GCHandle.ToIntPtr(handle)), $"read the names in {path}");
        }
        finally
        {
            handle.Free();
        }
        return names;
    }

    /// <summary>What a name in a group stands for.</summary>
    /// <param name="file">The file.</param>
    /// <param name="group">The open group.</param>
    /// <param name="path">Its path.</param>
    /// <param name="name">The name.</param>
    public static Hdf5Entry Describe(Hdf5File file, Hdf5Id group, string path, string name)
    {
        string full = Hdf5Path.Join(path, name), action = $"look at {full}";
        H5L.info_t link;
        Hdf5Library.Check(H5L.get_info(group, name, &link, H5P.DEFAULT), action);
        Hdf5LinkKind kind = link.type switch
        {
            H5L.type_t.HARD => Hdf5LinkKind.Hard,
            H5L.type_t.SOFT => Hdf5LinkKind.Soft,
            H5L.type_t.EXTERNAL => Hdf5LinkKind.External,
            _ => Hdf5LinkKind.Other,
        };
        (string? target, string? targetFile) = kind is Hdf5LinkKind.Soft or Hdf5LinkKind.External ? Target(group, name, kind, link.u_val_size, action) : default;
        Hdf5ObjectKind found = KindOf(group, name, kind, action);
        return new Hdf5Entry(name, found, kind, target, found == Hdf5ObjectKind.Dataset ? Hdf5Dataset.Describe(file, full) : null)
        {
            TargetFile = targetFile,
            Above = kind == Hdf5LinkKind.Hard && found == Hdf5ObjectKind.Group ? Above(file, group, path, link.u_address, action) : null,
        };
    }

    // The way to a group may lead through another file, whose addresses are others.
    private static string? Above(Hdf5File file, Hdf5Id group, string path, ulong address, string action)
    {
        H5O.info_t own;
        Hdf5Library.Check(H5O.get_info_by_name2(group, ".", &own, H5O.INFO_BASIC, H5P.DEFAULT), action);
        foreach (string level in Hdf5Path.Levels(path).Prepend("/"))
        {
            H5O.info_t info;
            Hdf5Library.Check(H5O.get_info_by_name2(file.Id, level, &info, H5O.INFO_BASIC, H5P.DEFAULT), action);
            if (info.addr == address && info.fileno == own.fileno)
                return level;
        }
        return null;
    }

    private static Hdf5ObjectKind KindOf(Hdf5Id group, string name, Hdf5LinkKind kind, string action)
    {
        H5O.info_t info;
        int result = H5O.get_info_by_name2(group, name, &info, H5O.INFO_BASIC, H5P.DEFAULT);
        if (result < 0 && kind != Hdf5LinkKind.Hard)
        {
            // It leads nowhere: no failure, and its text is of no use to a later one.
            _ = Hdf5Library.Failure(action);
            return Hdf5ObjectKind.Nothing;
        }
        Hdf5Library.Check(result, action);
        return info.type switch
        {
            H5O.type_t.GROUP => Hdf5ObjectKind.Group,
            H5O.type_t.DATASET => Hdf5ObjectKind.Dataset,
            H5O.type_t.NAMED_DATATYPE => Hdf5ObjectKind.Datatype,
            _ => throw new Hdf5Exception($"HDF5 could not {action}: it is of a kind that this library does not know."),
        };
    }

    private static (string Target, string? File) Target(Hdf5Id group, string name, Hdf5LinkKind kind, nuint size, string action)
    {
        byte[] value = new byte[checked((int)size + 1)];
        fixed (byte* buffer = value)
        {
            Hdf5Library.Check(H5L.get_val(group, name, buffer, size, H5P.DEFAULT), action);
            if (kind == Hdf5LinkKind.Soft)
                return (Marshal.PtrToStringUTF8((nint)buffer) ?? "", null);
            uint flags;
            byte* file, path;
            Hdf5Library.Check(H5L.unpack_elink_val(buffer, size, &flags, &file, &path), action);
            string other = Marshal.PtrToStringUTF8((nint)file) ?? "";
            return ($"{other}:{Marshal.PtrToStringUTF8((nint)path)}", other);
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int AddName(long group, byte* name, H5L.info_t* info, void* names)
    {
        var list = (List<string>)GCHandle.FromIntPtr((nint)names).Target!;
        list.Add(Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name)));
        return 0;
    }
}
