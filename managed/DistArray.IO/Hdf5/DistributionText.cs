using System.Globalization;
using System.Text;

namespace DistArray.IO;

/// <summary>A distribution as a text in the words of the Distributed Array Protocol: a JSON list of one object an axis.</summary>
internal static class DistributionText
{
    private const int MostBounds = 1024;

    /// <summary>The text: for every axis dist_type, size, proc_grid_size, and what makes the parts: bounds or block_size.</summary>
    /// <param name="distribution">The distribution.</param>
    public static string Of(Distribution distribution)
    {
        var text = new StringBuilder("[");
        for (int axis = 0; axis < distribution.NDim; axis++)
        {
            DimMap map = distribution.DimMaps[axis];
            text.Append(axis == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture,
                $"{{\"dist_type\": \"{(map.Code == 'n' ? 'b' : map.Code)}\", \"size\": {map.Size}, \"proc_grid_size\": {map.Parts}");
            if (map is BlockCyclicMap { BlockSize: > 1 } cyclic)
                text.Append(CultureInfo.InvariantCulture, $", \"block_size\": {cyclic.BlockSize}");
            if (map is BlockMap blocks && map.Parts <= MostBounds)
                text.Append(CultureInfo.InvariantCulture, $", \"bounds\": [{string.Join(", ", Enumerable.Range(0, map.Parts).Select(blocks.Start).Append(map.Size))}]");
            if (distribution.Periodic[axis])
                text.Append(", \"periodic\": true");
            text.Append('}');
        }
        return text.Append(']').ToString();
    }
}
