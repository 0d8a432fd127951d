using System.Runtime.Intrinsics;

namespace DistArray;

/// <summary>Products of real numbers, in double precision.</summary>
/// <typeparam name="T">Float or double.</typeparam>
internal readonly unsafe struct RealProduct<T> : IReducer<double> where T : unmanaged
{
    public double Identity => 1;

    public double Fold(double state, void* values, nint count)
    {
        var from = (T*)values;
        Vector512<double> lanes = Vector512<double>.One;
        nint i = 0;
        if (typeof(T) == typeof(double))
        {
            for (; i + Vector512<double>.Count <= count; i += Vector512<double>.Count) lanes *= Vector512.Load((double*)from + i);
            if (i > 0)
            {
                Vector256<double> half = lanes.GetLower() * lanes.GetUpper();
                Vector128<double> pair = half.GetLower() * half.GetUpper();
                state *= pair[0] * pair[1];
            }
        }
        for (; i < count; i++) state *= LaneSum<T, PlainTerm>.ToDouble(from[i]);
        return state;
    }

    public void FoldEach(double* states, void* values, nint count)
    {
        for (nint i = 0; i < count; i++) states[i] *= LaneSum<T, PlainTerm>.ToDouble(((T*)values)[i]);
    }

    public double Combine(double first, double second) => first * second;

    public Operation Operation => Operation<double>.Multiply;
}
