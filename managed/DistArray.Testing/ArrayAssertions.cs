using DistArray.Testing.Assertions;
using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace DistArray.Testing;

/// <summary>Constraints for <c>Assert.That</c> on distributed arrays: <c>Assert.That(u, Is.ArrayCloseTo(expected))</c>.</summary>
/// <remarks>Every rank calls them, and they hold or fail on all ranks alike: what they say names the first element that differs, its rank, both
/// values, how many differ and by how much at most. A rank that fails before, and so never calls them, is found by <see cref="MpiTestAttribute"/>.</remarks>
public static class ArrayAssertions
{
    extension(Is)
    {
        /// <summary>The same shape, element type and elements, whatever the distributions.</summary>
        /// <typeparam name="T">Type of the elements.</typeparam>
        /// <param name="expected">The array to equal; its communicator has the same ranks.</param>
        /// <remarks><b>Collective.</b> Redistributes what is expected. NaN equals NaN, and -0 equals 0, as in numpy.testing.assert_array_equal.
        /// Halos do not count; elements that several ranks hold are compared on each of them.</remarks>
        public static Constraint ArrayEqualTo<T>(DistArray<T> expected) where T : unmanaged =>
            new ArrayConstraint<T>(actual => ExpectedArray<T>.Of(expected, actual), ElementRule.Equal);

        /// <summary>The same shape, element type and elements as an array of .NET that every rank has.</summary>
        /// <param name="expected">Such as <c>double[]</c> or <c>double[,]</c>.</param>
        /// <remarks><b>Collective.</b> As the other form.</remarks>
        public static Constraint ArrayEqualTo(Array expected) => OfWhole(expected, ElementRule.Equal);

        /// <summary>The same shape and type, and elements with |actual - expected| ≤ absolute + relative · |expected|.</summary>
        /// <typeparam name="T">Type of the elements.</typeparam>
        /// <param name="expected">The array to be close to; its communicator has the same ranks.</param>
        /// <param name="relative">Relative tolerance.</param>
        /// <param name="absolute">Absolute tolerance.</param>
        /// <remarks><b>Collective.</b> Redistributes what is expected. NaN equals NaN, an infinity itself, as in numpy.testing.assert_allclose.</remarks>
        public static Constraint ArrayCloseTo<T>(DistArray<T> expected, double relative = 1e-7, double absolute = 0) where T : unmanaged =>
            new ArrayConstraint<T>(actual => ExpectedArray<T>.Of(expected, actual), ElementRule.Close(relative, absolute));

        /// <summary>The same shape and type, and elements close to those of an array of .NET that every rank has.</summary>
        /// <param name="expected">Such as <c>double[]</c> or <c>double[,]</c>.</param>
        /// <param name="relative">Relative tolerance.</param>
        /// <param name="absolute">Absolute tolerance.</param>
        /// <remarks><b>Collective.</b> As the other form.</remarks>
        public static Constraint ArrayCloseTo(Array expected, double relative = 1e-7, double absolute = 0) => OfWhole(expected, ElementRule.Close(relative, absolute));

        /// <summary>The same shape and type, and elements with at most so many floating-point numbers between.</summary>
        /// <typeparam name="T">float, double, or a complex type, whose parts are compared.</typeparam>
        /// <param name="expected">The array to be close to; its communicator has the same ranks.</param>
        /// <param name="ulps">Units in the last place, 0 or more.</param>
        /// <remarks><b>Collective.</b> Redistributes what is expected. NaN equals NaN. As numpy.testing.assert_array_max_ulp.</remarks>
        public static Constraint ArrayWithinUlps<T>(DistArray<T> expected, long ulps) where T : unmanaged =>
            new ArrayConstraint<T>(actual => ExpectedArray<T>.Of(expected, actual), ElementRule.Ulps(ulps));

        /// <summary>What the same function gives on one rank alone: <c>Assert.That(Smooth(world), Is.SameAsOnOneRank(Smooth))</c>.</summary>
        /// <typeparam name="T">Type of the elements.</typeparam>
        /// <param name="compute">Makes the array on a communicator.</param>
        /// <param name="relative">Relative tolerance; with both 0 the same bits are asked for, and any NaN for a NaN.</param>
        /// <param name="absolute">Absolute tolerance.</param>
        /// <remarks><b>Collective.</b> Every rank computes the whole array by itself, and so needs memory for it.</remarks>
        public static Constraint SameAsOnOneRank<T>(Func<ICommunicator, DistArray<T>> compute, double relative = 0, double absolute = 0) where T : unmanaged =>
            new ArrayConstraint<T>(actual => ExpectedArray<T>.OnOneRank(compute, actual), relative == 0 && absolute == 0 ? ElementRule.Bits : ElementRule.Close(relative, absolute));

        /// <summary>The same value on every rank, to the last bit.</summary>
        /// <param name="world">The ranks.</param>
        /// <remarks><b>Collective.</b> For numbers, texts, and sequences and tuples of them. NaN equals NaN.</remarks>
        public static Constraint SameOnEveryRank(ICommunicator world) => new SameValueConstraint(world);
    }

    private static Constraint OfWhole(Array expected, ElementRule rule)
    {
        ArgumentNullException.ThrowIfNull(expected);
        Type type = expected.GetType().GetElementType()!;
        return (Constraint)typeof(ArrayAssertions).GetMethod(nameof(OfValues), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!
            .MakeGenericMethod(type).Invoke(null, [expected, rule])!;
    }

    private static Constraint OfValues<T>(Array expected, ElementRule rule) where T : unmanaged => new ArrayConstraint<T>(_ => ExpectedArray<T>.Of(expected), rule);
}
