using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Types;

/// <summary>A derived type and the C# type that stands for it.</summary>
internal sealed class WrappedType(DerivedType type, string name)
{
    public DerivedType Type { get; } = type;

    /// <summary>Name of the C# type.</summary>
    public string Name { get; } = name;

    /// <summary>Where the type is a struct: where its components lie. Null where it is a class of views.</summary>
    public StructLayout? Layout { get; set; }

    public bool IsStruct => Layout is not null;
}
