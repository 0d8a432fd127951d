namespace DistArray.IO.Tests;

/// <summary>A folder that the ranks of a test share, removed at its end.</summary>
internal sealed class SharedFolder : IDisposable
{
    private readonly ICommunicator _world;

    public SharedFolder(ICommunicator world)
    {
        _world = world;
        Path = world.Broadcast(world.Rank == 0 ? Directory.CreateTempSubdirectory("distarray-io-").FullName : null, 0)!;
    }

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    /// <summary>Names in the folder, the same on every rank.</summary>
    public string[] Names => _world.Broadcast(_world.Rank == 0 ? string.Join('\n', Directory.GetFileSystemEntries(Path).Select(System.IO.Path.GetFileName).Order()) : null, 0)!
        .Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose()
    {
        // A test that fails on one rank must not wait for the others here.
        if (_world.Rank == 0)
            Directory.Delete(Path, recursive: true);
    }
}
