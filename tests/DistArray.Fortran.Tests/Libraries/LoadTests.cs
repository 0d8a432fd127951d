using DistArray.Fortran.Tests.Support;

namespace DistArray.Fortran.Tests.Libraries;

public class LoadTests
{
    [Test]
    public void Load_OfAMissingLibrary_ListsWhatWasTried()
    {
        var error = Assert.Throws<FileNotFoundException>(() => FortranLibrary.Load("no_such_core", new SelfCommunicator()))!;
        Assert.That(error.Message, Does.Contain("'no_such_core'").And.Contain(Path.Combine(AppContext.BaseDirectory, "libno_such_core.so")).And.Contain("DISTARRAY_LIBRARY_PATH"));
    }

    [Test]
    public void Load_ByName_SearchesTheFoldersOfTheVariable()
    {
        Environment.SetEnvironmentVariable("DISTARRAY_LIBRARY_PATH", $"/nowhere:{TestCores.Folder}");
        try
        {
            using FortranLibrary core = FortranLibrary.Load("wide", new SelfCommunicator());
            Assert.That(core.Path, Is.EqualTo(TestCores.PathOf("wide")));
            Assert.That(core.Name, Is.EqualTo("wide"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("DISTARRAY_LIBRARY_PATH", null);
        }
    }

    [Test]
    public void Load_OfAFileWithDotsInItsName_DropsOnlyTheSuffix()
    {
        string file = Path.Combine(Directory.CreateTempSubdirectory("cores").FullName, "libwide.solid.so.2.1");
        File.Copy(TestCores.PathOf("wide"), file);
        using (FortranLibrary core = FortranLibrary.Load(file, new SelfCommunicator()))
            Assert.That(core.Name, Is.EqualTo("wide.solid"));
        Directory.Delete(Path.GetDirectoryName(file)!, recursive: true);
    }

    [Test]
    public void Load_OfALibraryOfAnotherMpi_IsRefused() =>
        Assert.That(() => TestCores.Load("other_mpi"), Throws.TypeOf<BadImageFormatException>()
            .With.Message.Contains($"another MPI ({(TestCores.AreOfMpich ? "libmpi.so.40" : "libmpich.so.12")})")
            .And.Message.Contains(TestCores.AreOfMpich ? "(libmpich.so.12" : "(libmpi.so.40"));

    [Test]
    public void Load_OfALibraryWithAShimOfItsOwn_IsRefused() =>
        Assert.That(() => TestCores.Load("two_shims"), Throws.TypeOf<BadImageFormatException>()
            .With.Message.Contains("second libdistarray").And.Message.Contains("libdistarray_copy.so").And.Message.Contains("distarray_wrap_core"));

    [Test]
    public void Load_OfALibraryThatNeedsWhatNobodyHas_TellsTheSymbol() =>
        Assert.That(() => TestCores.Load("unresolved"), Throws.TypeOf<DllNotFoundException>().With.Message.Contains("function_that_nobody_has"));

    [Test]
    public void Load_OfAFileThatIsNoLibrary_IsRefused() =>
        Assert.That(() => FortranLibrary.Load("/etc/hostname", new SelfCommunicator()), Throws.TypeOf<DllNotFoundException>().With.Message.Contains("not a 64-bit shared library"));

    [Test]
    public void Load_WithAPublishProcedureThatIsNotThere_Throws() =>
        Assert.That(() => FortranLibrary.Load(TestCores.PathOf("wide"), new SelfCommunicator(), "wide_publsh"),
            Throws.TypeOf<MissingMethodException>().With.Message.Contains("wide_publsh").And.Message.Contains("Similar ones are wide_publish"));

    [Test]
    public void Load_OfACoreThatPublishesQuadruplePrecision_IsRefused() =>
        Assert.That(() => TestCores.Load("quadruple"), Throws.TypeOf<FortranException>()
            .With.Message.Contains("'precise'").And.Message.Contains("real(16)").And.Property(nameof(FortranException.IsStop)).False);

    [Test]
    public void Load_Twice_FindsTheVariablesAsTheyWere()
    {
        using var core = new LegacyCore();
        core.Library.LocalArray<double>("d1")[2] = 77;
        core.Library.Dispose();
        using FortranLibrary again = TestCores.Load("legacy");
        Assert.That(again.LocalArray<double>("d1")[2], Is.EqualTo(77));
    }

    [Test]
    public void Disposed_EverythingThrows()
    {
        using var core = new LegacyCore();
        LocalView<double> view = core.Library.LocalArray<double>("d1");
        FortranProcedure procedure = core.Library.Procedure("legacy_nothing");
        core.Library.Dispose();
        Assert.That(() => view[0], Throws.InstanceOf<ObjectDisposedException>().With.Message.Contains("legacy was disposed"));
        Assert.That(() => procedure.Call(), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => core.Library.Call("legacy_nothing"), Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => core.Library.Arrays, Throws.InstanceOf<ObjectDisposedException>());
        Assert.That(() => core.Library.LocalArray<double>("d1"), Throws.InstanceOf<ObjectDisposedException>());
    }
}
