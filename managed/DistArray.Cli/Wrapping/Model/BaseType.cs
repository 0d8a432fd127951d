namespace DistArray.Cli.Wrapping.Model;

/// <summary>Fortran's intrinsic types, and what is made of them.</summary>
internal enum BaseType
{
    None,
    Integer,
    Real,
    Complex,
    Logical,
    Character,
    Derived,
    Class,
    UnlimitedClass,
    AssumedType,
    Procedure,
}
