using DistArray.Fuzz.Binding;
using DistArray.Fuzz.Elements;
using DistArray.Fuzz.Oracle;
using DistArray.Fuzz.Syntax;

namespace DistArray.Fuzz.Running;

/// <summary>Runs a case on one of its ranks and compares with NumPy. Collective.</summary>
internal static class CaseRun
{
    private const char Refusal = 'R', Raised = 'E', Difference = 'D', Fine = ' ';

    public static Verdict Run(ICommunicator communicator, Case one)
    {
        string mine = Outcome(communicator, one);
        if (communicator.Allreduce(mine[0] == Fine ? 1 : 0, Operation<int>.Min) == 1) return Verdict.Agreed;
        string[] all = Strings.Allgather(communicator, mine);
        int odd = Array.FindIndex(all, text => text[0] != all[0][0] || (text[0] is Raised or Refusal && text != all[0]));
        string first = Array.Find(all, text => text[0] == Difference) ?? all[0];
        if (first[0] == Difference) return new Verdict(VerdictKind.Failed, $"rank {Array.IndexOf(all, first)}: {first[1..]}");
        if (odd > 0) return new Verdict(VerdictKind.Failed, $"ranks end differently: rank 0: {Shown(all[0])}, rank {odd}: {Shown(all[odd])}");
        if (first[0] == Refusal) return new Verdict(VerdictKind.Refused, first[1..]);
        return one.Error is null ? new Verdict(VerdictKind.Failed, $"raises {first[1..]}") : Verdict.Agreed;
    }

    private static string Shown(string text) => text[0] == Fine ? "values" : text[1..];

    private static string Outcome(ICommunicator communicator, Case one)
    {
        var interpreter = new Interpreter(communicator);
        int step = 0;
        try
        {
            using var scope = new ArrayScope();
            for (; step < one.Statements.Length; step++) interpreter.Run(one.Statements[step]);
            return one.Error is null ? Compare(interpreter, one) : $"{Difference}gives values where NumPy raises {one.Error}";
        }
        // An overflow is what sums of integers refuse: their type cannot hold the result.
        catch (Exception e) when (e is NotSupportedException or NoOverloadException or OverflowException || (e is RankFailedException && e.Message.Contains(nameof(NotSupportedException))))
        {
            return $"{(one.Error is not null && step == one.Statements.Length - 1 ? Raised : Refusal)}{e.Message}";
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or DivideByZeroException or RankFailedException)
        {
            bool early = one.Error is not null && step < one.Statements.Length - 1;
            return early ? $"{Difference}raises {e.GetType().Name} at '{one.Statements[step]}', before NumPy does: {e.Message}" : $"{Raised}{e.GetType().Name}: {e.Message}";
        }
        catch (Exception e) when (e is not CommunicationException)
        {
            return $"{Difference}{e}";
        }
    }

    // The last variable first, as a program would read its result. The ranks stay in step whatever the values are.
    private static string Compare(Interpreter interpreter, Case one)
    {
        string? difference = null;
        for (int i = one.Variables.Length - 1; i >= 0; i--)
        {
            Expected expected = one.Variables[i];
            object? value = Lookup(interpreter, expected.Name);
            Element? element = value is null ? null : Element.OfArray(value) ?? Element.Find(value.GetType());
            Expected? wanted = element?.Name == expected.DType ? expected : element is null ? null : expected.As(element);
            string? here = element is null ? $"is {value ?? "nothing"}, no array" : wanted is null ? $"has the type {element.Name} instead of {expected.DType}" : null;
            if (here is null) here = element!.Difference(value!, wanted!, asCopy: (i + one.Line.Length) % 2 == 0);
            if (i == one.Variables.Length - 1 && wanted is not null) here = element!.GatheredDifference(value!, wanted) ?? here;
            if (here is not null) difference ??= $"{Difference}{expected.Name}: {here}";
        }
        return difference ?? $"{Fine}";
    }

    private static object? Lookup(Interpreter interpreter, string name)
    {
        int open = name.IndexOf('[');
        return open < 0 ? interpreter.Variables.GetValueOrDefault(name) : ((object?[])interpreter.Variables[name[..open]]!)[int.Parse(name.AsSpan(open + 1, name.Length - open - 2))];
    }
}
