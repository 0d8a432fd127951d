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
        ArgumentNullException.ThrowIfNull(text);
        if ((uint)position > (uint)text.Length) throw new ArgumentOutOfRangeException(nameof(position), position, $"The line has {text.Length} characters.");
        lock (_gate) return Completer.At(_compiler, text, position);
    }
}
