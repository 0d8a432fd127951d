using NUnit.Framework;

namespace DistArray.Testing;

/// <summary>Names where the sets of arguments for an <see cref="MpiTestAttribute"/> method come from.</summary>
/// <remarks>The source is a static field, property or method without parameters whose value is enumerable. Its items are
/// <see cref="TestCaseData"/>, arrays of arguments, or single arguments, without the communicator. It is read in the test process and on
/// every rank, and has to give the same items each time.</remarks>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class MpiTestCaseSourceAttribute : NUnitAttribute
{
    /// <summary>Names a source in the fixture.</summary>
    /// <param name="sourceName">Name of the static member.</param>
    public MpiTestCaseSourceAttribute(string sourceName) => SourceName = sourceName;

    /// <summary>Names a source in another type.</summary>
    /// <param name="sourceType">The type that has the member.</param>
    /// <param name="sourceName">Name of the static member.</param>
    public MpiTestCaseSourceAttribute(Type sourceType, string sourceName)
    {
        SourceType = sourceType;
        SourceName = sourceName;
    }

    /// <summary>The type that has the source, or null for the fixture.</summary>
    public Type? SourceType { get; }

    /// <summary>Name of the static member.</summary>
    public string SourceName { get; }
}
