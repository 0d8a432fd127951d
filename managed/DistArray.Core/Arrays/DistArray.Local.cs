using System.Numerics.Tensors;

namespace DistArray;

public sealed unsafe partial class DistArray<T>
{
    /// <summary>What this rank owns, without halo: a view.</summary>
    /// <remarks>Local. Computes a pending array, and counts as a write: pending arrays that read this one are computed before.</remarks>
    /// <exception cref="NotSupportedException">The array is a view whose elements are at no equal distances in memory. Take a Copy().</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    public LocalView<T> LocalView
    {
        get
        {
            LocalView<T> view = LocalViewWithHalo;
            for (int axis = 0; axis < NDim; axis++)
            {
                if (Distribution.HaloLow[axis] + Distribution.HaloHigh[axis] > 0)
                    view = view.Slice(axis, Distribution.HaloLow[axis], Distribution.LocalShape[axis]);
            }
            return view;
        }
    }

    /// <summary>What this rank stores, with its halo: a view.</summary>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    public LocalView<T> LocalViewWithHalo => Block.View;

    /// <summary>What this rank owns as the platform's tensor: a view.</summary>
    /// <exception cref="NotSupportedException">A tensor span cannot express it: a stride is negative, or the elements reach beyond 2^31 of them.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    public TensorSpan<T> Local
    {
        get
        {
            LocalView<T> view = LocalView;
            if (view.NDim == 0) return new TensorSpan<T>(new Span<T>(view.Pointer, 1), [], []);
            var lengths = new nint[view.NDim];
            var strides = new nint[view.NDim];
            long reach = 1;
            for (int axis = 0; axis < view.NDim; axis++)
            {
                if (view.Strides[axis] < 0 && view.Shape[axis] > 1)
                    throw new NotSupportedException($"Local: axis {axis} has the stride {view.Strides[axis]}, and TensorSpan knows no negative strides. Use LocalView.");
                lengths[axis] = view.Shape[axis];
                strides[axis] = view.Shape[axis] > 1 ? (nint)view.Strides[axis] : 0;
                reach += Math.Max(0, view.Shape[axis] - 1) * (long)strides[axis];
            }
            if (view.Size == 0) return new TensorSpan<T>(new T[1], lengths, new nint[view.NDim]); // one element that no index reaches: an empty span is refused
            if (reach > int.MaxValue) throw new NotSupportedException($"Local: the elements reach over {reach} places of memory, more than a TensorSpan takes. Use LocalView.");
            return new TensorSpan<T>(new Span<T>(view.Pointer, (int)reach), lengths, strides);
        }
    }

    /// <summary>What this rank owns as a span, in the order of memory: a view.</summary>
    /// <exception cref="InvalidOperationException">The elements do not lie without gaps.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks>A span does not keep the array alive: dispose of the array after its last use (<c>using</c>), or call <see cref="GC.KeepAlive"/>.</remarks>
    public Span<T> LocalSpan => LocalView.Span;

    /// <summary>Copies what this rank owns in row-major order (last index fastest).</summary>
    /// <returns>A new array.</returns>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    public T[] LocalToArray()
    {
        Evaluate();
        var copy = new T[Distribution.LocalSize];
        long[] strides = StridedLayout.Contiguous(LocalShape, MemoryOrder.RowMajor, out _);
        for (int axis = 0; axis < NDim; axis++) strides[axis] *= sizeof(T);
        fixed (T* to = copy) Run(Fusing.Fuse(this, Distribution), new LocalOperand((nint)to, strides));
        return copy;
    }

    /// <summary>Sets every element that this rank owns; on all ranks, every element of the array.</summary>
    /// <param name="value">The value.</param>
    /// <exception cref="InvalidOperationException">This array is read-only: a broadcast view.</exception>
    /// <exception cref="ObjectDisposedException">The array or its memory is gone.</exception>
    /// <remarks>Local. The halo stays as it is.</remarks>
    public void Fill(T value)
    {
        ThrowIfReadOnly();
        if (_picks is null) LocalView.Fill(value);
        else Store(Fusing.Fuse((DistArray<T>)value, Distribution));
    }
}
