namespace DistArray.Cli.CommandLine;

/// <summary>What is told of an exception.</summary>
internal static class ErrorText
{
    /// <summary>Its text, without what .NET says of places in the program.</summary>
    public static string Of(Exception e) => e switch
    {
        TypeInitializationException { InnerException: { } cause } => Of(cause),
        ArgumentException { ParamName: { } name } => e.Message.Replace($" (Parameter '{name}')", "", StringComparison.Ordinal),
        _ => e.Message,
    };
}
