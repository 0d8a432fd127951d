using DistArray;
using DistArray.Fortran;
using DistArray.Mpi;
using Pencils;
using Pencils.Core;

return MpiEnvironment.Run(args, world =>
{
    // The core, and a generated class for each of its modules.
    using var core = FortranLibrary.Load("pencils", world);
    var parameters = new ParametersModule(core);
    var decomposition = new DecompositionModule(core);
    var solver = new SolverModule(core);
    Options options;
    try
    {
        options = Options.Parse(args, parameters);
    }
    catch (FormatException e)           // alike on every rank
    {
        if (world.Rank == 0) Console.Error.WriteLine($"pencils: {e.Message}");
        return 2;
    }

    decomposition.StartParallel();      // its MPI_INIT finds MPI running; its STOP on bad parameters is a FortranException
    using var fields = new Fields(parameters, decomposition, solver);
    (DistArray<double> u, DistArray<double> v, DistArray<double> w) = (fields.U, fields.V, fields.W);
    using var statistics = new StatisticsT(core);
    fields.Fill(new Waves(parameters, 0));

    Tell($"Burgers' equation on {parameters.Nx} x {parameters.Ny} x {parameters.Nz} points, {decomposition.Plan.Label} pencils");
    Tell("     time    energy in C#    core's energy    error  courant");
    var courant = new Ref<double>();
    double time = 0;
    int done = 0, batch = 0;            // the first line is the initial state
    do
    {
        solver.Advance(u, v, w, ref time, options.Dt, batch, courant);
        solver.CollectStatistics(u, "u", reset: done == 0, statistics);
        double energy = 0.5 * ((u * u) + (v * v) + (w * w)).Mean();
        Tell($"{time,9:F3} {energy,15:F12}  {solver.MeanEnergy(u, v, w),15:F12} {fields.Error(new Waves(parameters, time)),8:0.0e+0} {courant.Value,8:F4}");
        batch = Math.Min(10, options.Steps - done);
        done += batch;
    } while (batch > 0);
    double farthest = statistics.Profile.View.Span.ToArray().Max(mean => Math.Abs(mean - parameters.MeanFlow[1]));
    Tell($"{statistics.Name}, {statistics.Samples} samples: the mean over every plane of constant z is the mean flow, within {farthest:0.0e+0}");

    Directory.CreateDirectory(options.Folder);
    Results.Write(options.Folder, time, fields, statistics, decomposition);
    Tell($"fields.h5, fields.xmf and final.raw are in {options.Folder}");
    decomposition.StopParallel();
    return 0;

    void Tell(string text)
    {
        if (world.Rank == 0) Console.WriteLine(text);
    }
});
