namespace DistArray.Trilinos.Tests.Epetra;

/// <summary>−∇²u = f on the unit square with zeros around it, n × n points: u = eˣ sin(πx) y (1 − y), which has all modes.</summary>
internal sealed class EpetraPoisson : IDisposable
{
    public EpetraPoisson(ICommunicator world, int n, string codes = "bn", MemoryOrder order = MemoryOrder.RowMajor) : this(new Distribution(world, [n, n], codes), order) { }

    public EpetraPoisson(Distribution distribution, MemoryOrder order = MemoryOrder.RowMajor)
    {
        long n = distribution.Shape[0];
        double h = 1.0 / (n + 1);
        Matrix = EpetraCrsMatrix.FromStencil(distribution, Stencil.NegativeLaplacian(h, h), order);
        Exact = Np.FromFunction(distribution, (long i, long j) => U((i + 1) * h, (j + 1) * h), order);
        B = Np.FromFunction(distribution, (long i, long j) => F((i + 1) * h, (j + 1) * h), order);
        X = Np.Zeros<double>(distribution, order);
    }

    public EpetraCrsMatrix Matrix { get; }

    public DistArray<double> B { get; }

    public DistArray<double> X { get; }

    public DistArray<double> Exact { get; }

    /// <summary>Largest difference of X from the exact solution of the continuous problem.</summary>
    public double Error => Np.Abs(X - Exact).Max();

    public void Dispose()
    {
        Matrix.Dispose();
        B.Dispose();
        X.Dispose();
        Exact.Dispose();
    }

    private static double U(double x, double y) => Math.Exp(x) * Math.Sin(Math.PI * x) * y * (1 - y);

    private static double F(double x, double y) =>
        (-Math.Exp(x) * (((1 - (Math.PI * Math.PI)) * Math.Sin(Math.PI * x)) + (2 * Math.PI * Math.Cos(Math.PI * x))) * y * (1 - y)) + (2 * Math.Exp(x) * Math.Sin(Math.PI * x));
}
