namespace DistArray.Testing.Reports;

/// <summary>How a job was found at the end of a test.</summary>
internal enum JobEnd
{
    /// <summary>Alive; ranks that have not ended the test hang.</summary>
    Orderly,

    /// <summary>Alive; a rank has failed, and those that have not ended the test wait for it.</summary>
    Failing,

    /// <summary>A process of it had ended.</summary>
    Lost,

    /// <summary>The launcher had ended.</summary>
    Gone,
}
