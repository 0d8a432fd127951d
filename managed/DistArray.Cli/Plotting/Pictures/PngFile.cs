using SkiaSharp;

namespace DistArray.Cli.Plotting.Pictures;

/// <summary>Pictures on the disk: the old file or the new one, never a part.</summary>
internal static class PngFile
{
    /// <summary>Draws a picture on white, and writes it.</summary>
    /// <exception cref="UsageException">It cannot be written there.</exception>
    public static void Draw(string path, int width, int height, Action<SKCanvas> draw)
    {
        using SKSurface surface = SKSurface.Create(new SKImageInfo(width, height)) ?? throw new UsageException($"a picture of {width}x{height} is too large. Give a smaller --size.");
        surface.Canvas.Clear(SKColors.White);
        draw(surface.Canvas);
        using SKImage image = surface.Snapshot();
        using SKData data = image.Encode(SKEncodedImageFormat.Png, 100);
        string beside = $"{path}.{Environment.ProcessId}.new";
        try
        {
            File.WriteAllBytes(beside, data.ToArray());
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new UsageException($"{path} cannot be written: {e.Message}");
        }
    }
}
