namespace DistArray;

/// <summary>Sums of terms of real numbers, or of both parts of complex ones.</summary>
/// <typeparam name="T">Float or double: the numbers, or their parts.</typeparam>
/// <typeparam name="TTerm">What is taken of each number.</typeparam>
internal readonly unsafe struct RealSum<T, TTerm>(TTerm term, int parts = 1) : IReducer<double> where T : unmanaged where TTerm : struct, ITerm
{
    private const int Short = 8;

    public static bool Rounds => true;

    public double Identity => 0;

    public double Fold(double state, void* values, nint count)
    {
        if (count >= Short) return state + LaneSum<T, TTerm>.Sum((T*)values, count * parts, term);
        double sum = 0;
        for (nint i = 0; i < count * parts; i++) sum += term.Of(LaneSum<T, TTerm>.ToDouble(((T*)values)[i]));
        return state + sum;
    }

    public void FoldEach(double* states, void* values, nint count)
    {
        if (parts == 1)
        {
            LaneSum<T, TTerm>.AddEach(states, (T*)values, count, term);
            return;
        }
        for (nint i = 0; i < count; i++)
            states[i] += term.Of(LaneSum<T, TTerm>.ToDouble(((T*)values)[2 * i])) + term.Of(LaneSum<T, TTerm>.ToDouble(((T*)values)[(2 * i) + 1]));
    }

    public void FoldRows(double* states, void* values, nint count, nint rows, nint rowStride)
    {
        if (parts == 1) LaneSum<T, TTerm>.AddRows(states, (T*)values, count, rows, rowStride, term);
        else
        {
            for (nint row = 0; row < rows; row++) FoldEach(states, (byte*)values + (row * rowStride), count);
        }
    }

    public double Combine(double first, double second) => first + second;

    public Operation Operation => Operation<double>.Add;
}
