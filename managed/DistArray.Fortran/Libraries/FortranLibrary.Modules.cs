using DistArray.Bindings;

namespace DistArray.Fortran;

// What the classes of wrapped modules need.
public sealed unsafe partial class FortranLibrary
{
    private readonly Dictionary<Type, object> _tables = [];
    private readonly Dictionary<string, nint> _entries = new(StringComparer.Ordinal);
    private readonly Dictionary<nint, object> _variables = [];
    private readonly List<WeakReference<IFortranMemory>> _memories = [];

    /// <summary>Raised by every call into the core: what was asked of it before may not be so any more.</summary>
    internal long Epoch { get; private set; }

    /// <summary>Whether a call into the core is under way: this is a callback from it.</summary>
    internal bool IsCalling => _callsUnderWay > 0;

    /// <summary>Addresses in the companions of modules, found once a library.</summary>
    /// <typeparam name="TTable">Class that holds them.</typeparam>
    /// <param name="create">Makes it.</param>
    public TTable Table<TTable>(Func<FortranLibrary, TTable> create) where TTable : class
    {
        ArgumentNullException.ThrowIfNull(create);
        if (_tables.TryGetValue(typeof(TTable), out object? known)) return (TTable)known;
        TTable made = create(this);
        _tables[typeof(TTable)] = made;
        return made;
    }

    /// <summary>Address of a procedure of a module's companion, as <c>distarray wrap</c> names it.</summary>
    /// <param name="module">Name of the module.</param>
    /// <param name="name">Name of the procedure after that of the module.</param>
    /// <exception cref="MissingMethodException">The library does not export it.</exception>
    /// <exception cref="ObjectDisposedException">The library was disposed.</exception>
    public nint Entry(string module, string name)
    {
        ThrowIfDisposed();
        string symbol = EntryName(module, name);
        if (_entries.TryGetValue(symbol, out nint known)) return known;
        return _entries[symbol] = TryFindSymbol(symbol, out nint address) ? address : throw new MissingMethodException(
            $"The core {Name} ({Path}) does not export {symbol}: the companion of module {module} is of another run of `distarray wrap` than the class. Build both anew.");
    }

    /// <summary>The variable that a procedure of a companion shows, made once.</summary>
    internal TVariable Variable<TVariable>(nint entry, Func<nint, TVariable> create) where TVariable : class
    {
        if (_variables.TryGetValue(entry, out object? known)) return (TVariable)known;
        TVariable made = create(entry);
        _variables[entry] = made;
        return made;
    }

    internal static string EntryName(string module, string name) => $"daw_{module}_{name}";

    /// <summary>Calls a procedure of a companion.</summary>
    internal void CallWrapper(nint entry, string procedure, void** arguments, int count)
    {
        ThrowIfDisposed();
        EnterCall();
        FortranThread thread = FortranThread.Current;
        FortranLibrary? outer = thread.EnterCall(this);
        DaStatus status = NativeFortran.WrapperCall((void*)_pointer, (void*)entry, arguments, count, out long generation);
        thread.LeaveCall(outer);
        LeaveCall();
        if (status != DaStatus.Ok || generation != _generation) EndCall(thread, status, generation, procedure);
        thread.ThrowPending();
    }

    /// <summary>Pending arrays that read the memory will be computed before the core writes.</summary>
    internal void Follow(IFortranMemory memory)
    {
        _memories.RemoveAll(known => !known.TryGetTarget(out _));
        _memories.Add(new WeakReference<IFortranMemory>(memory));
    }

    /// <summary>An array of all ranks' parts; errors are agreed upon.</summary>
    internal DistArray<T> Wrap<T>(ref InferredDistribution? known, Func<(FortranArray Array, LocalBlock<T> Block)> find) where T : unmanaged
    {
        FortranArray? array = null;
        LocalBlock<T>? block = null;
        Exception? problem = null;
        try
        {
            ThrowIfDisposed();
            (array, block) = find();
        }
        catch (Exception e)
        {
            problem = e;
        }
        int worst = Communicator.Allreduce(problem is not null ? Failed : array!.HasBoundsOf(known?.Array) ? Unchanged : Changed, Operation<int>.Max);
        if (worst == Failed) ThrowOnEveryRank(problem);
        if (worst == Changed) known = new InferredDistribution(array!, Infer(array!));
        return DistArray<T>.Wrap(known!.Distribution, block!);
    }

    private void EndCall(FortranThread thread, DaStatus status, long generation, string procedure)
    {
        Exception? failure = status == DaStatus.Ok ? null : Failure(status, procedure);
        FollowChanges(status, generation);
        thread.ThrowPending();
        if (failure is not null) throw failure;
    }
}
