using NUnit.Framework.Constraints;
using NUnit.Framework.Internal;

namespace DistArray.Testing.Tests.Assertions;

/// <summary>Applies constraints on several ranks of this process.</summary>
internal static class Ranks
{
    /// <summary>What a constraint says on each rank: null where it holds.</summary>
    public static string?[] Say<T>(int ranks, Func<ICommunicator, T> actual, Func<ICommunicator, T, IConstraint> constraint)
    {
        string?[] said = new string?[ranks];
        ThreadCommunicator.Run(ranks, world =>
        {
            T value = actual(world);
            IConstraint asked = constraint(world, value);
            ConstraintResult result = asked.ApplyTo(value);
            using TextMessageWriter writer = new();
            result.WriteActualValueTo(writer);
            said[world.Rank] = result.IsSuccess ? null : $"{result.Description} | {writer}";
        });
        return said;
    }

    /// <summary>What a constraint says, the same on all ranks; null where it holds.</summary>
    public static string? SayAlike<T>(int ranks, Func<ICommunicator, T> actual, Func<ICommunicator, T, IConstraint> constraint)
    {
        string?[] said = Say(ranks, actual, constraint);
        Assert.That(said, Is.All.EqualTo(said[0]));
        return said[0];
    }
}
