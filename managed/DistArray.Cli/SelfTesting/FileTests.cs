using DistArray.Cli.Informing;
using DistArray.IO;

namespace DistArray.Cli.SelfTesting;

/// <summary>Files written by all ranks, read in another distribution, and by Python where there is one.</summary>
internal static class FileTests
{
    public static string? Hdf5(ICommunicator world, string folder)
    {
        string path = Path.Combine(folder, $"ramp_{world.Size}.h5");
        using DistArray<double> a = ArrayTests.Ramp(world, "bn");
        a.Save(path, "ramp");
        using (Hdf5File file = Hdf5File.Open(path, world))
        {
            using DistArray<double> read = file.Read<double>("ramp", new Distribution(world, a.Shape, "cb"));
            ArrayTests.ExpectEqual(read, a, "what was read in another distribution");
        }
        return Compare(world, $"import h5py; a = h5py.File({Quoted(path)}, 'r')['ramp'][:]", needsH5py: true);
    }

    public static string? Npy(ICommunicator world, string folder)
    {
        string path = Path.Combine(folder, $"ramp_{world.Size}.npy");
        using DistArray<double> a = ArrayTests.Ramp(world, "bb");
        NpyFile.Write(path, a);
        using DistArray<double> read = NpyFile.Read<double>(path, new Distribution(world, a.Shape, "nc"));
        ArrayTests.ExpectEqual(read, a, "what was read in another distribution");
        return Compare(world, $"a = numpy.load({Quoted(path)})", needsH5py: false);
    }

    public static string? Checkpoints(ICommunicator world, string folder)
    {
        string path = Path.Combine(folder, $"checkpoint_{world.Size}.h5");
        using DistArray<double> a = ArrayTests.Ramp(world, "bn"), b = Np.Zeros<double>(new Distribution(world, a.Shape, "nb"));
        long step = 12;
        Checkpoint.Save(path, world, state =>
        {
            state.Array("ramp", a);
            state.Value("step", ref step);
        });
        WrongException.IfDifferent(Checkpoint.Verify(path, world).Count(piece => piece.Damage is null), 2, "the number of good pieces");
        Checkpoint.Load(path, world, state => state.Array("ramp", b));
        ArrayTests.ExpectEqual(b, a, "what was loaded in another distribution");
        return null;
    }

    private static string? Compare(ICommunicator world, string load, bool needsH5py)
    {
        string told = "";
        if (world.Rank == 0)
        {
            string script = $"import numpy\n{load}\nassert a.dtype == 'f8' and a.shape == (37, 11) and (a.ravel() == numpy.arange(1, 37 * 11 + 1)).all()";
            told = Python.Find() is not { } python || needsH5py && !python.HasH5py ? $"not compared with Python, which has no {(needsH5py ? "h5py" : "NumPy")} here"
                : OtherProgram.Run(python.Program, "-c", script) is not (var status, var text) ? "!Python does not end"
                : status != 0 ? $"!Python reads something else: {text}" : "as Python reads it";
        }
        told = world.Broadcast(told, 0)!;
        return told is ['!', ..] ? throw new WrongException(told[1..]) : told;
    }

    private static string Quoted(string path) => $"'{path.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("'", "\\'", StringComparison.Ordinal)}'";
}
