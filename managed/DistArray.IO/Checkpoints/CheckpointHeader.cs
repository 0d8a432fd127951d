using System.Text.Json;
using System.Text.Json.Serialization;

namespace DistArray.IO;

/// <summary>What a checkpoint says of itself: a text in JSON and its checksum, as attributes of the group "checkpoint".</summary>
/// <param name="FormatVersion">Version of this format.</param>
/// <param name="Step">Step of the program, or null.</param>
/// <param name="Provenance">Where it comes from.</param>
/// <param name="Entries">What it holds.</param>
internal sealed record CheckpointHeader(int FormatVersion, long? Step, CheckpointProvenance Provenance, CheckpointEntry[] Entries)
{
    /// <summary>The version that is written; readers take it and older ones.</summary>
    public const int CurrentVersion = 1;

    /// <summary>Name of the group; no array may have it.</summary>
    public const string Group = "checkpoint";

    private const string TextName = "header", ChecksumName = "checksum";

    /// <summary>Writes the header into a file.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Write(Hdf5File file)
    {
        string text = JsonSerializer.Serialize(this, CheckpointJson.Default.CheckpointHeader);
        Hdf5Group group = file.CreateGroup(Group);
        group.Attributes.Set(TextName, text);
        group.Attributes.Set(ChecksumName, Checksum.Of(text));
    }

    /// <summary>Reads the header of a file.</summary>
    /// <exception cref="IOException">It is damaged.</exception>
    /// <exception cref="InvalidDataException">There is none, it is damaged, or of a later version.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static CheckpointHeader Read(Hdf5File file)
    {
        if (!file.Contains(Group))
            throw new InvalidDataException("it is an HDF5 file, but no checkpoint");
        Hdf5Group group = file.OpenGroup(Group);
        string text = group.Attributes.GetString(TextName);
        ulong checksum = Checksum.Of(text), stored = group.Attributes.Get<ulong>(ChecksumName);
        if (checksum != stored)
            throw new InvalidDataException($"the checksum of its header is {checksum:x16}, and {stored:x16} was stored");
        CheckpointHeader header = JsonSerializer.Deserialize(text, CheckpointJson.Default.CheckpointHeader)!;
        return header.FormatVersion <= CurrentVersion
            ? header
            : throw new InvalidDataException($"it has format version {header.FormatVersion}, and this library reads up to {CurrentVersion}: update the library");
    }
}

/// <summary>How headers become JSON.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CheckpointHeader))]
internal sealed partial class CheckpointJson : JsonSerializerContext;
