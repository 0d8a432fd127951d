using DistArray.Interactive.Compiling;

namespace DistArray.Interactive;

public sealed partial class Engines
{
    /// <summary>The variables that lines have defined, in their order.</summary>
    public IReadOnlyList<Variable> Variables
    {
        get
        {
            lock (_gate) return _compiler.Variables;
        }
    }

    /// <summary>How a line can go on at a position: variables, members, types.</summary>
    /// <param name="text">The line so far.</param>
    /// <param name="position">The place in it, 0 to its length.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    /// <remarks>The ranks are not asked.</remarks>
    public Completions Complete(string text, int position)
    {
        CheckPlace(text, position);
        lock (_gate) return Completer.At(_compiler, text, position);
    }

    /// <summary>What the name at a position of a line is: its declarations, one a line, and the first documentation among them.</summary>
    /// <param name="text">The line.</param>
    /// <param name="position">A place in the name or behind it, 0 to the line's length.</param>
    /// <returns>Plain text, or null where there is no name or nobody knows it.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such place.</exception>
    /// <remarks>The ranks are not asked. Documentation is in the .xml file beside an assembly; where there is none, declarations are all.</remarks>
    public string? Describe(string text, int position)
    {
        CheckPlace(text, position);
        lock (_gate) return Describer.At(_compiler, text, position);
    }

    private static void CheckPlace(string text, int position)
    {
        ArgumentNullException.ThrowIfNull(text);
        if ((uint)position > (uint)text.Length) throw new ArgumentOutOfRangeException(nameof(position), position, $"The line has {text.Length} characters.");
    }
}
