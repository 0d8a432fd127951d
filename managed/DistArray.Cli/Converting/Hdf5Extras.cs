using DistArray.Cli.Files;
using DistArray.IO;

namespace DistArray.Cli.Converting;

/// <summary>What an HDF5 file has besides arrays, on its way into another: attributes, and where all of the file is converted groups and links.</summary>
internal sealed class Hdf5Extras(Hdf5ArrayFile source, bool isWhole)
{
    private readonly List<string> _left = isWhole ? [.. source.NoArrays] : [];

    /// <summary>What could not be carried, in words.</summary>
    public IReadOnlyList<string> Left => _left;

    /// <summary>Carries it into a file that has the arrays.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void CarryTo(Hdf5File target, IReadOnlyList<Conversion> conversions)
    {
        foreach (Conversion one in conversions) CarryAttributes(source.DatasetOf(one.Source), target.OpenDataset(one.Name), Hdf5ArrayFile.OwnAttributes);
        if (!isWhole) return;
        bool isCheckpoint = source.IsCheckpoint;
        foreach (Hdf5Group group in source.Groups)
        {
            // What makes a file a checkpoint holds for its bytes alone.
            if (isCheckpoint && group.Path == "/checkpoint") _left.AddRange(group.Attributes.GetNames().Select(name => Hdf5ArrayFile.AttributeText(group, name)));
            else CarryAttributes(group, group.Path == "/" ? target : target.Contains(group.Path) ? target.OpenGroup(group.Path) : target.CreateGroup(group.Path), []);
        }
        foreach ((string path, Hdf5Entry link) in source.Links)
        {
            if (link.Link == Hdf5LinkKind.Soft) target.CreateSoftLink(path, link.Target!);
            else if (link.Above is { } above) target.CreateHardLink(path, above);
            else if (link.TargetFile is { } file) target.CreateExternalLink(path, SeenFrom(target.Name, file), link.Target![(file.Length + 1)..]);
            else _left.Add(Hdf5ArrayFile.LinkText(path));
        }
    }

    private void CarryAttributes(Hdf5Object owner, Hdf5Object target, IReadOnlyList<string> except) =>
        _left.AddRange(owner.Attributes.CopyTo(target, except).Select(name => Hdf5ArrayFile.AttributeText(owner, name)));

    // The other file of a link is looked for in the folder of the one that has the link.
    private string SeenFrom(string target, string file)
    {
        string from = Path.GetDirectoryName(source.File.Name)!, to = Path.GetDirectoryName(target)!;
        return Path.IsPathRooted(file) || from == to ? file : Path.GetRelativePath(to, Path.Combine(from, file));
    }
}
