namespace DistArray.IO.Tests;

/// <summary>Patterns select exactly the indices of the runs, in as few hyperslabs as a distribution needs.</summary>
public class PatternTests
{
    [TestCase("b", 1)]
    [TestCase("c", 1)]
    [TestCase("c(2)", 2)]
    [TestCase("c(3)", 2)]
    public void Cover_EveryPart_SelectsWhatItOwns(string code, int atMost)
    {
        foreach (int parts in (int[])[1, 2, 3, 5])
        {
            foreach (long size in (long[])[1, 2, 13, 29])
            {
                ThreadCommunicator.Run(parts, world =>
                {
                    DimMap map = new Distribution(world, [size], code).DimMaps[0];
                    IndexRun[] runs = [.. map.Runs(world.Rank)];
                    int count = runs.Sum(run => run.Count);
                    List<Pattern> whole = Pattern.Cover(runs, 0, count);
                    Assert.That(whole, Has.Count.LessThanOrEqualTo(atMost));
                    for (int first = 0; first <= count; first++)
                    {
                        for (int end = first; end <= count; end++)
                        {
                            long[] expected = [.. Enumerable.Range(first, end - first).Select(local => map.LocalToGlobal(world.Rank, local))];
                            Assert.That(Pattern.Cover(runs, first, end).SelectMany(Indices), Is.EqualTo(expected));
                        }
                    }
                });
            }
        }
    }

    private static IEnumerable<long> Indices(Pattern pattern) =>
        from block in Enumerable.Range(0, (int)pattern.Count)
        from i in Enumerable.Range(0, (int)pattern.Block)
        select (long)pattern.Start + block * (long)pattern.Stride + i;
}
