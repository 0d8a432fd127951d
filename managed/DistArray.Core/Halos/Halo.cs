namespace DistArray;

/// <summary>Exchange of the halos of several arrays at once, of any element types.</summary>
/// <remarks>
/// <para>A ghost gets the element of its global index from the rank that owns it, also where that is no neighbour because the halo is wider than the neighbour's
/// part. At the ends of periodic axes indices wrap around; what ghosts beyond physical ends become <see cref="HaloOptions"/> says. Ranks that hold the same
/// elements each exchange within their own copy. Ghosts of an axis of size 0 stay as they are.</para>
/// <para>Plans are made when a distribution is first exchanged in a way, with one duplicate of each communicator, and found again by the
/// <see cref="Distribution"/> object: use one for all arrays that are alike. Whether something is exchanged does not depend on what was written: every call exchanges.</para>
/// <para>Ranks of one node exchange through memory that both map, and read large faces without gaps of arrays that were made here (not of foreign ones) in place; the
/// environment variable DISTARRAY_SHARED_MEMORY=0 keeps a process from it. All others exchange messages of a communicator of their own.</para>
/// <para>Arrays that share one distribution object are exchanged with one message a neighbour, faces of 32 KiB and more with one each.</para>
/// </remarks>
public static class Halo
{
    /// <summary>Copies owned elements to the ghosts of them.</summary>
    /// <param name="arrays">The arrays, in the same order on every rank.</param>
    /// <exception cref="ObjectDisposedException">An array or its memory is gone here; ranks that wait for it throw <see cref="CommunicationException"/>.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static void Update(params ReadOnlySpan<IHaloArray> arrays) => Update(null, arrays);

    /// <summary>Copies owned elements to the ghosts of them.</summary>
    /// <param name="options">Corners and physical boundaries, the same on every rank; the default if null.</param>
    /// <param name="arrays">The arrays, in the same order on every rank.</param>
    /// <exception cref="ArgumentException">The options do not fit the arrays.</exception>
    /// <exception cref="ObjectDisposedException">An array or its memory is gone here; ranks that wait for it throw <see cref="CommunicationException"/>.</exception>
    /// <exception cref="RankFailedException">A function that sets ghosts threw; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static void Update(HaloOptions? options, params ReadOnlySpan<IHaloArray> arrays) => Run(options, arrays, adds: false);

    /// <summary>Starts to copy owned elements to the ghosts of them.</summary>
    /// <param name="arrays">The arrays, in the same order on every rank.</param>
    /// <returns>The update, to be ended.</returns>
    /// <remarks><b>Collective.</b></remarks>
    public static HaloUpdate BeginUpdate(params ReadOnlySpan<IHaloArray> arrays) => BeginUpdate(null, arrays);

    /// <summary>Starts to copy owned elements to the ghosts of them.</summary>
    /// <param name="options">Corners and physical boundaries, the same on every rank; the default if null.</param>
    /// <param name="arrays">The arrays, in the same order on every rank.</param>
    /// <returns>The update, to be ended.</returns>
    /// <exception cref="ArgumentException">The options do not fit the arrays.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static HaloUpdate BeginUpdate(HaloOptions? options, params ReadOnlySpan<IHaloArray> arrays) => new(Begin(options, arrays, adds: false));

    /// <summary>Adds the ghosts to the elements that they are ghosts of, and sets them to 0: the adjoint of <see cref="Update(ReadOnlySpan{IHaloArray})"/>.</summary>
    /// <param name="arrays">The arrays, in the same order on every rank.</param>
    /// <exception cref="NotSupportedException">Elements of a type cannot be added.</exception>
    /// <exception cref="ObjectDisposedException">An array or its memory is gone here; ranks that wait for it throw <see cref="CommunicationException"/>.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public static void Accumulate(params ReadOnlySpan<IHaloArray> arrays) => Accumulate(null, arrays);

    /// <summary>Adds the ghosts to the elements that they are ghosts of, and sets them to 0: the adjoint of an update with the same options.</summary>
    /// <param name="options">Corners and physical boundaries, the same on every rank; the default if null. Ghosts beyond ends that are mirrored or copies of the
    /// edge are added where they came from; those that are untouched, fixed or set by a function stay as they are.</param>
    /// <param name="arrays">The arrays, in the same order on every rank.</param>
    /// <exception cref="ArgumentException">The options do not fit the arrays.</exception>
    /// <exception cref="NotSupportedException">Elements of a type cannot be added.</exception>
    /// <exception cref="ObjectDisposedException">An array or its memory is gone here; ranks that wait for it throw <see cref="CommunicationException"/>.</exception>
    /// <remarks><b>Collective.</b> Contributions are added in the order: own ghosts, then the other ranks' in ascending order. Integers wrap around.</remarks>
    public static void Accumulate(HaloOptions? options, params ReadOnlySpan<IHaloArray> arrays) => Run(options, arrays, adds: true);

    private static void Run(HaloOptions? options, ReadOnlySpan<IHaloArray> arrays, bool adds)
    {
        if (arrays.Length != 1)
        {
            new HaloUpdate(Begin(options, arrays, adds)).End();
            return;
        }
        Check(arrays, adds);
        HaloPlan plan = HaloPlans.Get(arrays[0].Distribution, options, out HaloRules rules);
        if (options is not null) rules.CheckType(arrays[0].HaloElementType);
        HaloExchange exchange = plan.Rent();
        exchange.Begin(arrays, rules, adds);
        exchange.End();
    }

    // One exchange for each distribution object, in the order of their first arrays: alike on every rank.
    private static HaloExchange[] Begin(HaloOptions? options, ReadOnlySpan<IHaloArray> arrays, bool adds)
    {
        Check(arrays, adds);
        var groups = new List<(Distribution Distribution, List<IHaloArray> Arrays)>();
        foreach (IHaloArray array in arrays)
        {
            int index = groups.FindIndex(group => ReferenceEquals(group.Distribution, array.Distribution));
            if (index >= 0) groups[index].Arrays.Add(array);
            else groups.Add((array.Distribution, [array]));
        }
        (HaloPlan Plan, HaloRules Rules)[] plans = [.. groups.Select(group => (HaloPlans.Get(group.Distribution, options, out HaloRules rules), rules))];
        for (int i = 0; i < plans.Length; i++)
            foreach (IHaloArray array in groups[i].Arrays) plans[i].Rules.CheckType(array.HaloElementType);
        var exchanges = new HaloExchange[plans.Length];
        for (int i = 0; i < plans.Length; i++)
        {
            exchanges[i] = plans[i].Plan.Rent();
            exchanges[i].Begin(groups[i].Arrays.ToArray(), plans[i].Rules, adds);
        }
        return exchanges;
    }

    private static void Check(ReadOnlySpan<IHaloArray> arrays, bool adds)
    {
        foreach (IHaloArray array in arrays)
        {
            ArgumentNullException.ThrowIfNull(array, nameof(arrays));
            if (adds && !BoxAdd.IsFor(array.HaloElementType))
                throw new NotSupportedException($"AccumulateHalo: elements of {ElementTypes.NameOf(array.HaloElementType)} cannot be added. Use AsType, or integers.");
            array.BeforeWrite();
        }
    }
}
