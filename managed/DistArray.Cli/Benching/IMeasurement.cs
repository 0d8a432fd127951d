namespace DistArray.Cli.Benching;

/// <summary>A part of the benchmark.</summary>
internal interface IMeasurement
{
    /// <summary>Its name on the command line.</summary>
    string Name { get; }

    /// <summary>What it measures, for the help.</summary>
    string Summary { get; }

    /// <summary>Measures.</summary>
    /// <param name="sampler">Takes the samples.</param>
    /// <param name="folder">Where files may be written; it is empty.</param>
    /// <remarks><b>Collective.</b></remarks>
    IEnumerable<Figure> Run(Sampler sampler, string folder);
}
