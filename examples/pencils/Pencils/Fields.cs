using DistArray;
using Pencils.Core;

namespace Pencils;

/// <summary>u, v and w: C#'s own arrays, laid out and distributed as the core wants its arguments.</summary>
public sealed class Fields : IDisposable
{
    private readonly SolverModule _solver;
    private readonly DistArray<double> _scratch;

    /// <summary>Makes fields of zeros.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public Fields(ParametersModule parameters, DecompositionModule decomposition, SolverModule solver)
    {
        PlanT plan = decomposition.Plan;        // a view of the core's variable; indices of its arrays are Fortran's
        var distribution = Distribution.FromBlocks(solver.Library.Communicator,
            globalShape: [parameters.Nx, parameters.Ny, parameters.Nz],
            offset: [0, plan.YStarts[plan.Coords[1]] - 1, plan.ZStarts[plan.Coords[2]] - 1],
            localShape: [parameters.Nx, decomposition.My, decomposition.Mz],
            haloLow: [1, 1, 1], haloHigh: [1, 1, 1], periodic: [true, true, true]);
        (U, V, W, _scratch) = (Zeros(), Zeros(), Zeros(), Zeros());
        _solver = solver;

        DistArray<double> Zeros() => Np.Zeros<double>(distribution, MemoryOrder.ColumnMajor);
    }

    public DistArray<double> U { get; }

    public DistArray<double> V { get; }

    public DistArray<double> W { get; }

    /// <summary>Sets the fields to the closed form: the core's loop over its points, with functions of C#.</summary>
    public void Fill(Waves waves)
    {
        _solver.Fill(U, waves.U);
        _solver.Fill(V, waves.V);
        _solver.Fill(W, waves.W);
    }

    /// <summary>Root mean square difference from the closed form.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public double Error(Waves waves) => Math.Sqrt((Square(U, waves.U) + Square(V, waves.V) + Square(W, waves.W)) / 3);

    public void Dispose()
    {
        foreach (DistArray<double> field in (ReadOnlySpan<DistArray<double>>)[U, V, W, _scratch]) field.Dispose();
    }

    private double Square(DistArray<double> field, SolverModule.FillF exact)
    {
        _solver.Fill(_scratch, exact);
        return Np.Square(field - _scratch).Mean();
    }
}
