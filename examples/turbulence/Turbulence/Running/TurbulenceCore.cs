using System.Numerics;
using DistArray;
using DistArray.Fortran;
using DistArray.Mpi;

namespace Turbulence;

/// <summary>The Fortran core: its procedures, and its arrays in its own memory.</summary>
public sealed class TurbulenceCore : IDisposable
{
    private const int NoMemory = 1;
    private readonly FortranLibrary _library;
    private readonly FortranProcedure _step, _toPhysical;

    /// <summary>Loads the core and has it allocate.</summary>
    /// <exception cref="FortranException">The core refuses.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public TurbulenceCore(Communicator world, Parameters p)
    {
        (World, Parameters) = (world, p);
        _library = FortranLibrary.Load(CoreFiles.Library, world);
        Check(_library.Procedure("turbulence_init"), world, p.N, p.Length, (int)p.Model, p.Alpha, p.Kappa, p.B0, p.Nu, p.Order);
        _step = _library.Procedure("turbulence_step");
        _toPhysical = _library.Procedure("turbulence_to_physical");
        State = _library.Array<Complex>("state");
        Field = _library.Array<double>("field");
    }

    /// <summary>The ranks it runs on.</summary>
    public Communicator World { get; }

    /// <summary>What it was started with.</summary>
    public Parameters Parameters { get; }

    /// <summary>Fourier coefficients (kx, ky = 0 .. n/2, component), distributed over ky: the core's memory.</summary>
    public DistArray<Complex> State { get; }

    /// <summary>The field that was transformed last (y, x), distributed over x: the core's memory.</summary>
    public DistArray<double> Field { get; }

    /// <summary>Bytes of this rank's views that do not lie where the core itself has its arrays, and so would have to be copied: 0.</summary>
    public long BytesElsewhere => BytesUnlessAt(State.LocalView, 1) + BytesUnlessAt(Field.LocalView, 2);

    /// <summary>Takes some steps.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Step(double dt, int count = 1) => Check(_step, dt, count);

    /// <summary>Transforms a field of the present state into <see cref="Field"/>.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void ToPhysical(PhysicalField field) => Check(_toPhysical, field.Quantity, 0);

    /// <inheritdoc/>
    /// <remarks><b>Collective.</b></remarks>
    public void Dispose()
    {
        if (_library.IsDisposed) return;
        Check(_library.Procedure("turbulence_finalize"));
        _library.Dispose();
    }

    private unsafe long BytesUnlessAt<T>(LocalView<T> view, int array) where T : unmanaged =>
        view.Size == 0 || (nint)view.Pointer == _library.Call<nint>("turbulence_address", array) ? 0 : view.Size * sizeof(T);

    // The core's status is the function's result; what it knows of is checked before it is called, but for memory.
    private static void Check(FortranProcedure procedure, params ReadOnlySpan<object?> arguments)
    {
        int status = procedure.Call<int>(arguments);
        if (status == NoMemory) throw new RunFailedException($"{procedure.Name}: there is not enough memory on one of the ranks. Take a smaller --n, or more ranks.");
        if (status != 0) throw new InvalidOperationException($"{procedure.Name}({string.Join(", ", arguments.ToArray())}): the core refuses with status {status}.");
    }
}
