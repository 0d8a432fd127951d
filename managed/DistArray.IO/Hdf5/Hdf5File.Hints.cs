using System.Text;
using DistArray.Bindings;

namespace DistArray.IO;

public sealed unsafe partial class Hdf5File
{
    /// <summary>The hints of MPI-IO that the file has: of those that were given what the library took, and what it chose itself.</summary>
    /// <returns>Values by key; none with one rank, which works without MPI.</returns>
    /// <exception cref="RankFailedException">MPI does not tell them.</exception>
    /// <remarks><b>Collective.</b> As <c>MPI_File_get_info</c>.</remarks>
    public IReadOnlyDictionary<string, string> GetHints() => Run("GetHints", default, () =>
    {
        if (Communicator.Size == 1)
            return [];
        NativeStatus.Check(NativeHdf5.Hints(Id, null, 0, out long length));
        var text = new byte[length + 1];
        fixed (byte* buffer = text)
            NativeStatus.Check(NativeHdf5.Hints(Id, buffer, text.Length, out _));
        return Encoding.UTF8.GetString(text, 0, (int)length).Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split('=', 2)).ToDictionary(hint => hint[0], hint => hint[1]);
    });
}
