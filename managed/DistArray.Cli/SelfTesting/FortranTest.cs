using DistArray.Cli.Informing;
using DistArray.Fortran;

namespace DistArray.Cli.SelfTesting;

/// <summary>A little core, compiled here, that changes an array of ours in place.</summary>
internal static class FortranTest
{
    private const string Source = """
        module selftest_core
          use iso_c_binding
          implicit none
        contains
          subroutine selftest_scale(factor, x) bind(C)
            real(c_double), value :: factor
            real(c_double), intent(inout) :: x(:, :)
            x = factor * x + 1
          end subroutine
          integer(c_int) function selftest_size(comm) bind(C)
            integer(c_int), value :: comm
            integer :: error, ranks
            external :: MPI_Comm_size
            call MPI_Comm_size(comm, ranks, error)
            selftest_size = ranks
          end function
        end module
        """;

    public static string? Run(ICommunicator world, string folder)
    {
        string library = Path.Combine(folder, $"libselftest_{world.Size}.so");
        string problem = world.Broadcast(world.Rank == 0 ? Compile(folder, library) : "", 0)!;
        if (problem.Length > 0) throw new SkipException(problem);
        using var core = FortranLibrary.Load(library, world);
        using DistArray<double> a = ArrayTests.Ramp(world, "nb"), wanted = (ArrayTests.Ramp(world, "nb") * 2.0 + 1.0).Copy();
        core.Call("selftest_scale", 2.0, a);
        ArrayTests.ExpectEqual(a, wanted, "what Fortran computed in place");
        if (world is Mpi.Communicator communicator) WrongException.IfDifferent(core.Call<int>("selftest_size", communicator), world.Size, "the number of ranks that Fortran sees");
        return null;
    }

    // Why it cannot be compiled; empty where it is.
    private static string Compile(string folder, string library)
    {
        if (OtherProgram.Find("mpif90") is not { } compiler) return "no mpif90, which compiles Fortran with MPI: apt-get install gfortran libopenmpi-dev";
        string source = Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(library)}.f90");
        File.WriteAllText(source, Source);
        return OtherProgram.Run(compiler, "-shared", "-fPIC", "-J", folder, "-o", library, source) switch
        {
            (0, _) => "",
            (_, var text) => $"{compiler} does not compile Fortran: {text.Split('\n').FirstOrDefault(line => line.Contains("rror", StringComparison.Ordinal)) ?? text}",
            null => $"{compiler} does not end",
        };
    }
}
