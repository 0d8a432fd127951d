using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Wrapping.Types;

/// <summary>C# types of Fortran's intrinsic types.</summary>
internal static class ElementMap
{
    /// <summary>Type of the elements of an array.</summary>
    /// <exception cref="RefusedException">There is none.</exception>
    public static string Element(DataType type) => (type.Base, type.Kind) switch
    {
        (BaseType.Integer, 1) => "sbyte",
        (BaseType.Integer, 2) => "short",
        (BaseType.Integer, 4) => "int",
        (BaseType.Integer, 8) => "long",
        (BaseType.Real, 4) => "float",
        (BaseType.Real, 8) => "double",
        (BaseType.Complex, 4) => "Complex64",
        (BaseType.Complex, 8) => "Complex",
        (BaseType.Logical, 1) => "bool",
        (BaseType.Logical, 4) => "Logical32",
        (BaseType.Logical, 8) => "Logical64",
        _ => throw new RefusedException($"{type} has no element type in .NET; supported are integer(1, 2, 4, 8), real(4, 8), complex(4, 8) and logical(1, 4, 8)"),
    };

    /// <summary>Name of the element type in <c>DistArray.ElementType</c>.</summary>
    public static string Enumerator(DataType type) => Element(type) switch
    {
        "sbyte" => "Int8",
        "short" => "Int16",
        "int" => "Int32",
        "long" => "Int64",
        "float" => "Float32",
        "double" => "Float64",
        "Complex64" => "Complex64",
        "Complex" => "Complex128",
        "bool" => "Boolean",
        var logical => logical,
    };

    /// <summary>Type of a scalar parameter: logicals of any kind are <c>bool</c>.</summary>
    public static string Scalar(DataType type) => type.Base == BaseType.Logical ? Logical(type) : ScalarElement(type);

    /// <summary>Type of a scalar in memory: an element, or a C address.</summary>
    public static string ScalarElement(DataType type) => IsAddress(type) ? "nint" : Element(type);

    /// <summary>Whether it is <c>type(c_ptr)</c> or <c>type(c_funptr)</c>, which a companion knows by these names.</summary>
    public static bool IsAddress(DataType type) => type is { Base: BaseType.Derived, Derived: { Module: "__iso_c_binding", Name: "c_ptr" or "c_funptr" } };

    /// <summary>Whether an entity is a number, a logical or a C address that has its own place.</summary>
    public static bool IsPlainScalar(Entity entity) => entity is { Shape: null, IsAllocatable: false, IsPointer: false } && (IsIntrinsic(entity.Type) || IsAddress(entity.Type));

    public static bool IsIntrinsic(DataType type) => type.Base is BaseType.Integer or BaseType.Real or BaseType.Complex or BaseType.Logical;

    /// <summary>Bytes of a value.</summary>
    public static int Bytes(DataType type) => type.Base == BaseType.Complex ? 2 * type.Kind : type.Kind;

    private static string Logical(DataType type)
    {
        Element(type);
        return "bool";
    }
}
