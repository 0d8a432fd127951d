using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping.Results;

/// <summary>How the result of a function passes from Fortran to C#: the first argument of the companion's procedure.</summary>
internal abstract class ResultBinding
{
    /// <summary>Declarations in the companion.</summary>
    public abstract IEnumerable<string> Declarations(CompanionScope scope);

    /// <summary>What the companion does before and after the call.</summary>
    public virtual IEnumerable<string> Before => [];

    /// <summary>The statement that calls.</summary>
    /// <param name="call">The function and its arguments.</param>
    public abstract IEnumerable<string> Calls(string call);

    /// <summary>Type of the C# method.</summary>
    public abstract string Type { get; }

    /// <summary>C# before the call.</summary>
    public abstract string CSharpBefore { get; }

    /// <summary>Address that is passed.</summary>
    public abstract string Address { get; }

    /// <summary>Whether it has to be disposed of, also where the call fails.</summary>
    public virtual bool IsOwned => false;

    /// <summary>What is returned.</summary>
    public abstract string Return { get; }

    /// <summary>What the documentation says after the declaration.</summary>
    public virtual string Documentation => "";

    /// <exception cref="RefusedException">Its result is not passed to C#.</exception>
    public static ResultBinding Of(Entity result, TypeCatalog types)
    {
        if (result.Type.Base == BaseType.Character) return new TextResult(result);
        if (ElementMap.IsPlainScalar(result)) return new ScalarResult(result);
        if (result.Type.Base == BaseType.Derived) return new StructureResult(result, types);
        if (!ElementMap.IsIntrinsic(result.Type)) throw new RefusedException($"the result is {(result.Type.Base == BaseType.Procedure ? "a procedure pointer" : result.Type)}");
        ElementMap.Element(result.Type);
        return new OwnerResult(result);
    }
}
