using NUnit.Framework.Constraints;

namespace DistArray.Testing.Assertions;

/// <summary>The result of a constraint that says in words what was found.</summary>
internal sealed class TextResult(IConstraint constraint, object? actual, bool isSuccess, string found) : ConstraintResult(constraint, actual, isSuccess)
{
    /// <inheritdoc/>
    public override void WriteActualValueTo(MessageWriter writer)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write(found);
    }
}
