using System.Numerics;
using DistArray.Cli.Files;
using DistArray.Cli.Ranks;

namespace DistArray.Cli.Showing;

/// <summary>What the values of an array are like.</summary>
/// <param name="Min">The smallest that is a number; null where there is none. Of complex numbers the absolute values count.</param>
/// <param name="Max">The largest.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Nan">Values that are no number.</param>
internal sealed record Statistics(object? Min, object? Max, double? Mean, long Nan)
{
    /// <summary>Reads an array, part by part, every rank its share.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static Statistics Of(ArrayFile file, StoredArray array, ICommunicator world, Progress progress) => ElementTypes.Invoke(array.Type, new Reading(file, array, world, progress));

    private sealed class Reading(ArrayFile file, StoredArray array, ICommunicator world, Progress progress) : IElementFunction<Statistics>
    {
        public Statistics Invoke<T>() where T : unmanaged => array.Type switch
        {
            ElementType.Complex64 => Gather<T, double>(part => Absolute(((DistArray<Complex64>)(object)part).AsType<Complex>())),
            ElementType.Complex128 => Gather<T, double>(part => Absolute((DistArray<Complex>)(object)part)),
            ElementType.Float32 or ElementType.Float64 => Gather<T, double>(part => part.AsType<double>()),
            ElementType.UInt64 => Gather<T, ulong>(part => part.AsType<ulong>()),
            _ => Gather<T, long>(part => part.AsType<long>()),
        };

        private static TValue Beyond<TValue>(int sign) where TValue : unmanaged, INumber<TValue>, IMinMaxValue<TValue> =>
            typeof(TValue) == typeof(double) ? TValue.CreateChecked(sign * double.PositiveInfinity) : sign > 0 ? TValue.MaxValue : TValue.MinValue;

        private static DistArray<double> Absolute(DistArray<Complex> part) => Np.Abs(part);

        private Statistics Gather<T, TValue>(Func<DistArray<T>, DistArray<TValue>> convert) where T : unmanaged where TValue : unmanaged, INumber<TValue>, IMinMaxValue<TValue>
        {
            // Beyond all numbers, so that arrays of infinities alone have theirs.
            (TValue min, TValue max) = (Beyond<TValue>(1), Beyond<TValue>(-1));
            double sum = 0, rest = 0;
            long nan = 0, count = 0, done = 0;
            foreach (ArrayPart box in Parts.Of(array, array.Order, Math.Max(ElementTypes.SizeOf(array.Type), 8), world.Size))
            {
                progress.Report((double)done / array.Size, $"{file.Path} {array.Name}");
                using DistArray<T> part = Np.Empty<T>(Parts.Distribute(world, box.Shape));
                file.Read(array, part, box.Indices);
                using DistArray<TValue> values = convert(part);
                done += part.Size;
                if (!values.Distribution.IsMember || !values.Distribution.IsPrimary) continue;
                foreach (TValue value in values.LocalToArray())
                {
                    if (TValue.IsNaN(value))
                    {
                        nan++;
                        continue;
                    }
                    count++;
                    if (value < min) min = value;
                    if (value > max) max = value;
                    // Neumaier's sum.
                    double term = double.CreateSaturating(value), next = sum + term;
                    rest += Math.Abs(sum) >= Math.Abs(term) ? sum - next + term : term - next + sum;
                    sum = next;
                }
            }
            progress.Report(1, file.Path);
            min = world.Allreduce(min, Operation<TValue>.Min);
            max = world.Allreduce(max, Operation<TValue>.Max);
            count = world.Allreduce(count, Operation<long>.Add);
            nan = world.Allreduce(nan, Operation<long>.Add);
            // An infinite sum has no rest.
            double total = world.Allreduce(double.IsFinite(sum) ? sum + rest : sum, Operation<double>.Add);
            return count == 0 ? new Statistics(null, null, null, nan) : new Statistics(min, max, total / count, nan);
        }
    }
}
