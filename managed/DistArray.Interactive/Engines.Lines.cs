using System.Text.Json;
using DistArray.Interactive.Compiling;
using DistArray.Interactive.Jobs;
using DistArray.Interactive.Protocol;

namespace DistArray.Interactive;

public sealed partial class Engines
{
    /// <summary>Raised for what ranks print, as it comes, with the rank; on the thread that waits for the line. The result has it too.</summary>
    public event Action<int, string>? Printed;

    /// <summary>Runs C# on every rank: statements, definitions that later lines see, or an expression (without a semicolon) whose value is told.</summary>
    /// <param name="line">One line or several.</param>
    /// <returns>What each rank printed, and the value as text. An array that all ranks have is formatted as a whole, as NumPy would.</returns>
    /// <exception cref="EngineException">The line does not compile, ranks threw, it was interrupted, hung, or took too long, or a rank ended.</exception>
    public LineResult Execute(string line) => Execute(line, "");

    /// <summary>Runs C# that comes from a file, by whose name errors are told.</summary>
    /// <param name="line">The text.</param>
    /// <param name="path">The file, against whose folder <c>#load</c> and <c>#r</c> are resolved.</param>
    /// <returns>As the other form.</returns>
    /// <exception cref="EngineException">As the other form.</exception>
    public LineResult Execute(string line, string path)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(path);
        using (Enter())
        {
            CompiledLine compiled = Compile(line, typeof(object), path);
            if (compiled.Image.Length == 0)
            {
                _compiler.Accept(compiled);
                return new LineResult([], [], TimeSpan.Zero);
            }
            Exchange exchange = RunLine(compiled, ResultUse.Shown, All, persists: true);
            return Shown(exchange, FormatTogether(exchange));
        }
    }

    /// <summary>Runs C# on one rank alone. What it defines is forgotten; variables that exist it may change there.</summary>
    /// <param name="rank">The rank.</param>
    /// <param name="line">The text. A collective call in it would wait for the other ranks for ever, and is found as a hang.</param>
    /// <returns>What the rank printed, and the value as text.</returns>
    /// <exception cref="EngineException">As <see cref="Execute(string)"/>.</exception>
    public LineResult ExecuteOn(int rank, string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if ((uint)rank >= (uint)Size) throw new ArgumentOutOfRangeException(nameof(rank), rank, $"There is no rank {rank}: there are {Size}. Use 0 to {Size - 1}.");
        using (Enter())
        {
            CompiledLine compiled = Compile(line, typeof(object));
            return compiled.Image.Length == 0 ? new LineResult([], [], TimeSpan.Zero) : Shown(RunLine(compiled, ResultUse.Shown, [rank], persists: false), null);
        }
    }

    /// <summary>The value of an expression on every rank.</summary>
    /// <typeparam name="T">Its type: numbers, texts, tuples, and arrays, lists and records of them, which travel as JSON.</typeparam>
    /// <param name="expression">The expression; it may follow statements.</param>
    /// <returns>The values in the order of ranks.</returns>
    /// <exception cref="EngineException">As <see cref="Execute(string)"/>; or there is no expression at the end.</exception>
    public IReadOnlyList<T> Evaluate<T>(string expression)
    {
        ArgumentNullException.ThrowIfNull(expression);
        using (Enter())
        {
            CompiledLine line = Compile(expression, typeof(T));
            if (!line.HasValue) throw new EngineException(EngineFailure.Compilation, $"Evaluate: '{expression}' has no value. End with an expression, without a semicolon.");
            Exchange exchange = RunLine(line, ResultUse.Sent, All, persists: true);
            return [.. exchange.Ranks.Select(rank => JsonSerializer.Deserialize<T>(rank.Ended!.Json!, ValueJson.Options)!)];
        }
    }

    /// <summary>The value of an expression that is the same on every rank.</summary>
    /// <typeparam name="T">As <see cref="Evaluate{T}"/>.</typeparam>
    /// <param name="expression">The expression.</param>
    /// <returns>The value.</returns>
    /// <exception cref="EngineException">As <see cref="Evaluate{T}"/>.</exception>
    /// <exception cref="InvalidOperationException">The ranks have different values; says which.</exception>
    public T EvaluateSame<T>(string expression)
    {
        IReadOnlyList<T> values = Evaluate<T>(expression);
        string[] texts = [.. values.Select(value => JsonSerializer.Serialize(value, ValueJson.Options))];
        if (texts.Distinct().Count() > 1)
            throw new InvalidOperationException($"EvaluateSame: '{expression}' differs between ranks: {string.Join("; ", Failures.Fold(texts.Index()))}. Use Evaluate for all values.");
        return values[0];
    }

    /// <summary>Forgets what lines have defined. The ranks stay.</summary>
    /// <exception cref="EngineException">A rank has ended.</exception>
    public void Reset()
    {
        using (Enter())
        {
            Ask(new EngineRequest(RequestKind.Reset), [], All);
            _compiler.Reset();
        }
    }

    private IEnumerable<int> All => Enumerable.Range(0, Size);

    private CompiledLine Compile(string text, Type result, string path = "")
    {
        try
        {
            return _compiler.Compile(text, result, path);
        }
        catch (CompilationFailedException exception)
        {
            throw new EngineException(EngineFailure.Compilation, exception.Message);
        }
    }

    private Exchange RunLine(CompiledLine line, ResultUse use, IEnumerable<int> ranks, bool persists)
    {
        var request = new EngineRequest(RequestKind.Line)
        {
            EntryType = line.EntryType,
            EntryMethod = line.EntryMethod,
            ImageLength = line.Image.Length,
            Use = use,
            References = line.References,
        };
        Exchange exchange = Ask(request, [.. line.Image, .. line.Symbols], ranks);
        if (persists) _compiler.Accept(line);
        return exchange;
    }

    // Where all ranks have the same array it can be formatted: all take part, so that none waits.
    private string? FormatTogether(Exchange shown)
    {
        if (!IsOneArray(shown)) return null;
        return Ask(new EngineRequest(RequestKind.Format), [], All).Ranks[0].Ended!.Text;
    }

    private bool IsOneArray(Exchange exchange)
    {
        ArrayValue?[] arrays = [.. exchange.Ranks.Select(rank => rank.Ended!.Array)];
        return arrays.Length == Size && arrays.Index().All(x => x.Item is { } array && array.Size == Size && array.Rank == x.Index
            && array.Type == arrays[0]!.Type && array.Distribution == arrays[0]!.Distribution && array.Shape.SequenceEqual(arrays[0]!.Shape));
    }

    private static LineResult Shown(Exchange exchange, string? together) =>
        new([.. exchange.Ranks.Select(rank => Result(rank) is var result && together is not null ? result with { Value = together } : Result(rank))], exchange.JobOutput, exchange.Elapsed)
        {
            Array = together is null ? null : Result(exchange.Ranks[0]).Array,
        };

    private static RankResult Result(RankState rank) => new(rank.Rank, rank.Output.ToString(), rank.Ended?.Text, rank.Ended?.ValueType,
        rank.Ended?.Array is { } array ? new ArrayDescription(array.ElementType, array.Shape, array.Distribution) : null);

    /// <summary>Sends a request to ranks, waits for all of them, and throws what came of it but good answers.</summary>
    private Exchange Ask(EngineRequest request, ReadOnlySpan<byte> payload, IEnumerable<int> ranks)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (_job is not { IsOver: false } job) throw new EngineException(EngineFailure.Unusable, $"The engines have ended: {_end} Restart() starts new ones; what lines had defined is gone.", sessionEnded: true);
        if (Doubt is not null && request.Kind != RequestKind.Reset) throw new EngineException(EngineFailure.Unusable, Doubt);
        Exchange exchange = new(job, _options, ranks, _wishes, Printed);
        ExchangeEnd end = exchange.Run(request, payload);
        Failures failures = new(exchange, end, _options, _wishes);
        if (end != ExchangeEnd.Answered)
        {
            job.Kill();
            _end = failures.Headline;
            throw failures.Exception([.. exchange.Ranks.Select(Result)]);
        }
        if (request.Kind != RequestKind.Reset) Doubt = Unbalance.Of(exchange.Ranks, Size);
        if (exchange.Ranks.Any(rank => rank.HasFailed)) throw failures.Exception([.. exchange.Ranks.Select(Result)], Doubt);
        return exchange;
    }
}
