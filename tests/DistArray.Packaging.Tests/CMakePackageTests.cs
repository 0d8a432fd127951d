namespace DistArray.Packaging.Tests;

/// <summary>`find_package(DistArray)` outside of this repository.</summary>
[System.Runtime.Versioning.SupportedOSPlatform("linux")]
public sealed class CMakePackageTests
{
    [Test]
    public void InstalledPrefix_WrapsACore()
    {
        string prefix = Feed.NewFolder("prefix");
        Command.Run(prefix, null, "cmake", "--install", Build.Native, "--prefix", prefix);
        // The tool where CMake looks for programs by itself.
        string tool = Path.Combine(Feed.NewFolder("path"), "distarray");
        File.WriteAllText(tool, $"#!/bin/sh\nexec dotnet '{Build.Output("DistArray.Cli", "distarray.dll")}' \"$@\"\n");
        File.SetUnixFileMode(tool, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Wrap("core-of-prefix", prefix, $"-DCMAKE_PROGRAM_PATH={Path.GetDirectoryName(tool)}");
        Assert.That(Directory.GetFiles(prefix, "libdistarray_hdf5.so", SearchOption.AllDirectories), Has.Length.EqualTo(1), "DISTARRAY_NATIVE may name the prefix's libraries");
    }

    [Test]
    public void Package_IsAPrefixToo()
    {
        string prefix = Feed.NewFolder("unzipped");
        System.IO.Compression.ZipFile.ExtractToDirectory(Path.Combine(Feed.Packages, $"DistArray.Native.OpenMpi.{Build.Version}.nupkg"), prefix);
        Wrap("core-of-package", prefix, $"-DDISTARRAY_TOOL=dotnet;{Build.Output("DistArray.Cli", "distarray.dll")}");
    }

    [Test]
    public void Package_ForAnotherGfortran_CompilesTheModuleAnew_ForAllLibrariesOfABuild()
    {
        string prefix = Feed.NewFolder("of-gfortran-99"), config = Path.Combine(prefix, "share/cmake/DistArray/DistArrayConfig.cmake");
        System.IO.Compression.ZipFile.ExtractToDirectory(Path.Combine(Feed.Packages, $"DistArray.Native.OpenMpi.{Build.Version}.nupkg"), prefix);
        string ours = File.ReadAllText(config), theirs = System.Text.RegularExpressions.Regex.Replace(ours, @"MATCHES ""\^\d+\[", "MATCHES \"^99[");
        Assert.That(theirs, Is.Not.EqualTo(ours));
        File.WriteAllText(config, theirs);
        File.Delete(Path.Combine(prefix, "include/distarray/fortran/distarray.mod"));
        Wrap("core-of-another-gfortran", prefix, $"-DDISTARRAY_TOOL=dotnet;{Build.Output("DistArray.Cli", "distarray.dll")}");
    }

    [Test]
    public void MissingTool_IsNamedWithTheWayToInstallIt()
    {
        string folder = NewCore("core-without-tool");
        (int code, string output) = Command.Try(folder, null, "env", "HOME=/nowhere", "cmake", "-S", ".", "-B", "build", "-G", "Ninja", $"-DDistArray_DIR={Build.Native}");
        Assert.That(code, Is.Not.Zero);
        Assert.That(string.Join(' ', output.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)), Does.Contain("dotnet tool install --global DistArray.Cli").And.Contain("DISTARRAY_TOOL"));
    }

    private static void Wrap(string name, string prefix, string tool)
    {
        string folder = NewCore(name);
        Command.Run(folder, null, "cmake", "-S", ".", "-B", "build", "-G", "Ninja", $"-DCMAKE_PREFIX_PATH={prefix}", tool);
        Assert.That(File.ReadAllText(Path.Combine(folder, "build/CMakeCache.txt")), Does.Contain($"DistArray_DIR:PATH={prefix}/"));
        Command.Run(folder, null, "cmake", "--build", "build");
        Assert.That(File.ReadAllText(Path.Combine(folder, "build/generated/CounterModule.g.cs")), Does.Contain("class CounterModule").And.Contain("Increase"));
        string symbols = Command.Run(folder, null, "nm", "-D", "--defined-only", "build/libcounter.so");
        Assert.That(symbols, Does.Contain("counter_"));
    }

    private static string NewCore(string name)
    {
        string folder = Feed.NewFolder(name);
        File.WriteAllText(Path.Combine(folder, "counter.f90"), """
            module counter
              implicit none
              integer :: n = 0
            contains
              subroutine increase(by)
                integer, intent(in) :: by
                n = n + by
              end subroutine
            end module
            """);
        File.WriteAllText(Path.Combine(folder, "by_hand.f90"), """
            subroutine by_hand_publish() bind(C, name='by_hand_publish')
              use distarray
              use counter
              call distarray_publish('n', n)
            end subroutine
            """);
        File.WriteAllText(Path.Combine(folder, "CMakeLists.txt"), """
            cmake_minimum_required(VERSION 3.25)
            project(Counter LANGUAGES C Fortran)
            find_package(DistArray 0.1 REQUIRED)
            add_library(counter_core OBJECT counter.f90)
            set_target_properties(counter_core PROPERTIES POSITION_INDEPENDENT_CODE ON)
            add_library(counter SHARED)
            target_link_libraries(counter PRIVATE counter_core)
            distarray_wrap_core(counter)
            distarray_wrap_modules(counter MODULES ${CMAKE_BINARY_DIR}/counter.mod CORE counter_core NAMESPACE Counter OUTPUT ${CMAKE_BINARY_DIR}/generated)
            add_library(by_hand SHARED by_hand.f90)
            target_link_libraries(by_hand PRIVATE counter_core DistArray::fortran)
            add_dependencies(by_hand counter_core)
            """);
        return folder;
    }
}
