namespace DistArray;

public sealed partial class DistArray<T> : IHaloArray
{
    ElementType IHaloArray.HaloElementType => ElementTypes.Of<T>();

    /// <summary>Copies owned elements to the ghosts of them, on this and on other ranks.</summary>
    /// <param name="options">Corners and physical boundaries, the same on every rank; the default if null.</param>
    /// <exception cref="ArgumentException">The options do not fit the array.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone here; ranks that wait for it throw <see cref="CommunicationException"/>.</exception>
    /// <exception cref="RankFailedException">A function that sets ghosts threw; thrown on every rank alike.</exception>
    /// <remarks><b>Collective.</b> Messages between ranks that share an edge of their parts; see <see cref="Halo"/>.</remarks>
    public void UpdateHalo(HaloOptions? options = null) => Halo.Update(options, this);

    /// <summary>Starts to copy owned elements to the ghosts of them; what needs no ghosts may be computed meanwhile.</summary>
    /// <param name="options">Corners and physical boundaries, the same on every rank; the default if null.</param>
    /// <returns>The update, to be ended.</returns>
    /// <exception cref="ArgumentException">The options do not fit the array.</exception>
    /// <remarks><b>Collective.</b></remarks>
    public HaloUpdate BeginUpdateHalo(HaloOptions? options = null) => Halo.BeginUpdate(options, this);

    /// <summary>Adds the ghosts to the elements that they are ghosts of, and sets them to 0: the adjoint of <see cref="UpdateHalo"/>.</summary>
    /// <param name="options">Corners and physical boundaries, the same on every rank; the default if null.</param>
    /// <exception cref="ArgumentException">The options do not fit the array.</exception>
    /// <exception cref="NotSupportedException">The elements cannot be added.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone here; ranks that wait for it throw <see cref="CommunicationException"/>.</exception>
    /// <remarks><b>Collective.</b> Ghosts beyond physical ends that are untouched, fixed or set by a function stay as they are.</remarks>
    public void AccumulateHalo(HaloOptions? options = null) => Halo.Accumulate(options, this);

    // A shift brings ghosts that pending arrays may read, but changes none: it says nothing of a write.
    unsafe void IHaloArray.Locate(ref HaloField field)
    {
        LocalBlock<T> block = StridedStorage();
        field.Base = (byte*)block.Pointer;
        field.Order = Order;
        field.KeepAlive = block.Owner;
        for (int axis = 0; axis < NDim; axis++) field.ByteStrides[axis] = block.Strides[axis] * sizeof(T);
    }

    void IHaloArray.BeforeWrite() => _block?.Owner.BeforeWrite();

    /// <summary>What this rank stores, for whoever does not write to it.</summary>
    internal LocalBlock<T> StoredBlock => StridedStorage();

    void IHaloArray.SetEnds(HaloRules rules) => HaloEnds.Set(LocalViewWithHalo, Distribution, rules);
}
