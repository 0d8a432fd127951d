namespace DistArray.Bindings.Tests.Loading;

public sealed class NativeLibrariesTests
{
    [Test]
    public void Load_OfTheShim_TakesTheOneBesideTheProgram()
    {
        string beside = Path.Combine(AppContext.BaseDirectory, "runtimes", "linux-x64", "native", "libdistarray.so");
        Assume.That(Environment.GetEnvironmentVariable(NativeLibraries.OverrideVariable), Is.Null);
        Assert.That(NativeLibraries.Load("distarray"), Is.EqualTo(beside));
    }

    [Test]
    public void Load_OfAnUnknownLibrary_NamesThoseThatThereAre() =>
        Assert.That(() => NativeLibraries.Load("distarry"), Throws.ArgumentException.With.Message.Contains("distarry").And.Message.Contains("hdf5_openmpi"));

    [Test]
    public void Candidates_BeginWithWhatBuildAndPublishLeaveBesideTheProgram()
    {
        Assume.That(Environment.GetEnvironmentVariable(NativeLibraries.OverrideVariable), Is.Null);
        string[] beside = [Path.Combine(AppContext.BaseDirectory, "runtimes/linux-x64/native/libdistarray.so"), Path.Combine(AppContext.BaseDirectory, "libdistarray.so")];
        Assert.That(NativeLibraries.Candidates("distarray").Take(2), Is.EqualTo(beside));
    }

    [Test]
    public void Candidates_EndWithTheSystemsSearch()
    {
        Assume.That(Environment.GetEnvironmentVariable(NativeLibraries.OverrideVariable), Is.Null);
        Assert.That(NativeLibraries.Candidates("distarray")[^1], Is.EqualTo("libdistarray.so"));
        Assert.That(NativeLibraries.Candidates("hdf5_openmpi")[^1], Is.EqualTo("libhdf5_openmpi.so.103"));
    }
}
