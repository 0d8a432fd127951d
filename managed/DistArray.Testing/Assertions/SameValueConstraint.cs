using System.Collections;
using System.Globalization;
using System.Runtime.CompilerServices;
using DistArray.Mpi.Jobs;
using DistArray.Testing.Reports;
using NUnit.Framework.Constraints;

namespace DistArray.Testing.Assertions;

/// <summary>Compares the value of this rank with those of all others.</summary>
internal sealed class SameValueConstraint(ICommunicator world) : Constraint
{
    /// <inheritdoc/>
    public override string Description => $"the same value on all {world.Size} ranks";

    /// <inheritdoc/>
    public override ConstraintResult ApplyTo<TActual>(TActual actual)
    {
        string mine = "";
        Exception? failure = null;
        try
        {
            mine = Text(actual);
        }
        catch (Exception exception)
        {
            failure = exception;
        }
        world.ThrowIfAny(failure);
        string[] all = world.Allgather(mine);
        bool isSame = all.All(text => text == all[0]);
        return new TextResult(this, actual, isSame, string.Join('\n' + new string(' ', 12),
            RankNames.Fold(all.Select((text, rank) => (rank, text))).Select(said => $"{RankNames.Of(said.Ranks)}: {said.Text}")));
    }

    // Numbers to the last bit.
    private static string Text(object? value) => value switch
    {
        null => "null",
        string text => $"\"{text}\"",
        double or float or System.Numerics.Complex => ((IFormattable)value).ToString("R", CultureInfo.InvariantCulture),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        ITuple tuple => $"({string.Join(", ", Enumerable.Range(0, tuple.Length).Select(at => Text(tuple[at])))})",
        IEnumerable values => $"[{string.Join(", ", values.Cast<object?>().Select(Text))}]",
        bool truth => truth ? "true" : "false",
        _ => throw new NotSupportedException($"Values of type {value.GetType().Name} cannot be compared over the ranks. Give numbers, texts, or sequences or tuples of them."),
    };
}
