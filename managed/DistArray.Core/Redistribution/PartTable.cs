namespace DistArray;

/// <summary>Something for parts by their number: in an array where as many may be asked for, else in a dictionary.</summary>
internal readonly struct PartTable<T> where T : class
{
    private const int Few = 1024;

    private readonly T?[]? _all;
    private readonly SortedDictionary<int, T>? _some;

    /// <summary>Makes an empty table.</summary>
    /// <param name="parts">Number of parts.</param>
    /// <param name="asked">How often one may be asked for at most.</param>
    public PartTable(int parts, int asked)
    {
        if (parts <= Math.Max(Few, asked)) _all = new T?[parts];
        else _some = [];
    }

    public T? this[int part]
    {
        get => _all is not null ? _all[part] : _some!.GetValueOrDefault(part);
        set
        {
            if (_all is not null) _all[part] = value;
            else _some![part] = value!;
        }
    }

    /// <summary>Those that are there, by ascending number.</summary>
    public IEnumerable<T> All() => _all is not null ? _all.OfType<T>() : _some!.Values;
}
