using System.Reflection;
using DistArray;
using DistArray.Fortran;
using DistArray.Mpi;
using DistArray.Testing;
using Pencils.Core;

namespace Pencils.Tests;

public class CoreTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Stop_OfTheCore_IsAnExceptionOnEveryRank(Communicator world)
    {
        using var core = FortranLibrary.Load("pencils", world);
        var parameters = new ParametersModule(core);
        var decomposition = new DecompositionModule(core);
        parameters.Amplitude = 0.5;
        FortranException stop = Assert.Throws<FortranException>(decomposition.StartParallel)!;
        Assert.That(stop.IsStop);
        Assert.That(stop.Message, Does.Contain("start_parallel").And.Contain("STOP pencils: amplitude must be less than 1/2"));
        parameters.Amplitude = 0.4;
    }

    [MpiTest(1, 2, 3, 4)]
    public void Fields_LieOnTheCoresDecomposition(Communicator world)
    {
        using var core = FortranLibrary.Load("pencils", world);
        var parameters = new ParametersModule(core);
        var decomposition = new DecompositionModule(core);
        var solver = new SolverModule(core);
        (parameters.Nx, parameters.Ny, parameters.Nz) = (5, 7, 6);
        decomposition.StartParallel();
        using (var fields = new Fields(parameters, decomposition, solver))
        {
            PlanT plan = decomposition.Plan;
            int[] own = fields.U.LocalShape.ToArray();
            Assert.That(own, Is.EqualTo(new[] { 5, decomposition.My, decomposition.Mz }));
            Assert.That(plan.Rank, Is.EqualTo(world.Rank));
            // The core's halo exchange and that of the array give the same.
            solver.Fill(fields.U, (x, y, z) => x + (10 * y) + (100 * z));
            solver.Fill(fields.V, (x, y, z) => x + (10 * y) + (100 * z));
            decomposition.ExchangeHalo(fields.U);
            fields.V.UpdateHalo();
            Assert.That(fields.U.LocalViewWithHalo.Span.ToArray(), Is.EqualTo(fields.V.LocalViewWithHalo.Span.ToArray()));

            using DistArray<double> bare = Np.Zeros<double>(new Distribution(world, [5, 7, 6], "nbn"), MemoryOrder.ColumnMajor);
            double time = 0;
            Assert.That(() => solver.Advance(fields.U, bare, fields.W, ref time, 0.1, 1), Throws.InstanceOf<ShapeMismatchException>().With.Message.Contains("v"));
            Assert.That(() => solver.Fill(fields.U, (_, _, _) => throw new NotSupportedException("from C#")), Throws.InstanceOf<NotSupportedException>());
        }
        decomposition.StopParallel();
    }

    [Test]
    public void Companions_AreAllGenerated()
    {
        string folder = typeof(CoreTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "Wrapped").Value!;
        Assert.That(Directory.GetFiles(folder, "CMakeLists.txt"), Has.Length.EqualTo(1));
        Assert.That(Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file).StartsWith(".f", StringComparison.OrdinalIgnoreCase)), Is.Empty);
    }
}
