using DistArray.Bindings;

namespace DistArray.Trilinos;

/// <summary>What a vector can be applied to: a matrix, a function, a preconditioner: <c>Epetra_Operator</c>.</summary>
public abstract unsafe partial class EpetraOperator : TrilinosObject
{
    private protected EpetraOperator(EpetraMap domain, EpetraMap range) : base(domain.Communicator)
    {
        Domain = domain;
        Range = range;
    }

    /// <summary>The map of the vectors that the operator takes.</summary>
    public EpetraMap Domain { get; }

    /// <summary>The map of the vectors that the operator gives.</summary>
    public EpetraMap Range { get; }

    /// <summary>y = alpha A x + beta y: <c>Epetra_Operator::Apply</c>.</summary>
    /// <param name="x">Vectors over <see cref="Domain"/>; over <see cref="Range"/> where transposed.</param>
    /// <param name="y">As many vectors over <see cref="Range"/>; over <see cref="Domain"/> where transposed.</param>
    /// <param name="alpha">Factor of A x.</param>
    /// <param name="beta">Factor of what y holds; where 0, y is overwritten whatever it holds.</param>
    /// <param name="transpose">Whether to apply the transposed operator.</param>
    /// <exception cref="ArgumentException">A vector has another map, or the numbers of columns differ.</exception>
    /// <exception cref="NotSupportedException">There is no transposed operator.</exception>
    /// <exception cref="TrilinosException">The operator failed.</exception>
    /// <exception cref="ObjectDisposedException">An object or a vector's memory is gone.</exception>
    /// <remarks><b>Collective.</b> Where the operator fails on one rank, all throw.</remarks>
    public void Apply(EpetraMultiVector x, EpetraMultiVector y, double alpha = 1, double beta = 0, bool transpose = false)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        if (x.Columns != y.Columns) throw new ArgumentException($"Apply: x has {x.Columns} columns, y has {y.Columns}. Give both the same number.");
        VectorCheck.Fits("Apply", x, transpose ? Range : Domain, transpose ? "the operator's range" : "the operator's domain");
        VectorCheck.Fits("Apply", y, transpose ? Domain : Range, transpose ? "the operator's domain" : "the operator's range");
        TrilinosCall.Together(Communicator, () =>
        {
            TrilinosCall.Check(NativeEpetra.OperatorApply(Handle, x.ForRead(), y.ForWrite(), transpose ? 1 : 0, alpha, beta));
            if (TakeFailure() is { } failure) throw failure;
        });
    }

    /// <summary>What the operator's function threw since this was asked last, or null. Solvers go on with NaN until all ranks end.</summary>
    internal virtual Exception? TakeFailure() => null;
}
