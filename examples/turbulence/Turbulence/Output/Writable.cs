using DistArray;

namespace Turbulence;

/// <summary>Finds out before the run what could not be written after it.</summary>
public static class Writable
{
    /// <summary>Makes the output folder, and tries every place that will be written to.</summary>
    /// <exception cref="UsageException">One of them cannot be written.</exception>
    /// <remarks><b>Collective.</b> Rank 0 looks, every rank learns.</remarks>
    public static void Check(Options options, ICommunicator world)
    {
        string? problem = world.Broadcast(world.Rank == 0 ? Problem(options) : null, 0);
        if (problem is not null) throw new UsageException(problem);
    }

    private static string? Problem(Options options)
    {
        if (options.Output is { } folder)
        {
            if (Try(() => Directory.CreateDirectory(folder)) is { } reason) return $"--output {folder} cannot be made: {reason}";
            if (TryFile(Path.Combine(folder, "restart.h5")) is { } refusal) return $"--output {folder} cannot be written to: {refusal}";
            if (Font.Find() is null) return "There is no font for the pictures: install the package fonts-dejavu-core, or leave --output out.";
        }
        if (options.Json is { } json && TryFile(json) is { } noJson) return $"--json {json} cannot be written: {noJson}";
        if (options.RawFinal is { } raw && TryFile(raw) is { } noRaw) return $"--raw-final {raw} cannot be written: {noRaw}";
        return null;
    }

    // Files are written beside their place and renamed: that is what must be possible.
    private static string? TryFile(string path) => Directory.Exists(path) ? "it is a folder." : Try(() =>
    {
        string probe = $"{path}.{Environment.ProcessId}.probe";
        File.WriteAllText(probe, "");
        File.Delete(probe);
    });

    private static string? Try(Action action)
    {
        try
        {
            action();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return e.Message;
        }
    }
}
