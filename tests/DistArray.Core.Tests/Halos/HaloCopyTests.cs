namespace DistArray.Core.Tests.Halos;

using Random = System.Random;

public unsafe class HaloCopyTests
{
    [Test]
    public void Run_OfRandomStrides_CopiesEachElement([Values(1, 2, 4, 8, 16)] int size)
    {
        for (int seed = 0; seed < 400; seed++)
        {
            var random = new Random((seed * 100) + size);
            int[] shape = [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => random.Next(0, 8) == 0 ? random.Next(2) : random.Next(1, 10))];
            (long[] to, long toStart, byte[] target) = Layout(random, shape, size);
            (long[] from, long fromStart, byte[] source) = Layout(random, shape, size);
            if (seed % 5 == 0 && shape.Length > 0) from[random.Next(shape.Length)] = 0; // one element shown many times
            random.NextBytes(source);
            byte[] expected = [.. target];
            foreach (int[] index in Indices(shape))
            {
                long t = toStart, f = fromStart;
                for (int axis = 0; axis < shape.Length; axis++)
                {
                    t += index[axis] * to[axis];
                    f += index[axis] * from[axis];
                }
                Array.Copy(source, f, expected, t, size);
            }
            fixed (byte* t = target, f = source) HaloCopy.Run(t + toStart, to, f + fromStart, from, shape, size);
            Assert.That(target.AsSpan().SequenceEqual(expected), Is.True, $"size {size}, seed {seed}, shape ({string.Join(", ", shape)})");
        }
    }

    // Axes in any order of memory, with gaps at times, some turned around.
    private static (long[] Strides, long Start, byte[] Memory) Layout(Random random, int[] shape, int size)
    {
        var strides = new long[shape.Length];
        long next = size, start = 0;
        foreach (int axis in Enumerable.Range(0, shape.Length).OrderBy(_ => random.Next()))
        {
            strides[axis] = next;
            next *= shape[axis] + (random.Next(3) == 0 ? 1 : 0);
            next = Math.Max(next, size);
            if (random.Next(4) > 0) continue;
            start += Math.Max(0, shape[axis] - 1) * strides[axis];
            strides[axis] = -strides[axis];
        }
        return (strides, start, new byte[next + size]);
    }

    private static IEnumerable<int[]> Indices(int[] shape)
    {
        if (shape.Contains(0)) yield break;
        var index = new int[shape.Length];
        while (true)
        {
            yield return index;
            int axis = shape.Length - 1;
            for (; axis >= 0 && ++index[axis] == shape[axis]; axis--) index[axis] = 0;
            if (axis < 0) yield break;
        }
    }
}
