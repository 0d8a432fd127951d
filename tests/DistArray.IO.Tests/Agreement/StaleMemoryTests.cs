using DistArray.Testing;

namespace DistArray.IO.Tests.Agreement;

/// <summary>Memory that has gone on one rank alone, as a core's that was allocated anew: all ranks throw, none waits, and the older file stays.</summary>
public class StaleMemoryTests
{
    private static readonly string[] s_codes = ["bn", "nc"];       // as they lie, and by way of blocks

    [MpiTest(2, 3)]
    public void Writers_ThrowOnAllRanks(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        var writers = new (string File, Action<string, DistArray<double>> Write)[]
        {
            ("a.h5", (path, array) => array.Save(path, "u")),
            ("a.npy", (path, array) => NpyFile.Write(path, array)),
            ("a.npz", (path, array) => NpzFile.Save(path, world, file => file.Write("u", array))),
            ("a.raw", (path, array) => RawFile.Write(path, array, MemoryOrder.ColumnMajor)),
            ("a.seq", (path, array) => FortranFile.Save(path, world, FortranFormat.Sequential(), file => file.Write(array))),
            ("a.ckp", (path, array) => Checkpoint.Save(path, world, state => state.Array("u", array))),
            ("a", (path, array) => DnpyFile.Write(path, array)),
        };
        foreach (string codes in s_codes)
        {
            using var fragile = new Fragile(world, codes);
            foreach ((string file, Action<string, DistArray<double>> write) in writers)
            {
                fragile.IsGone = false;
                write(folder[file], fragile.Array);
                string[] names = folder.Names;
                fragile.IsGone = world.Rank == 1;
                Assert.That(() => write(folder[file], fragile.Array), Throws.Exception.With.Message.Contains("gone on rank 1"), $"{file} {codes}");
                Assert.That(folder.Names, Is.EqualTo(names), $"{file} {codes}");
            }
        }
    }

    [MpiTest(2, 3)]
    public void Readers_ThrowOnAllRanks(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> good = Cases.Arange(new Distribution(world, [12, 8], "bn"));
        good.Save(folder["a.h5"], "u");
        NpyFile.Write(folder["a.npy"], good);
        RawFile.Write(folder["a.raw"], good, MemoryOrder.RowMajor);
        Checkpoint.Save(folder["a.ckp"], world, state => state.Array("u", good));
        foreach (string codes in s_codes)
        {
            using var fragile = new Fragile(world, codes) { IsGone = world.Rank == 1 };
            using Hdf5File hdf5 = Hdf5File.Open(folder["a.h5"], world);
            foreach (Action read in new Action[]
            {
                () => hdf5.Read("u", fragile.Array),
                () => NpyFile.Read(folder["a.npy"], fragile.Array),
                () => RawFile.Read(folder["a.raw"], fragile.Array, MemoryOrder.RowMajor),
                () => Checkpoint.Load(folder["a.ckp"], world, state => state.Array("u", fragile.Array)),
            })
                Assert.That(() => read(), Throws.Exception.With.Message.Contains("gone on rank 1"), codes);
        }
    }

    [MpiTest(2)]
    public void Append_LeavesTheDatasetAsItWas(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var fragile = new Fragile(world, "bn");
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            Hdf5Dataset rows = file.CreateDataset<double>("u", [0, 8], new Hdf5DatasetOptions { IsExtendable = true }, 0);
            rows.Append(fragile.Array);
        });
        using (Hdf5File file = Hdf5File.OpenForUpdate(folder["a.h5"], world))
        {
            fragile.IsGone = world.Rank == 1;
            Assert.That(() => file.OpenDataset("u").Append(fragile.Array), Throws.Exception.With.Message.Contains("gone on rank 1"));
        }
        using Hdf5File read = Hdf5File.Open(folder["a.h5"], world);
        Assert.That(read.OpenDataset("u").Shape.ToArray(), Is.EqualTo(new long[] { 12, 8 }));
    }

    /// <summary>An array over memory that its owner may declare gone.</summary>
    private sealed unsafe class Fragile : IDisposable
    {
        private readonly LocalBlock<double> _memory;

        public Fragile(ICommunicator world, string codes)
        {
            var distribution = new Distribution(world, [12, 8], codes);
            _memory = LocalBlock<double>.Allocate(distribution.LocalShape);
            var foreign = new ForeignMemory(_memory.Pointer, _memory.Owner.Bytes, "u", _memory, () => IsGone ? $"The memory is gone on rank {world.Rank}." : null);
            Array = DistArray<double>.Wrap(distribution, new LocalBlock<double>(_memory.Pointer, _memory.Shape, _memory.Strides, foreign));
        }

        public DistArray<double> Array { get; }

        public bool IsGone { get; set; }

        public void Dispose()
        {
            IsGone = false;
            Array.Dispose();
            _memory.Owner.Dispose();
        }
    }
}
