using System.Text.RegularExpressions;
using DistArray.Interactive.Protocol;

namespace DistArray.Interactive.Hosting;

/// <summary>Exceptions as the client tells them: without the frames of the machinery that ran the line.</summary>
internal static partial class FailureText
{
    public static Failure Describe(Exception exception)
    {
        string[] frames = (exception.StackTrace ?? "").Split('\n');
        string stack = string.Join('\n', frames.TakeWhile(frame => !Machinery().IsMatch(frame)).Where(frame => !Machinery().IsMatch(frame)).Select(Plain));
        return new Failure(exception.GetType().FullName!, exception.Message, stack, exception is LineInterruptedException);
    }

    /// <summary>A frame in words of the source: the bodies of lines and lambdas have names that only the compiler writes.</summary>
    private static string Plain(string frame) => Place().Replace(Body().Replace(frame, "the line"), " (line $1)");

    [GeneratedRegex(@"at (DistArray\.Interactive\.Hosting\.|System\.Runtime\.CompilerServices\.TaskAwaiter|System\.Runtime\.ExceptionServices)|^--- End of stack trace")]
    private static partial Regex Machinery();

    // A line that was typed comes from no file.
    [GeneratedRegex(@" in :line (\d+)$")]
    private static partial Regex Place();

    [GeneratedRegex(@"Submission#\d+\.<<Initialize>>d__\d+\.MoveNext\(\)")]
    private static partial Regex Body();
}
