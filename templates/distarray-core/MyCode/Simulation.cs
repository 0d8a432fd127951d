using CodeNamespace.Core;
using DistArray;
using DistArray.Fortran;
using DistArray.IO;
using DistArray.Mpi;

namespace CodeNamespace;

/// <summary>The core with a state.</summary>
public sealed class Simulation : IDisposable
{
    private readonly FortranLibrary _library;
    private readonly HeatModule _heat;

    /// <summary>A square of <paramref name="points"/> times <paramref name="points"/> points. <b>Collective.</b></summary>
    public Simulation(Communicator world, int points)
    {
        _library = FortranLibrary.Load("heat", world);
        _heat = new HeatModule(_library);
        _heat.Initialize(world.FortranHandle, points);
    }

    /// <summary>The temperature: the core's memory, distributed as the core has it.</summary>
    public DistArray<double> Temperature => _heat.U;

    /// <summary>The largest stable time step.</summary>
    public double LargestStep => _heat.H * _heat.H / 4;

    /// <summary>Sets the temperature to a function of both coordinates, in [0, 2π). <b>Collective.</b></summary>
    public void Start(Func<double, double, double> temperature)
    {
        double h = _heat.H;
        DistArray<double> u = Temperature;
        using DistArray<double> values = Np.FromFunction(u.Distribution, (i, j) => temperature(h * i, h * j));
        u.Assign(values);
    }

    /// <summary>Steps the core. <b>Collective.</b></summary>
    public void Step(double dt, int steps) => _heat.Step(dt, steps);

    /// <summary>Writes the temperature. <b>Collective.</b></summary>
    public void Save(string path) => Temperature.Save(path, "temperature");

    /// <summary>Releases the library.</summary>
    public void Dispose() => _library.Dispose();
}
