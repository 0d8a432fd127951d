using System.Numerics;

namespace DistArray.Core.Tests.Expressions;

public unsafe class CopyProgramTests
{
    [Test]
    public void Store_OfACopy_OfEverySize()
    {
        Copy<bool>(i => i % 3 == 0);
        Copy<short>(i => (short)i);
        Copy<float>(i => i + 0.5f);
        Copy<long>(i => i);
        Copy<Complex>(i => new Complex(i, -i));
    }

    private static void Copy<T>(Func<int, T> value) where T : unmanaged
    {
        T[] from = [.. Enumerable.Range(0, 2 * 9 * 70).Select(value)], to = new T[70 * 9];
        var program = new FusedProgram([ElementTypes.Of<T>()], [], []);
        fixed (T* source = from, destination = to)
        {
            // Every second element of a column-major 140 x 9, upside down.
            var input = new LocalOperand((nint)(source + 139), [-2 * sizeof(T), 140 * sizeof(T)]);
            FusedEvaluation.Store(program, [70, 9], new LocalOperand((nint)destination, [9 * sizeof(T), sizeof(T)]), [input], []);
        }
        Assert.That(to, Is.EqualTo(Enumerable.Range(0, 70 * 9).Select(i => value(139 - (2 * (i / 9)) + (140 * (i % 9))))));
    }

    [Test]
    public void Store_OfAConstant_Fills()
    {
        var to = new Complex[2100];
        var program = new FusedProgram([], [ElementType.Complex128], []);
        fixed (Complex* destination = to)
            FusedEvaluation.Store(program, [2099], new LocalOperand((nint)destination, [16]), [], [FusedConstant.Of(new Complex(1, 2))]);
        Assert.That(to[..^1], Is.All.EqualTo(new Complex(1, 2)));
        Assert.That(to[^1], Is.EqualTo(Complex.Zero));
    }

    [Test]
    public void Store_OfA0DimensionalArray_StoresOneElement()
    {
        double from = 5, to = 0;
        FusedEvaluation.Store(new FusedProgram([ElementType.Float64], [], []), [], new LocalOperand((nint)(&to), []), [new LocalOperand((nint)(&from), [])], []);
        Assert.That(to, Is.EqualTo(5));
    }

    [Test]
    public void Store_WithTables_GathersAndScatters()
    {
        int[] from = [.. Enumerable.Range(0, 12)], to = new int[12];
        fixed (int* source = from, destination = to)
        {
            var input = new LocalOperand((nint)source, [0, 4], [[32, 0, 16], null]);
            var output = new LocalOperand((nint)destination, [16, 0], [null, [12, 0, 4, 8]]);
            FusedEvaluation.Store(new FusedProgram([ElementType.Int32], [], []), [3, 4], output, [input], []);
        }
        Assert.That(to, Is.EqualTo(new[] { 9, 10, 11, 8, 1, 2, 3, 0, 5, 6, 7, 4 }));
    }
}
