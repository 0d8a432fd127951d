namespace DistArray.Trilinos;

/// <summary>Parameters against those that a solver knows.</summary>
internal static class ParameterValidation
{
    /// <summary>Checks names and types.</summary>
    /// <param name="given">What the program sets.</param>
    /// <param name="valid">What the solver knows, with a value of each one's type.</param>
    /// <param name="solver">Whose parameters they are, for messages.</param>
    /// <param name="free">Names that are not checked, since others do; one that ends in * stands for all that begin so.</param>
    /// <returns>A copy, in which an int stands as a double where the solver wants one.</returns>
    /// <exception cref="ParameterException">A name is not known, or a value has another type.</exception>
    public static ParameterList Check(ParameterList given, ParameterList valid, string solver, params ReadOnlySpan<string> free) => Check(given, valid, solver, "", free);

    private static ParameterList Check(ParameterList given, ParameterList valid, string solver, string path, ReadOnlySpan<string> free)
    {
        var result = new ParameterList();
        foreach ((string name, ParameterValue value) in given)
        {
            if (IsFree(name, free))
            {
                result[name] = value.Value is ParameterList anything ? anything.Clone() : value;
                continue;
            }
            if (!valid.Contains(name))
                throw new ParameterException($"{solver} has no parameter '{path}{name}'{NearestNames.Advice(name, valid.Names)}", path + name);
            ParameterValue known = valid[name];
            result[name] = (value.Value, known.Value) switch
            {
                (ParameterList inner, ParameterList innerValid) => innerValid.Count == 0 ? inner.Clone() : Check(inner, innerValid, solver, $"{path}{name}/", free),
                (int number, double) => (double)number,
                (int number, long) => (long)number,
                _ when value.Type == known.Type => value,
                _ => throw new ParameterException($"The parameter '{path}{name}' of {solver} has the type {known.Type}, such as {known}, but was given {value} of type {value.Type}.", path + name),
            };
        }
        return result;
    }

    private static bool IsFree(string name, ReadOnlySpan<string> free)
    {
        foreach (string one in free)
            if (one.EndsWith('*') ? name.StartsWith(one[..^1], StringComparison.Ordinal) : name == one) return true;
        return false;
    }
}
