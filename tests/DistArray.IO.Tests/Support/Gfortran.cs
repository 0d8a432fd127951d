namespace DistArray.IO.Tests;

/// <summary>Fortran programs that write and read the files, compiled where a test needs them.</summary>
internal sealed class Gfortran(ICommunicator world, SharedFolder folder)
{
    private const string Compiler = "/usr/bin/gfortran";

    /// <summary>Compiles a program; returns its path.</summary>
    public string Compile(string name, string source, params string[] flags)
    {
        string program = folder[name];
        Outside.OnRankZero(world, () =>
        {
            File.WriteAllText(program + ".f90", source);
            return 0;
        });
        Outside.RunProgram(world, Compiler, [.. flags, "-O0", "-fcheck=all", "-J", folder.Path, program + ".f90", "-o", program]);
        return program;
    }
}
