using DistArray.Bindings;

namespace DistArray.Fortran;

/// <summary>What is passed as an address.</summary>
internal abstract unsafe class PointerBinder : ArgumentBinder
{
    public sealed override int Passing => (int)DaFortranPassing.Pointer;

    public sealed override void Bind(object value, ref ArgumentSlot slot) => *(void**)slot.Value = AddressOf(value, ref slot);

    /// <summary>The address to pass.</summary>
    /// <param name="value">The argument.</param>
    /// <param name="slot">Its place, with the extra bytes.</param>
    protected abstract void* AddressOf(object value, ref ArgumentSlot slot);
}
