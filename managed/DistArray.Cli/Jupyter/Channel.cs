namespace DistArray.Cli.Jupyter;

/// <summary>The sockets of a kernel that messages go over.</summary>
internal enum Channel
{
    /// <summary>Requests, one after another.</summary>
    Shell,

    /// <summary>Requests that do not wait for those before: interrupting, ending.</summary>
    Control,

    /// <summary>What the kernel tells everyone.</summary>
    Iopub,
}
