using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>Copies elements from a map where each is on one rank to one that has them on any ranks: redistribution, and ghosts: <c>Epetra_Import</c>.</summary>
public sealed unsafe class EpetraImport : EpetraTransfer
{
    private EpetraImport(EpetraMap source, EpetraMap target) : base(source, target)
    {
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(Communicator, () => TrilinosCall.Check(NativeEpetra.TransferImport(source.Handle, target.Handle, out handle)));
        Take(handle);
    }

    /// <summary>Plans the transfer.</summary>
    /// <param name="source">Every index on one rank alone.</param>
    /// <param name="target">Indices of <paramref name="source"/>, on any number of ranks.</param>
    /// <returns>A plan that the caller disposes of.</returns>
    /// <exception cref="ObjectDisposedException">A map was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static EpetraImport Create(EpetraMap source, EpetraMap target)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        return new EpetraImport(source, target);
    }
}
