namespace Turbulence;

/// <summary>A field that the core transforms to physical space.</summary>
/// <param name="Name">The name of its dataset.</param>
/// <param name="Symbol">The symbol of the equations.</param>
/// <param name="Quantity">The core's number for it: a component of the state, 3 the stream function, 4 the current.</param>
public sealed record PhysicalField(string Name, string Symbol, int Quantity)
{
    /// <summary>What a snapshot of a model holds.</summary>
    public static IReadOnlyList<PhysicalField> Of(Model model) => model switch
    {
        Model.Kaw => [new("flux", "ψ", 1), new("density", "n", 2), new("current", "J", 4)],
        Model.Mhd => [new("vorticity", "ω", 1), new("flux", "a", 2), new("potential", "ψ", 3), new("current", "j", 4)],
        _ => [new("density", "n", 1), new("vorticity", "Ω", 2), new("potential", "φ", 3)],
    };

    /// <summary>Those of them worth a picture.</summary>
    public static IReadOnlyList<PhysicalField> Pictured(Model model) =>
        [.. Of(model).Where(field => field.Name is "density" or "vorticity" or "current")];
}
