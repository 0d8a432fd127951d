using DistArray.Mpi.Jobs;
using DistArray.Testing.Reports;
using NUnit.Framework.Constraints;

namespace DistArray.Testing.Assertions;

/// <summary>Looks whether this rank's elements lie in a piece of memory, on all ranks alike.</summary>
internal sealed class SharedMemoryConstraint<T>(Func<AddressRange> memory, string name) : Constraint where T : unmanaged
{
    /// <inheritdoc/>
    public override string Description => $"elements in {name}";

    /// <inheritdoc/>
    public override ConstraintResult ApplyTo<TActual>(TActual actual)
    {
        if (actual is not DistArray<T> array) return new TextResult(this, actual, false, actual is null ? "null" : $"a {actual.GetType().Name}, no array of {typeof(T).Name}");
        ICommunicator ranks = array.Distribution.Communicator;
        bool isThere = true;
        Exception? failure = null;
        try
        {
            AddressRange elements = AddressRange.Of(array.LocalView);
            isThere = elements.IsEmpty || memory().Contains(elements);
        }
        catch (Exception exception)
        {
            failure = exception;
        }
        ranks.ThrowIfAny(failure);
        int[] all = ranks.Allgather(isThere ? 1 : 0);
        int[] elsewhere = [.. Enumerable.Range(0, all.Length).Where(rank => all[rank] == 0)];
        return new TextResult(this, actual, elsewhere.Length == 0, elsewhere.Length == 0 ? "in it" : $"elsewhere on {RankNames.Of(elsewhere)}");
    }
}
