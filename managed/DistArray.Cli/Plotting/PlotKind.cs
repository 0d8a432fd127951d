namespace DistArray.Cli.Plotting;

/// <summary>What a picture shows.</summary>
internal enum PlotKind
{
    /// <summary>A field of two axes as colours.</summary>
    Map,

    /// <summary>A plane of a field of three axes as colours.</summary>
    Slice,

    /// <summary>Means over all axes but one.</summary>
    Profile,

    /// <summary>Energy by shells of wavenumbers.</summary>
    Spectrum,

    /// <summary>Columns of a table over its first one.</summary>
    Series,
}
