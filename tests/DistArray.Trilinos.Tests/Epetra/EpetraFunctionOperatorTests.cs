using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using DistArray.Testing;

namespace DistArray.Trilinos.Tests.Epetra;

public unsafe class EpetraFunctionOperatorTests
{
    /// <summary>The negative Laplacian with zeros beyond the ends, by three kinds of functions.</summary>
    private static IEnumerable<(string Name, EpetraOperator Operator)> Laplacians(ICommunicator world, string codes, MemoryOrder order)
    {
        var d = new Distribution(world, [6, 8], codes);
        var halo = new Distribution(world, [6, 8], codes, haloLow: [1, 1], haloHigh: [1, 1]);
        yield return ("expression", EpetraOperator.FromExpression(halo, x => (4 * x) - x.Shift(0, 1) - x.Shift(0, -1) - x.Shift(1, 1) - x.Shift(1, -1), order: order));
        yield return ("halo", EpetraOperator.FromFunction(halo, (x, y) =>
        {
            for (int i = 0; i < y.Shape[0]; i++)
                for (int j = 0; j < y.Shape[1]; j++) y[i, j] = (4 * x[i + 1, j + 1]) - x[i, j + 1] - x[i + 2, j + 1] - x[i + 1, j] - x[i + 1, j + 2];
        }, order: order));
        EpetraCrsMatrix a = EpetraCrsMatrix.FromStencil(d, Stencil.NegativeLaplacian(1, 1), order);
        yield return ("arrays", EpetraOperator.FromArrayFunction(d, (x, y) =>
        {
            using EpetraMultiVector from = EpetraVector.Wrap(x), to = EpetraVector.Wrap(y);
            a.Apply(from, to);
        }, order: order));
        a.Dispose();
    }

    [MpiTest(1, 2, 3, 4)]
    public void Functions_OfEveryKind_GiveTheLaplacianOfItsEigenvectors(ICommunicator world)
    {
        foreach (string codes in new[] { "bn", "nb", "bb" })
        {
            foreach (MemoryOrder order in new[] { MemoryOrder.RowMajor, MemoryOrder.ColumnMajor })
            {
                foreach ((string name, EpetraOperator a) in Laplacians(world, codes, order))
                {
                    using DistArray<double> mode = Np.FromFunction(a.Domain.ToDistribution(), (long i, long j) => Math.Sin(2 * Math.PI * (i + 1) / 7) * Math.Sin(3 * Math.PI * (j + 1) / 9), order);
                    double eigenvalue = 4 * (Math.Pow(Math.Sin(2 * Math.PI / 14), 2) + Math.Pow(Math.Sin(3 * Math.PI / 18), 2));
                    using DistArray<double> result = Np.Zeros<double>(mode.Distribution, order);
                    using EpetraMultiVector x = EpetraVector.Wrap(mode), y = EpetraVector.Wrap(result);
                    a.Apply(x, y);
                    Assert.That(Np.Abs(result - (mode * eigenvalue)).Max(), Is.LessThan(1e-13), $"{name} {codes} {order}");
                    a.Apply(x, y, alpha: 2, beta: -1);
                    Assert.That(Np.Abs(result - (mode * eigenvalue)).Max(), Is.LessThan(1e-13), $"{name} {codes} {order}");
                    a.Dispose();
                }
            }
        }
    }

    [MpiTest(1, 2, 3)]
    public void Functions_AreAppliedToEachColumn_AndTransposed(ICommunicator world)
    {
        var d = new Distribution(world, [9]);
        using EpetraOperator a = EpetraOperator.FromFunction(d, (x, y) => Scale(x, y, 2), (x, y) => Scale(x, y, 3));
        using EpetraMultiVector x = EpetraMultiVector.Create(a.Domain, 3), y = EpetraMultiVector.Create(a.Range, 3);
        x.AsDistArray().Assign(Np.FromFunction(x.AsDistArray().Distribution, (long i, long j) => i + (100.0 * j)));
        a.Apply(x, y);
        Assert.That((y.AsDistArray() == x.AsDistArray() * 2).All(), Is.True);
        a.Apply(x, y, transpose: true);
        Assert.That((y.AsDistArray() == x.AsDistArray() * 3).All(), Is.True);
        using EpetraOperator plain = EpetraOperator.FromFunction(d, (x, y) => Scale(x, y, 2));
        Assert.That(() => plain.Apply(x, y, transpose: true), Throws.InstanceOf<NotSupportedException>().With.Message.Contains("transpose"));

        static void Scale(LocalView<double> x, LocalView<double> y, double factor)
        {
            for (int i = 0; i < x.Shape[0]; i++) y[i] = factor * x[i];
        }
    }

    [MpiTest(1, 2, 3, 4)]
    public void AnException_OnOneRank_IsThrownOnAll_AndTheNextCallWorks(ICommunicator world)
    {
        bool fails = world.Rank == world.Size - 1;
        using EpetraOperator a = EpetraOperator.FromFunction(new Distribution(world, [9]), (x, y) =>
        {
            if (fails) throw new InvalidDataException("the coefficient is missing");
            y.Fill(1);
        });
        using EpetraMultiVector x = EpetraVector.Create(a.Domain), y = EpetraVector.Create(a.Range);
        Assert.That(() => a.Apply(x, y), Throws.Exception.With.Message.Contains("the coefficient is missing"));
        fails = false;
        a.Apply(x, y);
        Assert.That(y.Norm1()[0], Is.EqualTo(9));
    }

    [MpiTest(1, 2)]
    public void Views_ThatAreKept_AreGoneAfterTheCall(ICommunicator world)
    {
        LocalView<double> view = default;
        DistArray<double>? pending = null;
        using EpetraOperator local = EpetraOperator.FromFunction(new Distribution(world, [9]), (x, y) => view = x);
        using EpetraOperator arrays = EpetraOperator.FromArrayFunction(new Distribution(world, [9]), (x, y) => pending = x * 2);
        using EpetraMultiVector x = EpetraVector.Create(local.Domain), y = EpetraVector.Create(local.Range);
        local.Apply(x, y);
        Assert.That(() => view[0], Throws.InstanceOf<ObjectDisposedException>());
        arrays.Apply(x, y);
        Assert.That(() => pending!.Sum(), Throws.InstanceOf<ObjectDisposedException>());
    }

    [MpiTest(1, 2, 3)]
    public void NativeFunctions_AreCalledWithoutManagedCode(ICommunicator world)
    {
        EpetraMap map = EpetraMap.Uniform(world, 9);
        double factor = 5;
        using EpetraOperator a = EpetraOperator.FromNativeFunction(map, map, (nint)(delegate* unmanaged[Cdecl]<void*, double*, long, long, double*, long, long, int, int, int>)&Multiply, (nint)(&factor), hasTranspose: true);
        using EpetraMultiVector x = EpetraVector.Create(map), y = EpetraVector.Create(map);
        x.AsDistArray().Fill(2);
        a.Apply(x, y);
        Assert.That(y.Norm1()[0], Is.EqualTo(90));
        factor = 0;
        a.Apply(x, y);
        Assert.That(y.Norm1()[0], Is.NaN);
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Multiply(void* context, double* x, long xStride, long xRows, double* y, long yStride, long yRows, int columns, int transpose)
    {
        double factor = *(double*)context;
        for (long i = 0; i < xRows; i++) y[i] = factor * x[i];
        return factor == 0 ? 1 : 0;
    }
}
