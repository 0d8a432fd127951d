using System.Diagnostics;

namespace Guides.Tests;

/// <summary>A core and its companion of a guide, built as a library in the folder where the blocks run.</summary>
internal static class Companion
{
    private const string Project = """
        cmake_minimum_required(VERSION 3.25)
        project(my LANGUAGES C Fortran)
        find_package(DistArray REQUIRED)
        find_package(MPI REQUIRED COMPONENTS Fortran)
        add_library(my SHARED my.f90)
        target_link_libraries(my PRIVATE MPI::MPI_Fortran)
        distarray_wrap_core(my)
        """;

    /// <summary>Builds libmy.so; the core stands in the comment before the block.</summary>
    public static void Build(CodeBlock block, string folder)
    {
        File.WriteAllText(Path.Combine(folder, "my.f90"), $"{block.Setup}\n{block.Code}\n");
        File.WriteAllText(Path.Combine(folder, "CMakeLists.txt"), Project);
        Run(folder, "cmake", "-S", ".", "-B", "build", "-G", "Ninja", $"-DCMAKE_PREFIX_PATH={Path.Combine(GuideReader.Repository, "artifacts/native/release")}", "-DCMAKE_LIBRARY_OUTPUT_DIRECTORY=" + folder);
        Run(folder, "cmake", "--build", "build");
    }

    private static void Run(string folder, string program, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true })!;
        Task<string> said = process.StandardOutput.ReadToEndAsync(), failed = process.StandardError.ReadToEndAsync();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}:\n{said.Result}\n{failed.Result}");
    }
}
