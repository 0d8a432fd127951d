using System.Diagnostics;
using DistArray.Interactive.Protocol;

namespace DistArray.Interactive.Jobs;

/// <summary>One request to ranks, until all have answered or it is clear that they will not.</summary>
internal sealed class Exchange
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(250);

    /// <summary>How long ranks may stay in one MPI call once another one has failed or is held.</summary>
    private static readonly TimeSpan ShortLimit = TimeSpan.FromSeconds(2);

    /// <summary>How long a line may take to end once its time is up.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    /// <summary>How long the launcher may take to end once a rank has.</summary>
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(3);

    private readonly EngineJob _job;
    private readonly EnginesOptions _options;
    private readonly Wishes _wishes;
    private readonly Action<int, string>? _print;
    private readonly RankState[] _ranks;
    private readonly Holding _holding;
    private readonly HangWatch _watch = new();
    private readonly Stopwatch _clock = new();
    private int _number;
    private TimeSpan _lastWord;
    private TimeSpan _lastAsked;
    private TimeSpan? _lostAt;
    private bool _isGone;

    /// <summary>Prepares a request.</summary>
    /// <param name="job">The engines.</param>
    /// <param name="options">Their limits.</param>
    /// <param name="ranks">Who shall answer.</param>
    /// <param name="wishes">What other threads want meanwhile.</param>
    /// <param name="print">Gets what ranks print, as it comes; or null.</param>
    public Exchange(EngineJob job, EnginesOptions options, IEnumerable<int> ranks, Wishes wishes, Action<int, string>? print)
    {
        _job = job;
        _options = options;
        _wishes = wishes;
        _print = print;
        _ranks = [.. ranks.Select(rank => new RankState(job.Ranks[rank]))];
        _holding = new Holding(_ranks);
    }

    public IReadOnlyList<RankState> Ranks => _ranks;

    public TimeSpan Elapsed => _clock.Elapsed;

    /// <summary>What the launcher and native code printed meanwhile.</summary>
    public IReadOnlyList<string> JobOutput { get; private set; } = [];

    /// <summary>Whether it was interrupted because its time was up.</summary>
    public bool IsOvertime { get; private set; }

    private IEnumerable<RankState> Open => _ranks.Where(rank => !rank.IsDone);

    /// <summary>Sends the request and waits for the end.</summary>
    public ExchangeEnd Run(EngineRequest request, ReadOnlySpan<byte> payload)
    {
        _clock.Start();
        _number = _job.NextNumber();
        request = request with { Number = _number };
        foreach (RankState rank in _ranks) rank.Engine.TrySend(request, payload);
        while (Open.Any())
        {
            if (Interfere() is { } end) return end;
            if (!_job.Events.TryTake(out EngineEvent next, Beat)) continue;
            Note(next);
        }
        _clock.Stop();
        JobOutput = _job.TakeOutput(_number, _ranks.Length);
        return ExchangeEnd.Answered;
    }

    // Whatever is to be done but to wait.
    private ExchangeEnd? Interfere()
    {
        TimeSpan now = _clock.Elapsed;
        if (_isGone || now - _lostAt > LastWords)
        {
            JobOutput = _job.TakeLastOutput();
            return ExchangeEnd.Lost;
        }
        if (_lostAt is not null) return null;
        if (_wishes.KillReason is not null) return Kill(ExchangeEnd.Killed);
        if (!IsOvertime && _options.Timeout != Timeout.InfiniteTimeSpan && now > _options.Timeout) IsOvertime = true;
        if (IsOvertime && now > _options.Timeout + Grace) return Kill(ExchangeEnd.TimedOut);
        if (IsOvertime || _wishes.IsInterrupted) _holding.Begin(_number);
        if (_holding.IsHeld && now - _lastWord > ShortLimit / 4)
        {
            _holding.Nudge();
            _lastWord = now;
        }
        // Ranks that go on making calls do not hang, wherever they are seen.
        if (now - _lastAsked > Beat)
        {
            foreach (RankState rank in Open) rank.Engine.TrySend(new EngineRequest(RequestKind.Tell));
            _lastAsked = now;
        }
        bool isShort = _holding.IsHeld || _ranks.Any(rank => rank.HasFailed);
        TimeSpan limit = isShort && ShortLimit < _options.HangLimit ? ShortLimit : _options.HangLimit;
        return _watch.Look(_ranks, limit, now) ? Kill(ExchangeEnd.Hung) : null;
    }

    private void Note(EngineEvent said)
    {
        if (said.IsWish) return;
        if (said.Message is null)
        {
            NoteEnd(said.Source);
            return;
        }
        RankState? rank = Array.Find(_ranks, candidate => candidate.Engine == said.Source);
        if (said.Message.Kind == MessageKind.Output) Print(said.Source!.Rank, rank, said.Message.Text!);
        if (rank is null) return;
        if (said.Message.Kind == MessageKind.Told)
        {
            if (rank.Calls != said.Message.Position) _watch.Note(_clock.Elapsed);
            rank.Calls = said.Message.Position;
            return;
        }
        // What an earlier request has left behind.
        if (said.Message.Kind is MessageKind.Held or MessageKind.Ended && said.Message.Number != _number) return;
        _lastWord = _clock.Elapsed;
        bool isNews = true;
        switch (said.Message.Kind)
        {
            case MessageKind.Held:
                isNews = said.Message.Position != rank.Position;
                rank.Position = said.Message.Position;
                rank.IsAtCheck = said.Message.IsAtCheck;
                break;
            case MessageKind.Ended:
                rank.Ended = said.Message;
                rank.Position = said.Message.Position;
                rank.Payload = said.Payload;
                break;
        }
        if (isNews) _watch.Note(_clock.Elapsed);
        _holding.Look();
    }

    private void Print(int number, RankState? rank, string text)
    {
        rank?.Output.Append(text);
        _print?.Invoke(number, text);
    }

    // The first process to end is the culprit; the launcher then ends the others.
    private void NoteEnd(EngineConnection? source)
    {
        _job.NoteLoss();
        if (source is null) _isGone = true;
        else if (Array.Find(_ranks, rank => rank.Engine == source) is { } rank) rank.LostAt = _clock.Elapsed;
        _lostAt ??= _clock.Elapsed;
    }

    private ExchangeEnd Kill(ExchangeEnd end)
    {
        if (end != ExchangeEnd.Hung)
        {
            RankState[] open = [.. Open.Where(rank => !rank.IsAtCheck)];
            var stacks = RankStacks.Read([.. open.Select(rank => rank.Engine)]);
            foreach (RankState rank in open) rank.Stack = stacks[rank.Rank];
        }
        // What the launcher says of being killed here is of no use.
        JobOutput = _job.TakeOutput();
        _job.Kill();
        return end;
    }
}
