namespace DistArray.Interactive.Protocol;

/// <summary>What becomes of the value of a line.</summary>
internal enum ResultUse
{
    /// <summary>It is shown as text; an array is described first.</summary>
    Shown,

    /// <summary>It goes to the client as JSON.</summary>
    Sent,

    /// <summary>It is an array that the client asks about or gathers.</summary>
    Array,
}
