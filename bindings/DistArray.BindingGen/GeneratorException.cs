namespace DistArray.BindingGen;

/// <summary>Headers or a response file that cannot be turned into bindings.</summary>
internal sealed class GeneratorException(string message) : Exception(message);
