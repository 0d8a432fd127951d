using Microsoft.Diagnostics.Runtime;

namespace DistArray.Stacks;

/// <summary>Looks into other processes with the debugger's means; they stand still meanwhile. This file is part of DistArray.Testing and DistArray.Interactive, too.</summary>
internal static class OtherProcess
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    /// <summary>Looks into a process.</summary>
    /// <param name="process">Its number.</param>
    /// <param name="look">What is to be found out of its runtime.</param>
    /// <param name="refused">Makes the answer where the process cannot be looked into, of the reason.</param>
    public static T Look<T>(int process, Func<ClrRuntime, T> look, Func<string, T> refused)
    {
        try
        {
            using DataTarget target = DataTarget.AttachToProcess(process, suspend: true);
            if (target.ClrVersions.Length == 0) return refused("its stack could not be read: no runtime found in the process");
            ClrInfo clr = target.ClrVersions[0];
            // The library that knows the runtime's data lies beside the runtime.
            using ClrRuntime runtime = clr.CreateRuntime(Path.Combine(Path.GetDirectoryName(clr.ModuleInfo.FileName)!, "libmscordaccore.so"), ignoreMismatch: true);
            return look(runtime);
        }
        catch (Exception exception)
        {
            return refused($"its stack could not be read: {exception.Message}");
        }
    }

    /// <summary>Looks into the processes of ranks one after the other; those that are not reached within 10 s are refused.</summary>
    public static IReadOnlyDictionary<TRank, T> LookAtAll<TRank, T>(IReadOnlyCollection<TRank> ranks, Func<TRank, T> look, Func<string, T> refused)
        where TRank : notnull
    {
        Dictionary<TRank, T> found = [];
        // A thread of its own: tracing belongs to the thread that began it, and it must not delay the report for ever.
        Thread thread = new(() =>
        {
            foreach (TRank rank in ranks)
            {
                T answer = look(rank);
                lock (found) found[rank] = answer;
            }
        }) { IsBackground = true, Name = "stacks" };
        thread.Start();
        thread.Join(Deadline);
        lock (found)
            return ranks.ToDictionary(rank => rank, rank => found.TryGetValue(rank, out T? answer) ? answer : refused($"its stack could not be read within {Deadline.TotalSeconds:0} s"));
    }

    /// <summary>The managed methods that a thread is in, innermost first.</summary>
    public static ClrMethod[] Methods(this ClrThread thread) => [.. thread.EnumerateStackTrace().Select(frame => frame.Method).OfType<ClrMethod>()];

    /// <summary>Whether a method is how the runtime calls others by reflection.</summary>
    public static bool IsReflection(this ClrMethod method) => method.Type.Name is "System.RuntimeMethodHandle" or "System.Reflection.MethodBaseInvoker";
}
