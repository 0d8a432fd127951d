using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace DistArray.Mpi;

/// <summary>The place in the program that makes a call: the first frame outside of this library and of .NET's.</summary>
[UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Methods are named in reports; of one that was trimmed the name is less.")]
internal sealed class CallSite
{
    private static readonly ConcurrentDictionary<(MethodBase Method, int Offset), CallSite> s_sites = new();
    private static readonly CallSite s_nowhere = new("no code of the program", 0);

    private CallSite(string text, long number)
    {
        Text = text;
        Number = number;
        Utf8 = CallRecord.Utf8(text, CallRecord.SiteBytes);
    }

    /// <summary>Such as <c>Program.Main in Program.cs:line 12</c>.</summary>
    public string Text { get; }

    /// <summary>The text for the board.</summary>
    public byte[] Utf8 { get; }

    /// <summary>The same number for the same place on every rank; 0 where it cannot be told exactly, since optimized code is merged with its callers and moved about, and
    /// not on every rank at the same time.</summary>
    public long Number { get; }

    /// <summary>The place that is calling.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static CallSite Find()
    {
        var stack = new StackTrace(1, fNeedFileInfo: false);
        for (int i = 0; i < stack.FrameCount; i++)
        {
            StackFrame frame = stack.GetFrame(i)!;
            if (frame.GetMethod() is not { } method || !ProgramCode.Owns(method)) continue;
            int offset = frame.GetILOffset();
            return s_sites.TryGetValue((method, offset), out CallSite? known) ? known : s_sites.GetOrAdd((method, offset), Describe(method, offset));
        }
        return s_nowhere;
    }

    private static CallSite Describe(MethodBase method, int offset)
    {
        StackFrame? frame = Array.Find(new StackTrace(1, fNeedFileInfo: true).GetFrames(), candidate => candidate.GetMethod() == method);
        string place = frame is null ? $"{method.DeclaringType?.FullName}.{method.Name}" : ProgramCode.Describe(frame);
        return new CallSite(place, IsExact(method) && offset >= 0 ? NumberOf(method, offset) : 0);
    }

    private static bool IsExact(MethodBase method) =>
        method.Module.Assembly.GetCustomAttribute<DebuggableAttribute>()?.IsJITOptimizerDisabled == true
        || (method.MethodImplementationFlags & MethodImplAttributes.NoOptimization) != 0;

    private static long NumberOf(MethodBase method, int offset)
    {
        ulong hash = 14695981039346656037;
        foreach (char letter in method.Module.Name) hash = (hash ^ letter) * 1099511628211;
        hash = (hash ^ (uint)method.MetadataToken) * 1099511628211;
        hash = (hash ^ (uint)offset) * 1099511628211;
        return (long)(hash >> 2) + 1;
    }
}
