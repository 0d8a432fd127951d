namespace DistArray.IO;

/// <summary>A column of a table.</summary>
/// <param name="Name">Its name: no number, no brackets or line breaks.</param>
/// <param name="Unit">Its unit, or null.</param>
public sealed record TableColumn(string Name, string? Unit = null)
{
    /// <summary>A column without unit.</summary>
    /// <param name="name">Its name.</param>
    public static implicit operator TableColumn(string name) => new(name);

    /// <summary>Name and unit as in a header.</summary>
    public override string ToString() => Unit is null ? Name : $"{Name} [{Unit}]";
}
