using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text;
using DistArray.Bindings;

namespace DistArray.Mpi;

/// <summary>An agreement of the ranks of a communicator on the collective call that they make: one nonblocking all-reduce of a few numbers on a communicator of its own.</summary>
internal sealed unsafe class CollectiveCheck
{
    private const int Numbers = 3, Words = 2 * Numbers, TextBytes = 1024;
    // A tag for the texts of each agreement, so that those of two that failed do not meet; 0 is the library's own on that communicator.
    private const int Tags = 30_000;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Communicator _communicator;
    private readonly Call _call;
    private readonly CallSite _site;
    private readonly long _shadow;
    private readonly int _tag;
    private long* _words;
    private long _request;

    private CollectiveCheck(Communicator communicator, in Call call, CallSite site, long shadow)
    {
        _communicator = communicator;
        _call = call;
        _site = site;
        _shadow = shadow;
        _words = (long*)NativeMemory.Alloc(Words * sizeof(long));
        Fill(_words, call, site);
        _tag = NextTag(communicator);
        _request = Begin(_shadow, _words);
    }

    /// <summary>Agrees, and waits for it.</summary>
    /// <exception cref="CollectiveMismatchException">Ranks are in different calls.</exception>
    public static void Agree(Communicator communicator, in Call call, CallSite site)
    {
        long* words = stackalloc long[Words];
        Fill(words, call, site);
        communicator.TryGetShadow(make: true, out long shadow);
        // Nonblocking here, too: a blocking operation would not meet the nonblocking one of a rank that only starts something.
        int tag = NextTag(communicator);
        long request = Begin(shadow, words);
        NativeError.Check(NativeMpi.RequestWait(&request, out _));
        if (!AreEqual(words)) throw Mismatch(communicator, call, site, shadow, tag);
    }

    /// <summary>Begins to agree on a call that does not wait.</summary>
    /// <returns>Null where that would have to wait itself: the first collective call on a communicator that native code made, or that was there before the check was.</returns>
    public static CollectiveCheck? Start(Communicator communicator, in Call call, CallSite site) =>
        communicator.TryGetShadow(make: false, out long shadow) ? new CollectiveCheck(communicator, call, site, shadow) : null;

    /// <summary>Whether the ranks have agreed.</summary>
    /// <param name="wait">Whether to wait for it.</param>
    /// <exception cref="CollectiveMismatchException">Ranks are in different calls; thrown every time.</exception>
    public bool HasEnded(bool wait)
    {
        if (_words is not null)
        {
            long request = _request;
            int done = 1;
            DaStatus status = wait ? NativeMpi.RequestWait(&request, out _) : NativeMpi.RequestTest(&request, out done, out _);
            if (status == DaStatus.Ok && done == 0) return false;
            bool equal = status == DaStatus.Ok && AreEqual(_words);
            NativeMemory.Free(_words);
            _words = null;
            NativeError.Check(status);
            if (equal) return true;
            Failure = Mismatch(_communicator, _call, _site, _shadow, _tag);
        }
        return Failure is null ? true : throw Failure;
    }

    private CollectiveMismatchException? Failure { get; set; }

    private static void Fill(long* words, in Call call, CallSite site)
    {
        long* numbers = stackalloc long[Numbers]
        {
            (long)call.Kind | ((long)call.Type << 8) | ((long)call.Operation << 16) | ((long)(call.Root - Call.NoRank) << 32),
            call.Count,
            (CallGuard.Switches & CallGuard.WithoutSites) != 0 ? 0 : site.Number,
        };
        for (int i = 0; i < Numbers; i++) (words[i], words[Numbers + i]) = (numbers[i], -numbers[i]);
    }

    // The greatest is the least. A place of 0 is not known, and may be any.
    private static bool AreEqual(long* words)
    {
        for (int i = 0; i < Numbers; i++)
        {
            long greatest = words[i], least = -words[Numbers + i];
            if (greatest != least && !(i == Numbers - 1 && least == 0)) return false;
        }
        return true;
    }

    private static long Begin(long shadow, long* words)
    {
        NativeError.Check(NativeMpi.OpBuiltin((int)OperationKind.Max, (int)ElementType.Int64, out long max));
        NativeError.Check(NativeMpi.Iallreduce(shadow, words, words, Words, (int)ElementType.Int64, max, out long request));
        return request;
    }

    // The same on every rank: all have made as many agreements.
    private static int NextTag(Communicator communicator) => 1 + (communicator.Agreements++ % Tags);

    // By messages, not by a collective operation: a rank may have started further agreements before it learns of this one.
    private static CollectiveMismatchException Mismatch(Communicator communicator, in Call call, CallSite site, long shadow, int tag)
    {
        int size = communicator.Size;
        // MPI has this memory until all messages have gone; where they do not, for ever.
        byte* texts = (byte*)NativeMemory.AllocZeroed((nuint)(size + 1) * TextBytes), mine = texts + ((long)size * TextBytes);
        CallRecord.Utf8($"{call}, at {site.Text}", TextBytes).CopyTo(new Span<byte>(mine, TextBytes));
        var requests = new List<long>();
        for (int rank = 0; rank < size; rank++)
        {
            NativeError.Check(NativeMpi.Irecv(shadow, texts + ((long)rank * TextBytes), TextBytes, (int)ElementType.UInt8, rank, tag, out long receiving));
            NativeError.Check(NativeMpi.Isend(shadow, mine, TextBytes, (int)ElementType.UInt8, rank, tag, out long sending));
            requests.Add(receiving);
            requests.Add(sending);
        }
        bool haveAll = WaitFor(requests);
        var folds = new RankFolds();
        for (int rank = 0; rank < size; rank++)
        {
            ReadOnlySpan<byte> text = new(texts + ((long)rank * TextBytes), TextBytes);
            folds.Add(rank, text[0] == 0 ? $"another call, at a place not told within {Patience.TotalSeconds:0} s" : Encoding.UTF8.GetString(text[..text.IndexOf((byte)0)]));
        }
        if (haveAll) NativeMemory.Free(texts);
        var message = new StringBuilder($"The {communicator.Size} ranks of {communicator.Label} are in different collective calls:\n");
        foreach (var (ranks, text, _, _) in folds.InOrder) message.Append($"  {ranks}: {text}\n");
        message.Append("Every rank must make the same calls in the same order, with the same types, counts and roots. Look for a call in an 'if' or a loop that not every rank goes through.");
        if (OnlySitesDiffer(folds)) message.Append(" Where one call is meant to be made from several places, DISTARRAY_CHECK=calls leaves places out.");
        return new CollectiveMismatchException(message.ToString());
    }

    // A rank tells its call when it waits for it, which may be late, or never where it has failed meanwhile.
    private static bool WaitFor(List<long> requests)
    {
        var clock = Stopwatch.StartNew();
        while (clock.Elapsed < Patience)
        {
            for (int i = requests.Count - 1; i >= 0; i--)
            {
                long handle = requests[i];
                NativeError.Check(NativeMpi.RequestTest(&handle, out int done, out _));
                if (done != 0) requests.RemoveAt(i);
                else requests[i] = handle;
            }
            if (requests.Count == 0) return true;
            Thread.Yield();
        }
        return false;
    }

    private static bool OnlySitesDiffer(RankFolds folds) => folds.InOrder.Select(fold => fold.Text[..fold.Text.LastIndexOf(", at ", StringComparison.Ordinal)]).Distinct().Count() == 1;
}
