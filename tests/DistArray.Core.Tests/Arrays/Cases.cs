namespace DistArray.Core.Tests.Arrays;

/// <summary>Distributions that show mistakes: more ranks than rows, short blocks not on rank 0, ranks that own nothing.</summary>
internal static class Cases
{
    public static readonly int[] Sizes = [1, 2, 3, 4, 7];

    public static readonly string[] Codes = ["bn", "nb", "bb", "cb", "c(2)c", "bc(3)", "nn", "ub"];

    public static Distribution Make(ICommunicator comm, long[] shape, string codes, int halo = 0)
    {
        if (!codes.Contains('u'))
        {
            int[] widths = [.. codes.Replace("(2)", "").Replace("(3)", "").Select(code => code == 'b' ? halo : 0)];
            return new Distribution(comm, shape, codes, haloLow: widths, haloHigh: [.. widths.Select(width => width * 2)]);
        }
        // Unstructured along the first axis, all ranks there; the last rank owns nothing where there are several.
        int parts = Math.Max(1, comm.Size - 1);
        long[] mine = [.. Enumerable.Range(0, (int)shape[0]).Select(i => (i * 3L + 1) % shape[0]).Where((_, i) => i % parts == comm.Rank)];
        return new Distribution(comm, [UnstructuredMap.Create(comm, shape[0], mine), .. shape[1..].Select(DimMap (extent) => new ReplicatedMap(extent))]);
    }

    public static double[] Range(int count) => [.. Enumerable.Range(0, count).Select(i => i + 0.5)];
}
