namespace DistArray;

/// <summary>Maps as numbers, for ranks that have no array with them.</summary>
internal static class DimMapNumbers
{
    private const long Replicated = 0;
    private const long Blocks = 1;
    private const long Bounds = 2;
    private const long Cyclic = 3;
    private const long Sliced = 4;

    /// <summary>Whether a map can be told by numbers: its ranks know all its parts.</summary>
    public static bool CanTell(DimMap map) => !map.KnowsOwnPartOnly;

    public static void Write(List<long> numbers, DimMap map)
    {
        numbers.AddRange(map.Size, map.Parts);
        switch (map)
        {
            case ReplicatedMap:
                numbers.Add(Replicated);
                break;
            case BlockMap block when block == new BlockMap(block.Size, block.Parts):
                numbers.Add(Blocks);
                break;
            case BlockMap block:
                numbers.Add(Bounds);
                numbers.Add(0);
                for (int part = 0; part < block.Parts; part++) numbers.Add(block.Stop(part));
                break;
            case BlockCyclicMap cyclic:
                numbers.AddRange(Cyclic, cyclic.BlockSize);
                break;
            case SlicedMap sliced:
                numbers.AddRange(Sliced, sliced.Slice.Start, sliced.Slice.Step);
                Write(numbers, sliced.Slice.Source);
                break;
            default:
                throw new NotSupportedException($"A {map.GetType().Name} cannot be told to ranks that have no part of it.");
        }
    }

    public static DimMap Read(ReadOnlySpan<long> numbers, ref int at)
    {
        long size = numbers[at++];
        int parts = (int)numbers[at++];
        switch (numbers[at++])
        {
            case Replicated:
                return new ReplicatedMap(size);
            case Blocks:
                return new BlockMap(size, parts);
            case Bounds:
                at += parts + 1;
                return BlockMap.FromBounds(numbers[(at - parts - 1)..at]);
            case Cyclic:
                int block = (int)numbers[at++];
                return block == 1 ? new CyclicMap(size, parts) : new BlockCyclicMap(size, parts, block);
            default:
                long start = numbers[at++], step = numbers[at++];
                return SlicedMap.Create(Read(numbers, ref at), start, step, size);
        }
    }
}
