using System.Reflection;
using System.Runtime.CompilerServices;

namespace DistArray.Interactive.Hosting;

/// <summary>Runs compiled lines one after the other; each sees what those before it have defined.</summary>
internal sealed class LineRunner(EngineScope scope)
{
    // The compiler numbers lines that define something from 1; 0 is the scope.
    private object?[] _lines = [scope, null];
    private int _count;

    public EngineScope Scope { get; } = scope;

    /// <summary>Runs the entry point of a line, <c>Task&lt;T&gt; Factory(object[])</c>.</summary>
    /// <returns>The value of the line, or null.</returns>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public object? Run(Assembly line, string type, string method)
    {
        if (++_count >= _lines.Length - 1) Array.Resize(ref _lines, _lines.Length * 2);
        MethodInfo entry = line.GetType(type, throwOnError: true)!.GetMethod(method, BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)!;
        var task = (Task)entry.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [_lines], null)!;
        task.GetAwaiter().GetResult();
        return task.GetType().GetProperty(nameof(Task<>.Result))!.GetValue(task);
    }

    /// <summary>Forgets all lines.</summary>
    public void Reset()
    {
        _lines = [Scope, null];
        _count = 0;
        Scope.Forget();
    }
}
