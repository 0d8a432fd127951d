using System.Text;

namespace DistArray.IO;

public partial class Hdf5Group
{
    /// <summary>Writes a row of texts into a new dataset.</summary>
    /// <param name="name">Name of the dataset, seen from this group; missing groups above it are made.</param>
    /// <param name="values">The texts, the same on every rank, without zero characters.</param>
    /// <returns>The dataset, of shape (number of texts).</returns>
    /// <exception cref="ArgumentException">A text is null or holds a zero character.</exception>
    /// <exception cref="InvalidOperationException">The file is open for reading, or the ranks' texts differ.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <exception cref="Hdf5Exception">There is something of that name, or HDF5 could not write it.</exception>
    /// <remarks><b>Collective.</b> Stored as UTF-8 of the length of the longest, since parallel HDF5 1.10 refuses texts of varying
    /// length in datasets; attributes have those. As h5py reads with <c>d.asstr()</c>.</remarks>
    public Hdf5Dataset WriteStrings(string name, IReadOnlyList<string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        string path = Hdf5Path.Combine(Path, name);
        if (values.Any(value => value is null || value.Contains('\0')))
            throw new ArgumentException($"{path}: a text is null or holds a zero character, which HDF5 cannot store.", nameof(values));
        byte[][] texts = [.. values.Select(Encoding.UTF8.GetBytes)];
        int size = Math.Max(texts.Length == 0 ? 1 : texts.Max(text => text.Length), 1);
        byte[] bytes = new byte[checked(size * texts.Length)];
        for (int i = 0; i < texts.Length; i++)
            texts[i].CopyTo(bytes, i * size);
        string call = $"WriteStrings({path}, {values.Count})";
        File.ExpectWritable(call);
        // Rank 0 writes for all.
        int mine = File.Communicator.Rank == 0 ? values.Count : 0;
        return Hdf5Rows.Write(File, call, path, bytes, size, mine, () => Hdf5Text.Fixed(size), contents: bytes);
    }

    /// <summary>Reads all texts of a dataset, on every rank.</summary>
    /// <param name="name">Name of the dataset, seen from this group.</param>
    /// <returns>The texts, in row-major order where it has several axes.</returns>
    /// <exception cref="Hdf5Exception">There is no such dataset, it holds no texts, or HDF5 could not read it.</exception>
    /// <remarks><b>Collective.</b> Texts of fixed and of varying length.</remarks>
    public string[] ReadStrings(string name)
    {
        string path = Hdf5Path.Combine(Path, name);
        return File.Run($"ReadStrings({path})", default, () => Hdf5Rows.ReadTexts(File, path));
    }
}
