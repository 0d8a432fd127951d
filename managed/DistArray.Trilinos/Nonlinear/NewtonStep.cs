using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace DistArray.Trilinos;

/// <summary>The linear systems of a nonlinear solve: what NOX calls back.</summary>
internal sealed unsafe class NewtonStep : IDisposable
{
    // Relative to the state: the root of the rounding of doubles.
    private const double Difference = 1.4901161193847656e-8;
    private readonly NoxSolver _solver;
    private readonly Distribution _distribution;
    private readonly MemoryOrder _order;
    private readonly ArrayFunction _residual;
    private readonly List<double> _history = [];
    private readonly TpetraOperator _jacobian;
    private readonly DistArray<double> _state, _shifted, _base, _minus; // u with the problem's halo, u + ε v, F(u), -F(u)
    private GCHandle _self;

    public NewtonStep(NoxSolver solver, Distribution distribution, MemoryOrder order, ArrayFunction residual)
    {
        (_solver, _distribution, _order, _residual) = (solver, distribution, order, residual);
        _state = Np.Zeros<double>(distribution, order);
        _shifted = Np.Zeros<double>(distribution, order);
        _base = Np.Zeros<double>(distribution.WithoutHalo(), order);
        _minus = Np.Zeros<double>(distribution.WithoutHalo(), order);
        _jacobian = solver.Jacobian ?? TpetraOperator.FromArrayFunction(distribution.WithoutHalo(), Differentiate, order: order);
        _self = GCHandle.Alloc(this);
    }

    /// <summary>What the native side calls for a step.</summary>
    public static delegate* unmanaged[Cdecl]<void*, double*, double*, double*, long, double, int> Entry => &Run;

    /// <summary>What the native side calls after a step.</summary>
    public static delegate* unmanaged[Cdecl]<void*, int, double, int> ReportEntry => &Report;

    /// <summary>What the native side gives back.</summary>
    public void* Pointer => (void*)GCHandle.ToIntPtr(_self);

    /// <summary>‖F‖ after each step.</summary>
    public IReadOnlyList<double> History => _history;

    /// <summary>Iterations of all linear solves.</summary>
    public int LinearIterations { get; private set; }

    /// <summary>What a function of the program threw.</summary>
    public Exception? Failure { get; private set; }

    public void Dispose()
    {
        if (_solver.Jacobian is null) _jacobian.Dispose();
        _state.Dispose();
        _shifted.Dispose();
        _base.Dispose();
        _minus.Dispose();
        _self.Free();
    }

    private static LocalView<double> ViewOf(DistArray<double> like, double* memory) => new LocalBlock<double>(memory, like.LocalShape,
        LocalOrder.Strides(like.LocalShape, LocalOrder.Of(like.LocalShape, like.Order)), new ForeignMemory(memory, like.Distribution.LocalSize * sizeof(double), "vector of NOX")).View;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Run(void* context, double* u, double* f, double* direction, long rows, double tolerance)
    {
        var step = (NewtonStep)GCHandle.FromIntPtr((nint)context).Target!;
        try
        {
            step.Solve(u, f, direction, tolerance);
            return 0;
        }
        catch (Exception e)
        {
            step.Failure ??= e;
            return 1;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Report(void* context, int iteration, double residual)
    {
        var step = (NewtonStep)GCHandle.FromIntPtr((nint)context).Target!;
        step._history.Add(residual);
        try
        {
            step._solver.Progress?.Invoke(iteration, residual);
            return 0;
        }
        catch (Exception e)
        {
            step.Failure ??= e;
            return 1;
        }
    }

    private void Solve(double* u, double* f, double* direction, double tolerance)
    {
        ViewOf(_base, u).CopyTo(_state.LocalView);
        ViewOf(_base, f).CopyTo(_base.LocalView);
        _minus.Assign(-_base);
        Exception? failure = null;
        try
        {
            _solver.Update?.Invoke(_state);
        }
        catch (Exception e)
        {
            failure = e;
        }
        if (_solver.Update is not null) TrilinosCall.Agree(_distribution.Communicator, failure);
        using DistArray<double> result = Np.Zeros<double>(_base.Distribution, _order);
        using var linear = new BelosSolver(_solver.LinearMethod, _jacobian) { Tolerance = tolerance, MaxIterations = _solver.MaxLinearIterations, Preconditioner = _solver.Preconditioner };
        LinearIterations += linear.Solve(_minus, result).Iterations;
        result.LocalView.CopyTo(ViewOf(_base, direction));
    }

    // J v = (F(u + ε v) - F(u)) / ε.
    private void Differentiate(DistArray<double> v, DistArray<double> product)
    {
        double length = Math.Sqrt((v * v).Sum());
        if (length == 0)
        {
            product.Fill(0);
            return;
        }
        double epsilon = Difference * (1 + Math.Sqrt((_state * _state).Sum())) / length;
        _shifted.Assign(_state + (v * epsilon));
        _residual(_shifted, product);
        product.Assign((product - _base) * (1 / epsilon));
    }
}
