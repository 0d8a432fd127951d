namespace DistArray.Fortran.Tests.Support;

/// <summary>The core <c>legacy</c> with its arrays allocated; given back at the end, so that the next test finds it as new.</summary>
internal sealed class LegacyCore : IDisposable
{
    public LegacyCore(ICommunicator? communicator = null)
    {
        Library = TestCores.Load("legacy", communicator);
        Library.Call("legacy_setup");
    }

    public FortranLibrary Library { get; }

    public void Dispose()
    {
        if (!Library.IsDisposed)
            Library.Dispose();
        using FortranLibrary again = TestCores.Load("legacy");
        again.Call("legacy_teardown");
    }
}
