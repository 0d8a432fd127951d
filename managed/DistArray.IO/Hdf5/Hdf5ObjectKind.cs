namespace DistArray.IO;

/// <summary>What a name in a group stands for.</summary>
public enum Hdf5ObjectKind
{
    /// <summary>Nothing: a soft or external link that leads nowhere.</summary>
    Nothing,

    /// <summary>A group.</summary>
    Group,

    /// <summary>A dataset.</summary>
    Dataset,

    /// <summary>A datatype that has a name.</summary>
    Datatype,
}
