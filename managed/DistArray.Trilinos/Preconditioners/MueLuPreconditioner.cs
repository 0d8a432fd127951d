using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>Algebraic multigrid: <c>MueLu</c>, by default smoothed aggregation for Poisson-like problems.</summary>
/// <remarks>The coarsest grid is solved directly. The packaged direct solver is wrong on several ranks, so on several ranks coarse grids are moved to fewer
/// ranks until the coarsest is on one, unless parameters say otherwise.</remarks>
public sealed unsafe class MueLuPreconditioner : TpetraPreconditioner
{
    private const int FewRows = 100;

    private static ParameterList? s_valid;

    // Lists that belong to smoothers and coarse solvers of other packages, and those of single levels.
    private static readonly string[] s_free =
    [
        "smoother: params", "smoother: pre params", "smoother: post params", "coarse: params", "repartition: params", "level *", "matvec params", "user data",
    ];

    // What may have a type of Ifpack2 with its parameters, and what MueLu itself reads in those.
    private static readonly string[] s_smoothers = ["smoother: ", "smoother: pre ", "smoother: post ", "coarse: "];
    private static readonly string[] s_own = ["chebyshev: use rowsumabs*", "chebyshev: rowsumabs*", "smoother: *", "partitioner: *"];

    private MueLuPreconditioner(TpetraCrsMatrix matrix, ParameterList parameters, TpetraMultiVector<double>? coordinates, TpetraMultiVector<double>? nullSpace) : base(matrix)
    {
        DaTrilinosObject* handle = null;
        TrilinosCall.Together(Communicator, () =>
        {
            ParameterList all = ParameterValidation.Check(parameters, s_valid ??= Valid(), "MueLu", s_free);
            foreach (string kind in s_smoothers)
                Ifpack2Parameters.CheckInner(all, $"{kind}type", $"{kind}params", kind == "smoother: " ? "RELAXATION" : null, s_own);
            string xml = all.ToXml();
            TrilinosCall.Check(NativeTpetra.PreconditionerMuelu(matrix.Handle, xml, coordinates is null ? null : coordinates.ForRead(), nullSpace is null ? null : nullSpace.ForRead(), out handle));
        });
        TakeMade(handle);
    }

    /// <summary>Makes the hierarchy of grids of a matrix.</summary>
    /// <param name="matrix">The matrix, which outlives the preconditioner.</param>
    /// <param name="parameters">MueLu's parameters; its defaults where they say nothing. Those that make it right on several ranks are set unless given: <c>repartition: …</c>.</param>
    /// <param name="coordinates">Points of the rows, a column each an axis; if null, the rows' global indices in the array of which the map was made, spacing 1 along each axis.</param>
    /// <param name="nullSpace">Vectors that the matrix nearly maps to 0; the constant if null.</param>
    /// <returns>A preconditioner that the caller disposes of.</returns>
    /// <exception cref="ParameterException">MueLu does not know a parameter, or not so.</exception>
    /// <exception cref="ArgumentException">The coordinates or the null space have another map.</exception>
    /// <exception cref="NotSupportedException">By these parameters the coarsest grid is solved directly on several ranks, where the packaged solver is wrong.</exception>
    /// <exception cref="TrilinosException">The hierarchy cannot be made.</exception>
    /// <exception cref="ObjectDisposedException">The matrix was disposed of.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static MueLuPreconditioner Create(TpetraCrsMatrix matrix, ParameterList? parameters = null, TpetraMultiVector<double>? coordinates = null, TpetraMultiVector<double>? nullSpace = null)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (coordinates is not null) VectorCheck.Fits("MueLu", coordinates, matrix.Range, "the matrix' range");
        if (nullSpace is not null) VectorCheck.Fits("MueLu", nullSpace, matrix.Range, "the matrix' range");
        ParameterList all = Defaults(matrix, parameters).Merge(parameters ?? []);
        // On one rank MueLu's defaults move no grid, and so ask for no points.
        bool asksForPoints = matrix.Communicator.Size > 1 || parameters is not null;
        using TpetraMultiVector<double>? own = coordinates is null && asksForPoints ? GridCoordinates.Of(matrix.Range) : null;
        return new MueLuPreconditioner(matrix, all, coordinates ?? own, nullSpace);
    }

    /// <summary>The parameters that MueLu knows, with its defaults: <c>MueLu::MasterList</c>.</summary>
    /// <returns>A new list.</returns>
    /// <exception cref="NativeLibraryException">Trilinos is not there.</exception>
    public static ParameterList Valid() => ParameterList.FromXml(TrilinosCall.Text(NativeTpetra.PreconditionerParameters));

    /// <summary>The parameters that <see cref="Create"/> sets by itself for a matrix: silence, and on several ranks what makes the coarsest grid right.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>A new list.</returns>
    /// <remarks>Local.</remarks>
    public static ParameterList Defaults(TpetraCrsMatrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return Defaults(matrix, null);
    }

    private static ParameterList Defaults(TpetraCrsMatrix matrix, ParameterList? given)
    {
        var defaults = new ParameterList { ["verbosity"] = "none" };
        bool isCured = given is not null && (given.Contains("repartition: enable") || given.Contains("coarse: type"));
        if (matrix.Communicator.Size == 1 || isCured) return defaults;
        if (matrix.Rows <= FewRows)
        {
            // No coarser grid that could be moved: sweeps, which are right on any number of ranks.
            return defaults.Merge(new ParameterList
            {
                ["coarse: type"] = "RELAXATION",
                ["coarse: params"] = new ParameterList { ["relaxation: type"] = "Symmetric Gauss-Seidel", ["relaxation: sweeps"] = FewRows },
            });
        }
        return defaults.Merge(new ParameterList
        {
            ["coarse: max size"] = (int)Math.Min(1000, matrix.Rows / 4), // at least two grids: the matrix itself cannot be moved
            ["repartition: enable"] = true,
            ["repartition: partitioner"] = "zoltan2",
            ["repartition: min rows per proc"] = 100_000,
            ["repartition: start level"] = 1,
            ["repartition: rebalance P and R"] = false,
        });
    }
}
