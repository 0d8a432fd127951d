using NUnit.Framework;

namespace DistArray.Testing;

/// <summary>One set of arguments for an <see cref="MpiTestAttribute"/> method, run on each of its world sizes.</summary>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class MpiTestCaseAttribute : NUnitAttribute
{
    /// <summary>Gives the arguments.</summary>
    /// <param name="arguments">The arguments, without the communicator.</param>
    public MpiTestCaseAttribute(params object?[]? arguments) => Arguments = arguments ?? [null];

    /// <summary>The arguments, without the communicator.</summary>
    public IReadOnlyList<object?> Arguments { get; }

    /// <summary>Name to show in place of the method's, or null.</summary>
    public string? TestName { get; set; }
}
