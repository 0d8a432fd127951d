using DistArray.Cli.Plotting.Pictures;
using SkiaSharp;

namespace DistArray.Cli.Layouts.Pictures;

/// <summary>What pictures of layouts are drawn with.</summary>
internal sealed class Pen(SKCanvas canvas) : IDisposable
{
    private const float HatchDistance = 6;

    private readonly SKPaint _fill = new() { IsAntialias = true };
    private readonly SKPaint _line = new() { IsAntialias = true, Style = SKPaintStyle.Stroke };

    /// <summary>The colour of a rank: hues in golden angles, so that neighbours differ, light enough for black letters.</summary>
    public static SKColor ColorOf(int rank) => SKColor.FromHsl((float)(205 + (rank * 137.508 % 360)) % 360, 58, rank / 8 % 2 == 0 ? 74 : 62);

    /// <summary>Fills a rectangle.</summary>
    public void Fill(SKRect area, SKColor color)
    {
        _fill.Color = color;
        _fill.IsAntialias = false;
        canvas.DrawRect(area, _fill);
        _fill.IsAntialias = true;
    }

    /// <summary>Fills an area.</summary>
    public void Fill(SKPath area, SKColor color)
    {
        _fill.Color = color;
        canvas.DrawPath(area, _fill);
    }

    /// <summary>Draws the edge of an area.</summary>
    public void Outline(SKPath area, float width, SKColor color)
    {
        _line.Color = color;
        _line.StrokeWidth = width;
        canvas.DrawPath(area, _line);
    }

    /// <summary>Draws the edge of a rectangle.</summary>
    public void Outline(SKRect area, float width, SKColor color)
    {
        _line.Color = color;
        _line.StrokeWidth = width;
        canvas.DrawRect(area, _line);
    }

    /// <summary>Draws lines across an area.</summary>
    public void Hatch(SKPath area)
    {
        canvas.Save();
        canvas.ClipPath(area, antialias: true);
        _line.Color = new SKColor(60, 60, 60, 150);
        _line.StrokeWidth = 1;
        SKRect bounds = area.Bounds;
        for (float at = MathF.Floor((bounds.Left - bounds.Height) / HatchDistance) * HatchDistance; at < bounds.Right; at += HatchDistance)
            canvas.DrawLine(at, bounds.Bottom, at + bounds.Height, bounds.Top, _line);
        canvas.Restore();
    }

    /// <summary>Draws lines across a rectangle.</summary>
    public void Hatch(SKRect area)
    {
        using var path = new SKPath();
        path.AddRect(area);
        Hatch(path);
    }

    /// <summary>Writes a text about a point, if it fits into a room.</summary>
    public void Center(string text, SKPoint middle, float size, float roomX, float roomY)
    {
        float height = Math.Min(size, roomY * 0.8f);
        using var font = new SKFont(Font.Typeface, height);
        float width = font.MeasureText(text);
        if (width > roomX * 0.9f) height *= roomX * 0.9f / width;
        if (height < 7) return;
        font.Size = height;
        Write(text, new SKPoint(middle.X - (font.MeasureText(text) / 2), middle.Y + (height * 0.36f)), height);
    }

    /// <summary>Writes a text from a point on, at its base line.</summary>
    public void Write(string text, SKPoint at, float size)
    {
        using var font = new SKFont(Font.Typeface, size);
        _fill.Color = SKColors.Black;
        canvas.DrawText(text, at, font, _fill);
    }

    /// <summary>Width of a text.</summary>
    public static float Measure(string text, float size)
    {
        using var font = new SKFont(Font.Typeface, size);
        return font.MeasureText(text);
    }

    public void Dispose()
    {
        _fill.Dispose();
        _line.Dispose();
    }
}
