namespace DistArray.Benchmarks;

/// <summary>Files under artifacts/, which this program lies in (artifacts/bin/DistArray.Benchmarks/release).</summary>
internal static class Artifacts
{
    private static readonly string Root = System.IO.Path.GetFullPath("../../..", AppContext.BaseDirectory);

    public static string Path(params ReadOnlySpan<string> parts) => System.IO.Path.Combine([Root, .. parts]);
}
