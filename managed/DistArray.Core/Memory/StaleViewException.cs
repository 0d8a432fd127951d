namespace DistArray;

/// <summary>Memory that another program owns has moved or is gone, and a view still shows where it was.</summary>
public class StaleViewException : ObjectDisposedException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="objectName">Name of the array.</param>
    /// <param name="message">What happened to it and what to do.</param>
    public StaleViewException(string objectName, string message) : base(objectName, message) { }
}
