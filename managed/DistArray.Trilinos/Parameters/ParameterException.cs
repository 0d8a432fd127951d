namespace DistArray.Trilinos;

/// <summary>A parameter has a name that the solver does not know, or a value of another type than it takes.</summary>
public sealed class ParameterException : ArgumentException
{
    /// <summary>Makes the exception.</summary>
    /// <param name="message">Which parameter, what is wrong with it, and what there is instead.</param>
    /// <param name="parameter">Its name, sublists before it, separated by slashes.</param>
    public ParameterException(string message, string parameter) : base(message) => Parameter = parameter;

    /// <summary>Name of the parameter, sublists before it, separated by slashes.</summary>
    public string Parameter { get; }
}
