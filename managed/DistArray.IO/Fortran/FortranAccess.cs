namespace DistArray.IO;

/// <summary>How a Fortran program opens an unformatted file.</summary>
public enum FortranAccess
{
    /// <summary><c>access='sequential'</c>, the default: records with their length before and behind them.</summary>
    Sequential,

    /// <summary><c>access='direct'</c>: records of one length, nothing between them.</summary>
    Direct,

    /// <summary><c>access='stream'</c>: bytes without records.</summary>
    Stream,
}
