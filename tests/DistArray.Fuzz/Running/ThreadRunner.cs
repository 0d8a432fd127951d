using DistArray.Fuzz.Oracle;

namespace DistArray.Fuzz.Running;

/// <summary>Runs cases on threads as ranks, many in one set of threads.</summary>
internal static class ThreadRunner
{
    private static readonly TimeSpan s_deadline = TimeSpan.FromSeconds(20);

    /// <summary>Runs cases; a verdict each, in their order.</summary>
    public static Verdict[] Run(IReadOnlyList<Case> cases)
    {
        var verdicts = new Verdict[cases.Count];
        foreach (IGrouping<int, int> group in Enumerable.Range(0, cases.Count).GroupBy(i => cases[i].Ranks))
        {
            int[] numbers = [.. group];
            int done = 0;
            while (done < numbers.Length) done += Together(cases, numbers.AsSpan(done).ToArray(), verdicts);
        }
        return verdicts;
    }

    /// <summary>Runs one case.</summary>
    public static Verdict Run(Case one)
    {
        Verdict verdict = default;
        try
        {
            ThreadCommunicator.Run(one.Ranks, comm =>
            {
                Verdict mine = CaseRun.Run(comm, one);
                if (comm.Rank == 0) verdict = mine;
            }, s_deadline);
            return verdict;
        }
        catch (Exception e) when (e is CommunicationException or TimeoutException)
        {
            return new Verdict(VerdictKind.Failed, e.Message);
        }
    }

    // Runs cases one after the other until ranks get out of step; that case is judged alone. How many have verdicts then.
    private static int Together(IReadOnlyList<Case> cases, int[] numbers, Verdict[] verdicts)
    {
        int current = 0;
        try
        {
            ThreadCommunicator.Run(cases[numbers[0]].Ranks, comm =>
            {
                for (int i = 0; i < numbers.Length; i++)
                {
                    Verdict mine = CaseRun.Run(comm, cases[numbers[i]]);
                    if (comm.Rank != 0) continue;
                    verdicts[numbers[i]] = mine;
                    Volatile.Write(ref current, i + 1);
                }
            }, s_deadline + TimeSpan.FromMilliseconds(100 * numbers.Length));
            return numbers.Length;
        }
        catch (Exception e) when (e is CommunicationException or TimeoutException)
        {
            int at = Volatile.Read(ref current);
            if (at == numbers.Length) return at;
            verdicts[numbers[at]] = Run(cases[numbers[at]]);
            return at + 1;
        }
    }
}
