using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>Copies elements from a map on which ranks share indices to one where each is on one rank: assembly: <c>Epetra_Export</c>.</summary>
public sealed unsafe class EpetraExport : EpetraTransfer
{
    private EpetraExport(EpetraMap source, EpetraMap target) : base(source, target)
    {
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeEpetra.TransferExport(source.Handle, target.Handle, out handle)));
        Take(handle);
    }

    /// <summary>Plans the transfer.</summary>
    /// <param name="source">Indices of <paramref name="target"/>, on any number of ranks.</param>
    /// <param name="target">Every index on one rank alone.</param>
    /// <returns>A plan that the caller disposes of.</returns>
    /// <exception cref="ObjectDisposedException">A map was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static EpetraExport Create(EpetraMap source, EpetraMap target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return new EpetraExport(source, target);
    }
}
