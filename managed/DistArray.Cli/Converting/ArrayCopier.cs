using DistArray.Cli.Files;
using DistArray.Cli.Ranks;

namespace DistArray.Cli.Converting;

/// <summary>Reads arrays part by part, with their new element types.</summary>
internal sealed class ArrayCopier(ArrayFile source, ICommunicator world, Progress progress, IReadOnlyList<Conversion> conversions)
{
    private readonly double _total = Math.Max(1, conversions.Sum(one => (double)one.Source.Size));
    private double _done;

    /// <summary>The ranks.</summary>
    public ICommunicator World { get; } = world;

    /// <summary>Compares the checksums of what is then read in parts.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public void Verify()
    {
        foreach (Conversion one in conversions.Where(one => !one.Source.IsReadWhole)) source.Verify(one.Source);
    }

    /// <summary>Hands over the parts of an array.</summary>
    /// <typeparam name="T">The new element type.</typeparam>
    /// <param name="conversion">The array.</param>
    /// <param name="order">Order in which the parts follow each other.</param>
    /// <param name="take">Takes a part and its indices; it is gone afterwards.</param>
    /// <remarks><b>Collective.</b></remarks>
    public void Each<T>(Conversion conversion, MemoryOrder order, Action<DistArray<T>, AxisIndex[]> take) where T : unmanaged =>
        ElementTypes.Invoke(conversion.Source.Type, new Reading<T>(this, conversion, order, take));

    /// <summary>Reads an array as a whole.</summary>
    /// <remarks><b>Collective.</b></remarks>
    public DistArray<T> Whole<T>(Conversion conversion) where T : unmanaged
    {
        DistArray<T> whole = Np.Empty<T>(Parts.Distribute(World, conversion.Source.Shape));
        Each<T>(conversion, conversion.Source.Order, (part, indices) =>
        {
            using DistArray<T> view = whole[indices];
            view.Assign(part);
        });
        return whole;
    }

    private sealed class Reading<T>(ArrayCopier copier, Conversion conversion, MemoryOrder order, Action<DistArray<T>, AxisIndex[]> take) : IElementFunction<bool> where T : unmanaged
    {
        public bool Invoke<TSource>() where TSource : unmanaged
        {
            StoredArray array = conversion.Source;
            int bytes = Math.Max(ElementTypes.SizeOf(array.Type), ElementTypes.SizeOf(conversion.Type));
            foreach (ArrayPart box in Parts.Of(array, order, bytes, copier.World.Size))
            {
                copier.Report(array.Name, 0);
                AxisIndex[] indices = box.Indices;
                using DistArray<TSource> part = Np.Empty<TSource>(Parts.Distribute(copier.World, box.Shape));
                copier.Read(array, part, indices);
                if (part is DistArray<T> same) take(same, indices);
                else
                {
                    using DistArray<T> converted = part.AsType<T>();
                    take(converted, indices);
                }
                copier.Report(array.Name, part.Size);
            }
            return true;
        }
    }

    private void Read<T>(StoredArray array, DistArray<T> part, AxisIndex[] indices) where T : unmanaged => source.Read(array, part, indices);

    private void Report(string name, long elements)
    {
        _done += elements;
        progress.Report(_done / _total, name.Length == 0 ? source.Path : name);
    }
}
