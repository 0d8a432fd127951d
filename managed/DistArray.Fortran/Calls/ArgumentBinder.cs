namespace DistArray.Fortran;

/// <summary>How values of one .NET type are passed to Fortran.</summary>
internal abstract unsafe class ArgumentBinder
{
    /// <summary>An <see cref="ElementType"/> that is passed by value, or the number of a pointer.</summary>
    public abstract int Passing { get; }

    /// <summary>Bytes that are needed beside the value itself.</summary>
    /// <param name="value">The argument.</param>
    public virtual int ExtraBytes(object value) => 0;

    /// <summary>Writes what is passed.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="slot">Where to.</param>
    public abstract void Bind(object value, ref ArgumentSlot slot);

    /// <summary>Takes back what Fortran left; the call has ended, well or not.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="slot">Where <see cref="Bind"/> wrote.</param>
    public virtual void Finish(object value, ref ArgumentSlot slot) => GC.KeepAlive(value);
}
