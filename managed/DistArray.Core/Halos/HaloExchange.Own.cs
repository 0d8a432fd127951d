namespace DistArray;

internal sealed unsafe partial class HaloExchange
{
    // Ghosts of this rank's own elements.
    private void CopyOwn()
    {
        if (plan.Copies.Length == 0) return;
        int ndim = plan.Copies[0].Ghost.Shape.Length;
        Span<long> ghostStrides = stackalloc long[ndim], ownedStrides = stackalloc long[ndim];
        foreach ((HaloBox ghost, HaloBox owned) in plan.Copies)
        {
            foreach (ref HaloField field in Fields)
            {
                Strides(field, ghost, ghostStrides);
                Strides(field, owned, ownedStrides);
                if (_adds) BoxAdd.Run(field.Type, field.AddressOf(owned), ownedStrides, field.AddressOf(ghost), ghostStrides, ghost.Shape);
                else HaloCopy.Run(field.AddressOf(ghost), ghostStrides, field.AddressOf(owned), ownedStrides, ghost.Shape, field.ElementSize);
            }
        }
    }

    // What is left when all messages have come and gone.
    private void Conclude()
    {
        try
        {
            if (_adds)
            {
                foreach (HaloPeer peer in plan.Receives)
                    foreach (HaloBox box in peer.Boxes) Clear(box);
                foreach ((HaloBox ghost, _) in plan.Copies) Clear(ghost);
            }
            else if (_rules.HasEnds)
            {
                for (int f = 0; f < _count; f++) _arrays[f].SetEnds(_rules);
            }
        }
        catch (Exception exception)
        {
            _failure = exception;
        }
    }

    private void Clear(HaloBox box)
    {
        ReadOnlySpan<byte> zero = stackalloc byte[16];
        Span<long> strides = stackalloc long[box.Shape.Length], none = stackalloc long[box.Shape.Length];
        none.Clear();
        foreach (ref HaloField field in Fields)
        {
            Strides(field, box, strides);
            fixed (byte* element = zero) HaloCopy.Run(field.AddressOf(box), strides, element, none, box.Shape, field.ElementSize);
        }
    }
}
