using DistArray.Bindings;

namespace DistArray.Mpi.Tests;

/// <summary>Lowers the number of elements that go to MPI in one piece, so that small messages take the path of huge ones.</summary>
internal readonly ref struct CountLimit
{
    public CountLimit(long limit) => NativeStatus.Check(NativeMpi.SetCountLimit(limit));

    public void Dispose() => NativeStatus.Check(NativeMpi.SetCountLimit(0));
}
