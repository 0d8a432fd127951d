using DistArray.Mpi.Jobs;

namespace DistArray.Cli.Interactive;

/// <summary>Prints the lines of ranks as they come, those that all ranks say once: <c>[0-3] text</c>. A line waits for those of other ranks, for as long as
/// the reader is patient.</summary>
internal sealed class FoldingPrinter
{
    private readonly TimeSpan _patience;
    private readonly Queue<string>[] _lines;
    private readonly string[] _rests;
    private readonly TextWriter _output;
    private bool _isPending;
    private readonly Timer _timer;
    private readonly Lock _gate = new();

    /// <param name="ranks">How many there are.</param>
    /// <param name="output">Where lines go.</param>
    /// <param name="patience">How long a line waits; infinite for the end of what is run.</param>
    public FoldingPrinter(int ranks, TextWriter output, TimeSpan patience)
    {
        _patience = patience;
        _lines = [.. Enumerable.Range(0, ranks).Select(_ => new Queue<string>())];
        _rests = [.. Enumerable.Repeat("", ranks)];
        _output = output;
        _timer = new Timer(_ => Flush());
    }

    /// <summary>Takes what a rank has printed.</summary>
    public void Add(int rank, string text)
    {
        lock (_gate)
        {
            string[] lines = (_rests[rank] + text).Split('\n');
            foreach (string line in lines[..^1]) _lines[rank].Enqueue(line);
            _rests[rank] = lines[^1];
            while (_lines.All(queue => queue.Count > 0)) PrintFirsts();
            if (!_isPending && _lines.Any(queue => queue.Count > 0))
            {
                _isPending = true;
                _timer.Change(_patience, Timeout.InfiniteTimeSpan);
            }
            _output.Flush();
        }
    }

    /// <summary>Prints what is left: nothing more comes.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            for (int rank = 0; rank < _lines.Length; rank++)
            {
                if (_rests[rank].Length > 0) _lines[rank].Enqueue(_rests[rank]);
                _rests[rank] = "";
            }
            Flush();
        }
    }

    private void Flush()
    {
        lock (_gate)
        {
            _isPending = false;
            while (_lines.Any(queue => queue.Count > 0)) PrintFirsts();
            _output.Flush();
        }
    }

    private void PrintFirsts()
    {
        var firsts = _lines.Index().Where(x => x.Item.Count > 0).Select(x => (x.Index, Line: x.Item.Dequeue())).ToArray();
        foreach (var group in firsts.GroupBy(x => x.Line, x => x.Index)) _output.WriteLine($"[{RankNames.Numbers([.. group])}] {group.Key}");
    }
}
