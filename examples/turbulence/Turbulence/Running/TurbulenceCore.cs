using System.Numerics;
using DistArray;
using DistArray.Fortran;
using DistArray.Mpi;
using Turbulence.Core;

namespace Turbulence;

/// <summary>The Fortran core: its procedures, and its arrays in its own memory.</summary>
public sealed class TurbulenceCore : IDisposable
{
    private readonly FortranLibrary _library;
    private readonly TurbulenceModule _core;

    /// <summary>Loads the core and has it allocate.</summary>
    /// <exception cref="RunFailedException">There is not enough memory.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public TurbulenceCore(Communicator world, Parameters p)
    {
        (World, Parameters) = (world, p);
        _library = FortranLibrary.Load(CoreFiles.Library, world);
        _core = new TurbulenceModule(_library);
        _core.TurbulenceInit(world.FortranHandle, p.N, p.Length, (int)p.Model, p.Alpha, p.Kappa, p.B0, p.Nu, p.Order, out int status);
        Check(status, "turbulence_init");
        State = _core.State;
        Field = _core.Field;
    }

    /// <summary>The ranks it runs on.</summary>
    public Communicator World { get; }

    /// <summary>What it was started with.</summary>
    public Parameters Parameters { get; }

    /// <summary>Fourier coefficients (kx, ky = 0 .. n/2, component), distributed over ky: the core's memory.</summary>
    public DistArray<Complex> State { get; }

    /// <summary>The field that was transformed last (y, x), distributed over x: the core's memory.</summary>
    public DistArray<double> Field { get; }

    /// <summary>Bytes of this rank's views that do not lie where the core itself has its arrays now, and so would have to be copied: 0.</summary>
    public long BytesElsewhere => BytesUnlessAt(State.LocalView, _core.StateLocal) + BytesUnlessAt(Field.LocalView, _core.FieldLocal);

    /// <summary>Takes some steps.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Step(double dt, int count = 1)
    {
        _core.TurbulenceStep(dt, count, out int status);
        Check(status, "turbulence_step");
    }

    /// <summary>Transforms a field of the present state into <see cref="Field"/>.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void ToPhysical(PhysicalField field)
    {
        _core.TurbulenceToPhysical(field.Quantity, TurbulenceModule.NoDerivative, out int status);
        Check(status, "turbulence_to_physical");
    }

    /// <inheritdoc/>
    /// <remarks><b>Collective.</b></remarks>
    public void Dispose()
    {
        if (_library.IsDisposed) return;
        _core.TurbulenceFinalize(out int status);
        Check(status, "turbulence_finalize");
        _library.Dispose();
    }

    private static unsafe long BytesUnlessAt<T>(LocalView<T> view, FortranVariable<T> array) where T : unmanaged =>
        view.Size == 0 || view.Pointer == array.View.Pointer ? 0 : view.Size * sizeof(T);

    // What the core knows of is checked before it is called, but for memory.
    private static void Check(int status, string procedure)
    {
        if (status == TurbulenceModule.TurbulenceNoMemory) throw new RunFailedException($"{procedure}: there is not enough memory on one of the ranks. Take a smaller --n, or more ranks.");
        if (status != 0) throw new InvalidOperationException($"{procedure}: the core refuses with status {status}.");
    }
}
