using System.Diagnostics;

namespace DistArray.Bindings.Tests.Loading;

/// <summary>Libraries that are missing, broken or of another build, in a folder of their own.</summary>
[NonParallelizable]
public sealed class LoadFailureTests
{
    private string _folder = "";
    private string? _before;

    [SetUp]
    public void PointTheLoaderAtAnEmptyFolder()
    {
        _folder = Directory.CreateTempSubdirectory("loader").FullName;
        _before = Environment.GetEnvironmentVariable(NativeLibraries.OverrideVariable);
        Environment.SetEnvironmentVariable(NativeLibraries.OverrideVariable, _folder);
    }

    [TearDown]
    public void Restore()
    {
        Environment.SetEnvironmentVariable(NativeLibraries.OverrideVariable, _before);
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void Open_WhereTheOverrideHasNoSuchFile_NamesItAndLooksNowhereElse()
    {
        NativeLibraryException e = Fail(LibraryKind.Find("distarray")!);
        string path = Path.Combine(_folder, "libdistarray.so");

        Assert.That(e.Tried, Is.EqualTo(new[] { $"{path}: no such file" }));
        Assert.That(e.Message, Does.Contain(path).And.Contain("apt-get install").And.Contain("./build.sh build").And.Contain("DISTARRAY_NATIVE").And.Contain("DistArray.Native.OpenMpi"));
    }

    [Test]
    public void Open_OfAForeignLibrary_NamesEveryPlaceWithTheSystemsReason()
    {
        NativeLibraryException e = Fail(new LibraryKind("nowhere", "libnowhere.so.7", IsOurs: false, Global: false, null, null, "Install nowhere."));

        Assert.That(e.Library, Is.EqualTo("nowhere"));
        Assert.That(e.Tried, Has.Count.GreaterThanOrEqualTo(4));
        Assert.That(e.Tried[0], Is.EqualTo($"{_folder}/libnowhere.so.7: no such file"));
        Assert.That(e.Tried, Has.Some.EqualTo($"{Path.Combine(AppContext.BaseDirectory, "runtimes/linux-x64/native/libnowhere.so.7")}: no such file"));
        Assert.That(e.Tried[^1], Does.StartWith("libnowhere.so.7: ").And.Contain("cannot open shared object file"));
        Assert.That(e.Message, Does.EndWith("Install nowhere."));
    }

    [Test]
    public void Open_OfAFileThatIsNoLibrary_GivesTheSystemsReasonAndTakesNoOther()
    {
        string path = Path.Combine(_folder, "libnowhere.so.7");
        File.WriteAllText(path, "this is not a shared object, and long enough to hold a header of one; so it goes on and on");

        NativeLibraryException e = Fail(new LibraryKind("nowhere", "libnowhere.so.7", IsOurs: false, Global: false, null, null, "Install nowhere."));

        Assert.That(e.Tried, Has.Count.EqualTo(1));
        Assert.That(e.Tried[0], Does.StartWith($"{path}: ").And.Contain("invalid ELF header"));
    }

    [Test]
    public void Open_OfAnotherAbi_NamesBothVersions()
    {
        Compile("int da_abi_version(int *version) { *version = 4711; return 0; }");
        Assert.That(Fail(LibraryKind.Find("distarray")!).Message, Does.Contain("4711").And.Contain($"these bindings {NativeApi.AbiVersion}").And.Contain(_folder));
    }

    [Test]
    public void Open_OfALibraryWithoutVersion_IsRefused()
    {
        Compile("int something_else(void) { return 0; }");
        Assert.That(Fail(LibraryKind.Find("distarray")!).Message, Does.Contain("da_abi_version").And.Contain(_folder));
    }

    [Test]
    public void Open_BesideAConflictingLibrary_IsRefused()
    {
        // libc is always there.
        var kind = new LibraryKind("nowhere", "libnowhere.so.7", IsOurs: false, Global: false, "libc.so.6", null, "Install nowhere.");
        Assert.That(Fail(kind).Tried, Has.One.Contains("libc.so.6"));
    }

    private static NativeLibraryException Fail(LibraryKind kind) => Assert.Throws<NativeLibraryException>(() => NativeLibraries.OpenFirst(kind))!;

    private void Compile(string source)
    {
        string file = Path.Combine(_folder, "library.c");
        File.WriteAllText(file, source);
        using Process compiler = Process.Start("cc", ["-shared", "-fPIC", "-o", Path.Combine(_folder, "libdistarray.so"), file]);
        compiler.WaitForExit();
        Assert.That(compiler.ExitCode, Is.Zero);
    }
}
