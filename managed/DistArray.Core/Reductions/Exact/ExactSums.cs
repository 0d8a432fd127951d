using System.Numerics;

namespace DistArray;

/// <summary>Sums that are rounded once, at their end, so that they have the same bits on every number of ranks and in every distribution.</summary>
internal static unsafe class ExactSums
{
    private const long MostCells = (16 << 20) / (ExactState.Words * sizeof(long)); // at a time

    /// <summary>The sum of all elements of a real type.</summary>
    public static double Real(ReductionInput input, bool isSingle = false) => All(input, 1, 0, isSingle);

    /// <summary>The sum of all elements of a complex type.</summary>
    public static Complex Complex(ReductionInput input, bool isSingle = false) => new(All(input, 2, 0, isSingle), All(input, 2, 1, isSingle));

    /// <summary>The sums along axes of a real type.</summary>
    public static StateBuffer<double> Reals(ReductionInput input, ReductionAxes axes, bool isSingle = false)
    {
        var sums = new StateBuffer<double>(axes.LocalCells);
        Along(input, axes, 1, 0, isSingle, sums.Pointer);
        return sums;
    }

    /// <summary>The sums along axes of a complex type.</summary>
    public static StateBuffer<Complex> Complexes(ReductionInput input, ReductionAxes axes, bool isSingle = false)
    {
        var sums = new StateBuffer<Complex>(axes.LocalCells);
        Along(input, axes, 2, 0, isSingle, (double*)sums.Pointer);
        Along(input, axes, 2, 1, isSingle, (double*)sums.Pointer);
        return sums;
    }

    private static double All(ReductionInput input, int parts, int part, bool isSingle)
    {
        ExactState sum = input.ElementType is ElementType.Float32 or ElementType.Complex64
            ? Reduction.All<ExactSum<float>, ExactState>(input, new ExactSum<float>(parts, part))
            : Reduction.All<ExactSum<double>, ExactState>(input, new ExactSum<double>(parts, part));
        return isSingle ? sum.ToSingle() : sum.ToDouble();
    }

    private static void Along(ReductionInput input, ReductionAxes axes, int parts, int part, bool isSingle, double* sums)
    {
        ICommunicator? ranks = AxisCommunicators.Along(input.Distribution, axes.IsReduced);
        if (axes.LocalCells == 0) return;
        if (input.ElementType is ElementType.Float32 or ElementType.Complex64)
            new Cells<ExactSum<float>>(axes.IsReduced.ToArray(), ranks, new ExactSum<float>(parts, part), parts, part, isSingle).Run(input.Expression, axes.LocalCells, sums);
        else
            new Cells<ExactSum<double>>(axes.IsReduced.ToArray(), ranks, new ExactSum<double>(parts, part), parts, part, isSingle).Run(input.Expression, axes.LocalCells, sums);
    }

    // States are large: few cells at a time, as many on every rank of the group since these have the same cells.
    private readonly struct Cells<TReducer>(bool[] isReduced, ICommunicator? ranks, TReducer reducer, int parts, int part, bool isSingle) where TReducer : struct, IReducer<ExactState>
    {
        public void Run(FusedExpression input, long cells, double* sums)
        {
            int axis = 0;
            while (axis < isReduced.Length && (isReduced[axis] || input.Shape[axis] <= 1)) axis++;
            if (cells <= MostCells || axis == isReduced.Length)
            {
                Sum(input, cells, sums);
                return;
            }
            long inner = cells / input.Shape[axis];
            int chunk = (int)Math.Max(1, MostCells / inner), n;
            for (int start = 0; start < input.Shape[axis]; start += n)
            {
                n = Math.Min(chunk, input.Shape[axis] - start);
                Run(input.Slice(axis, start, n), inner * n, sums + (start * inner * parts));
            }
        }

        private void Sum(FusedExpression input, long cells, double* sums)
        {
            using var states = new StateBuffer<ExactState>(cells);
            if (Array.IndexOf(input.Shape, 0) >= 0) states.Fill(default);
            else LocalReduction.Run(input, Strides(input.Shape), reducer, states.Pointer, cells);
            if (ranks is not null) RankReduction.Allreduce(ranks, reducer, states.Pointer, (nint)cells);
            for (long i = 0; i < cells; i++) sums[(i * parts) + part] = isSingle ? states.Pointer[i].ToSingle() : states.Pointer[i].ToDouble();
        }

        private long[] Strides(int[] shape)
        {
            var strides = new long[shape.Length];
            long stride = sizeof(ExactState);
            for (int axis = shape.Length - 1; axis >= 0; axis--)
            {
                if (isReduced[axis]) continue;
                strides[axis] = stride;
                stride *= shape[axis];
            }
            return strides;
        }
    }
}
