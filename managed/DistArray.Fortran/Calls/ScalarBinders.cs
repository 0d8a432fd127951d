using System.Runtime.CompilerServices;
using System.Text;
using DistArray.Mpi;

namespace DistArray.Fortran;

/// <summary>A scalar, by value.</summary>
internal sealed unsafe class ValueBinder<T> : ArgumentBinder where T : unmanaged
{
    public override int Passing { get; } = (int)ElementTypes.Of<T>();

    public override void Bind(object value, ref ArgumentSlot slot) => *(T*)slot.Value = Unsafe.Unbox<T>(value);
}

/// <summary>A scalar, by reference.</summary>
internal sealed unsafe class RefBinder<T> : PointerBinder where T : unmanaged
{
    public override int ExtraBytes(object value) => sizeof(T);

    protected override void* AddressOf(object value, ref ArgumentSlot slot)
    {
        *(T*)slot.Extra = ((Ref<T>)value).Value;
        return slot.Extra;
    }

    public override void Finish(object value, ref ArgumentSlot slot) => ((Ref<T>)value).Value = *(T*)slot.Extra;
}

/// <summary>A communicator: its Fortran handle, by value.</summary>
internal sealed unsafe class CommunicatorBinder : ArgumentBinder
{
    public override int Passing => (int)ElementType.Int32;

    public override void Bind(object value, ref ArgumentSlot slot) => *(int*)slot.Value = ((Communicator)value).FortranHandle;
}

/// <summary>A text: UTF-8, ended by a zero.</summary>
internal sealed unsafe class TextBinder : PointerBinder
{
    public override int ExtraBytes(object value) => Encoding.UTF8.GetMaxByteCount(((string)value).Length) + 1;

    protected override void* AddressOf(object value, ref ArgumentSlot slot)
    {
        var text = (string)value;
        if (text.Contains('\0'))
            throw new ArgumentException("The text contains a zero character, which would end it in Fortran. Remove it.", nameof(value));
        var room = new Span<byte>(slot.Extra, ExtraBytes(value));
        room[Encoding.UTF8.GetBytes(text, room)] = 0;
        return slot.Extra;
    }
}

/// <summary>An address as it is.</summary>
internal sealed unsafe class AddressBinder : PointerBinder
{
    protected override void* AddressOf(object value, ref ArgumentSlot slot) => (void*)(nint)value;
}

/// <summary>An optional argument that is absent: a null pointer.</summary>
internal sealed unsafe class AbsentBinder : PointerBinder
{
    protected override void* AddressOf(object value, ref ArgumentSlot slot) => null;
}

/// <summary>A procedure.</summary>
internal sealed unsafe class CallbackBinder : PointerBinder
{
    protected override void* AddressOf(object value, ref ArgumentSlot slot) => (void*)((FortranCallback)value).Address;
}
