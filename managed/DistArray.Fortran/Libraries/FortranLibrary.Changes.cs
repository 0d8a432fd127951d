using System.Text;
using DistArray.Bindings;

namespace DistArray.Fortran;

public sealed unsafe partial class FortranLibrary
{
    private const int LongestName = 63;
    private List<PublishedArray> _arrays = [];
    private long _generation;

    /// <summary>Reads the list of arrays anew where a call has changed it; views of what moved or vanished are not valid any more.</summary>
    /// <param name="status">How the call ended.</param>
    /// <param name="generation">What it said of the arrays, where it ended well.</param>
    internal void FollowChanges(DaStatus status, long generation)
    {
        if (status != DaStatus.Ok)
            NativeStatus.Check(NativeFortran.LibraryGeneration(_handle, out generation));
        if (generation == _generation) return;
        NativeStatus.Check(NativeFortran.ArrayCount(_handle, out long count));
        var arrays = new List<PublishedArray>((int)count);
        for (long index = 0; index < count; index++)
            arrays.Add(Read(index));
        foreach (PublishedArray old in _arrays)
            if (!arrays.Contains(old))
                old.Invalidate(arrays.Exists(array => array.Info.Name == old.Info.Name)
                    ? $"the core {Name} has allocated it anew or changed its bounds"
                    : $"the core {Name} does not publish it any more");
        _arrays = arrays;
        _generation = generation;
    }

    /// <summary>As <see cref="FollowChanges"/>, at the beginning of a callback: what the core has published in the call so far.</summary>
    internal void FollowCallUnderWay()
    {
        NativeStatus.Check(NativeFortran.LibraryGeneration(_handle, out long generation));
        FollowChanges(DaStatus.Ok, generation);
    }

    // The same object as before, where nothing changed.
    private PublishedArray Read(long index)
    {
        byte* buffer = stackalloc byte[LongestName + 1];
        NativeStatus.Check(NativeFortran.ArrayName(_handle, index, buffer, LongestName + 1, out long length));
        NativeStatus.Check(NativeFortran.ArrayGet(_handle, index, out DaFortranArray array));
        string name = Encoding.UTF8.GetString(buffer, (int)length);
        PublishedArray? known = _arrays.Find(published => published.Info.Name == name);
        if (known is not null && known.Generation == array.Generation)
            return known;
        var read = new PublishedArray(name, array, this);
        // Where only the address changed, the distribution is what it was.
        if (known is not null && known.Info.HasBoundsOf(read.Info))
            read.Distribution = known.Distribution;
        return read;
    }
}
