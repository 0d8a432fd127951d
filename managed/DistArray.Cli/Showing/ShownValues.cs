using System.Numerics;
using DistArray.Cli.Files;

namespace DistArray.Cli.Showing;

/// <summary>The first values of an array.</summary>
/// <param name="Shape">How many of each axis.</param>
/// <param name="Data">The values in row-major order; a complex number is its two parts.</param>
/// <param name="Text">The same as NumPy prints them.</param>
internal sealed record ShownValues(long[] Shape, object[] Data, [property: System.Text.Json.Serialization.JsonIgnore] string Text)
{
    private const int MostOfTwoAxes = 6, MostOfOthers = 2;

    /// <summary>Reads them.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public static ShownValues Of(ArrayFile file, StoredArray array, ICommunicator world) => ElementTypes.Invoke(array.Type, new Reading(file, array, world));

    private sealed class Reading(ArrayFile file, StoredArray array, ICommunicator world) : IElementFunction<ShownValues>
    {
        public ShownValues Invoke<T>() where T : unmanaged
        {
            int ndim = array.Shape.Length;
            long[] shape = [.. array.Shape.Select((extent, axis) => Math.Min(extent, axis < ndim - 2 ? MostOfOthers : MostOfTwoAxes))];
            using DistArray<T> values = Np.Empty<T>(new Distribution(world, shape, new string('n', ndim)));
            if (values.Size > 0) file.Read(array, values, [.. shape.Select(extent => (AxisIndex)Np.Slice(0, extent, 1))]);
            return new ShownValues(shape, [.. values.LocalToArray().Select(Boxed)], values.Format());
        }

        private static object Boxed<T>(T value) where T : unmanaged => value switch
        {
            Complex z => new[] { z.Real, z.Imaginary },
            Complex64 z => new[] { z.Real, z.Imaginary },
            Logical32 logical => (bool)logical,
            Logical64 logical => (bool)logical,
            _ => value,
        };
    }
}
