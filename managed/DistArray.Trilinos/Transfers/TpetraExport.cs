using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>Copies elements from a map on which ranks share indices to one where each is on one rank: assembly: <c>Tpetra::Export</c>.</summary>
public sealed unsafe class TpetraExport : TpetraTransfer
{
    private TpetraExport(TpetraMap source, TpetraMap target) : base(source, target)
    {
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeTpetra.TransferExport(source.Handle, target.Handle, out handle)));
        Take(handle);
    }

    /// <summary>Plans the transfer.</summary>
    /// <param name="source">Indices of <paramref name="target"/>, on any number of ranks.</param>
    /// <param name="target">Every index on one rank alone.</param>
    /// <returns>A plan that the caller disposes of.</returns>
    /// <exception cref="ObjectDisposedException">A map was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static TpetraExport Create(TpetraMap source, TpetraMap target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return new TpetraExport(source, target);
    }
}
