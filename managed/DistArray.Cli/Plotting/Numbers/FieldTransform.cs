using System.Numerics;

namespace DistArray.Cli.Plotting.Numbers;

/// <summary>Discrete Fourier transforms along every axis of an array, as numpy.fft.fftn.</summary>
internal static class FieldTransform
{
    /// <summary>Transforms in place.</summary>
    /// <param name="values">The array, the last axis fastest.</param>
    /// <param name="shape">Its shape.</param>
    public static void Run(Complex[] values, int[] shape)
    {
        int stride = 1;
        for (int axis = shape.Length - 1; axis >= 0; axis--)
        {
            AlongAxis(values, shape[axis], stride);
            stride *= shape[axis];
        }
    }

    private static void AlongAxis(Complex[] values, int length, int stride)
    {
        if (length < 2) return;
        var transform = new FourierTransform(length);
        int lines = values.Length / length;
        Parallel.For(0, lines, () => (Line: new Complex[length], Scratch: new Complex[length]), (line, _, buffers) =>
        {
            int first = (line / stride * stride * length) + (line % stride);
            for (int i = 0; i < length; i++) buffers.Line[i] = values[first + (i * stride)];
            transform.Run(buffers.Line, buffers.Scratch);
            for (int i = 0; i < length; i++) values[first + (i * stride)] = buffers.Line[i];
            return buffers;
        }, static _ => { });
    }
}
