using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Sets of files of DistArray for Python.</summary>
public class DnpyFileTests
{
    [MpiTest(1, 2, 3, 4)]
    public void Write_AnyDistribution_IsWhatTheOlderSystemReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        var names = new List<string>();
        foreach (long[] shape in NpyCases.Shapes)
        {
            foreach ((string kind, Distribution distribution) in NpyCases.Distributions(world, shape))
            {
                foreach (MemoryOrder memory in Enum.GetValues<MemoryOrder>())
                {
                    string name = $"{NpyCases.Text(shape)}_{kind}_{memory}";
                    using DistArray<double> array = Cases.Arange(distribution, memory);
                    if (distribution.Grid.Copies > 1)
                    {
                        Assert.That(Cases.ThrowsAlike<NotSupportedException>(world, () => DnpyFile.Write(folder[name], array)).Message, Does.Contain("the same elements"));
                        continue;
                    }
                    DnpyFile.Write(folder[name], array);
                    names.Add(name);
                    using DistArray<double> read = DnpyFile.Read<double>(folder[name], distribution);
                    Cases.AssertArange(read, name);
                }
            }
        }
        Outside.RunPython(world, OlderSystem.Functions + """
            for name in sys.argv[3:]:
                shape = tuple(int(n) for n in name.split('_')[0].split('x') if n)
                a = np.full(shape, -1.)
                for rank in range(int(sys.argv[2])):
                    dim_data, buffer = read(f'{sys.argv[1]}/{name}_{rank}.dnpy')
                    assert all('padding' not in axis and axis['size'] == n for axis, n in zip(dim_data, shape)), name
                    if shape:
                        assert np.all(a[np.ix_(*map(owned, dim_data))] == -1), name
                        a[np.ix_(*map(owned, dim_data))] = buffer
                    else:
                        a = buffer
                assert np.array_equal(a, np.arange(np.prod(shape)).reshape(shape)), name
            """, [folder.Path, $"{world.Size}", .. names]);
        Assert.That(folder.Names, Has.Length.EqualTo(names.Count * world.Size));
    }

    [MpiTest(1, 2, 3, 4)]
    public void Read_SetOfAnyNumberOfFiles_FitsAnyDistribution(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using var limits = new LoweredLimits(round: 1000, staging: world.Size == 2 ? 40 : 1 << 20);
        Outside.RunPython(world, OlderSystem.Functions + """
            a = np.arange(70.).reshape(7, 10)
            for codes, grid in {('b', 'n'): (5, 1), ('n', 'c'): (1, 4), ('c2', 'b'): (2, 3), ('u', 'c3'): (3, 2), ('u', 'u'): (2, 2), ('b', 'b'): (6, 1), ('n', 'n'): (1, 1)}.items():
                for rank, place in enumerate(itertools.product(*map(range, grid))):
                    dim_data = [axis(code, size, P, p) for code, size, P, p in zip(codes, a.shape, grid, place)]
                    ix = np.ix_(*(np.arange(n)[owned(d)] for d, n in zip(dim_data, a.shape)))
                    write(f'{sys.argv[1]}/{"".join(codes)}_{rank}.dnpy', dim_data, np.array(a[ix], '>f8' if rank % 3 == 2 else '<f8', order='CF'[rank % 2]))
            """, folder.Path);
        foreach (string set in (string[])["bn", "nc", "c2b", "uc3", "uu", "bb", "nn"])
        {
            foreach ((string kind, Distribution distribution) in Cases.Distributions(world, [7, 10]).Append(("listed", NpyCases.Unstructured(world, [7, 10]))))
            {
                using DistArray<double> array = DnpyFile.Read<double>(folder[set], distribution), columns = Np.Full(distribution, -1.0, MemoryOrder.ColumnMajor);
                Cases.AssertArange(array, $"{set} {kind}");
                DnpyFile.Read(folder[set], columns);
                Cases.AssertArange(columns, $"{set} {kind} column-major");
            }
        }
    }

    [MpiTest(1, 2, 3)]
    public void Read_PaddedSet_TakesWhatEachFileOwns(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        // Tables 7 and 8 of the protocol; what is not owned is -1.
        Outside.RunPython(world, OlderSystem.Functions + """
            for name, size, blocks in [('boundary', 18, [(0, 10, 1, 1), (8, 18, 1, 1)]), ('communication', 12, [(0, 5, 0, 1), (3, 9, 1, 1), (7, 12, 1, 0)])]:
                for p, (start, stop, left, right) in enumerate(blocks):
                    buffer = np.arange(float(start), stop)
                    if p > 0: buffer[:left] = -1
                    if p < len(blocks) - 1: buffer[len(buffer) - right:] = -1
                    write(f'{sys.argv[1]}/{name}_{p}.dnpy', [{'dist_type': 'b', 'size': size, 'proc_grid_size': len(blocks), 'proc_grid_rank': p, 'start': start, 'stop': stop, 'padding': (left, right)}], buffer)
            """, folder.Path);
        foreach ((string name, long size) in ((string, long)[])[("boundary", 18), ("communication", 12)])
        {
            using DistArray<double> array = DnpyFile.Read<double>(folder[name], new Distribution(world, [size], "c"));
            Cases.AssertArange(array, name);
        }
    }

    [MpiTest(1, 2, 3)]
    public void Read_SetThatDoesNotFitTogether_Throws(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, OlderSystem.Functions + """
            def block(start, stop, p, P=2, size=10, **more):
                return {'dist_type': 'b', 'size': size, 'proc_grid_size': P, 'proc_grid_rank': p, 'start': start, 'stop': stop, **more}
            def listed(indices, p):
                return {'dist_type': 'u', 'size': 10, 'proc_grid_size': 2, 'proc_grid_rank': p, 'indices': indices}
            def pair(name, first, second, type='f8'):
                for rank, (a, count) in enumerate([first, second]):
                    write(f'{sys.argv[1]}/{name}_{rank}.dnpy', [a], np.zeros(count, 'f8' if rank == 0 else type))
            first = (block(0, 5, 0), 5)
            pair('good', first, (block(5, 10, 1), 5))
            pair('overlap', first, (block(4, 10, 1), 6))
            pair('hole', first, (block(6, 10, 1), 4))
            pair('short', first, (block(5, 9, 1), 4))
            pair('shape', first, (block(5, 11, 1, size=11), 6))
            pair('type', first, (block(5, 10, 1), 5), 'f4')
            pair('count', first, (block(5, 10, 1, P=3), 5))
            pair('place', first, first)
            pair('kind', first, (listed([5, 6, 7, 8, 9], 1), 5))
            pair('twice', (listed([0, 1, 2, 3, 4], 0), 5), (listed([4, 5, 6, 7, 8], 1), 5))
            pair('lacks', (listed([0, 1, 2, 3, 4], 0), 5), (listed([5, 6, 7, 8], 1), 4))
            pair('buffer', first, (block(5, 10, 1), 4))
            write(sys.argv[1] + '/missing_0.dnpy', [block(0, 5, 0)], np.zeros(5))
            write(sys.argv[1] + '/many_0.dnpy', [block(0, 5, 0, P=2**30)], np.zeros(5))
            write(sys.argv[1] + '/more_0.dnpy', [block(0, 5, 0, P=2**31 - 1, size=5)] * 7, np.zeros((5,) * 7, 'i1'))
            """, folder.Path);
        var distribution = new Distribution(world, [10], "c");
        using (DistArray<double> good = DnpyFile.Read<double>(folder["good"], distribution))
            Assert.That(good.LocalToArray(), Is.All.Zero);
        string Text(string name)
        {
            using DistArray<double> array = Np.Full(distribution, 7.0);
            string message = Cases.ThrowsAlike<InvalidDataException>(world, () => DnpyFile.Read(folder[name], array)).Message;
            Assert.That(array.LocalToArray(), Is.All.EqualTo(7.0), name);
            Assert.That(message, Does.Contain(folder[name]));
            return message;
        }
        Assert.That(Text("overlap"), Does.Contain("they overlap").And.Contain("overlap_1.dnpy"));
        Assert.That(Text("hole"), Does.Contain("there is a hole"));
        Assert.That(Text("short"), Does.Contain("ends at index 9").And.Contain("hole"));
        Assert.That(Text("shape"), Does.Contain("(11,)").And.Contain("(10,)"));
        Assert.That(Text("type"), Does.Contain("float32").And.Contain("float64"));
        Assert.That(Text("count"), Does.Contain("one of 3 files"));
        Assert.That(Text("place"), Does.Contain("same place in the process grid"));
        Assert.That(Text("kind"), Does.Contain("distributed otherwise"));
        Assert.That(Text("twice"), Does.Contain("index 4").And.Contain("overlap"));
        Assert.That(Text("lacks"), Does.Contain("9 of 10").And.Contain("hole"));
        Assert.That(Text("buffer"), Does.Contain("stop - start is 5, but the buffer has 4"));
        Assert.That(Text("many"), Does.Contain("one of 1073741824 files"));
        Assert.That(Text("more"), Does.Contain("files"));
        Assert.That(Cases.ThrowsAlike<FileNotFoundException>(world, () => DnpyFile.Read<double>(folder["missing"], distribution)).Message, Does.Contain("missing_1.dnpy"));
        Assert.That(Cases.ThrowsAlike<FileNotFoundException>(world, () => DnpyFile.Read<double>(folder["none"], distribution)).Message, Does.Contain("none_0.dnpy"));
        Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => DnpyFile.Read<double>(folder["good"], new Distribution(world, [11]))).Message, Does.Contain("(10,)").And.Contain("(11,)"));
        Assert.That(Cases.ThrowsAlike<InvalidDataException>(world, () => DnpyFile.Read<int>(folder["good"], new Distribution(world, [10]))).Message, Does.Contain("int32"));
    }

    [MpiTest(1, 2)]
    public void Write_MoreIndicesThanTheHeaderHolds_SaysSo(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(NpyCases.Unstructured(world, [50_000]));
        Assert.That(Cases.ThrowsAlike<NotSupportedException>(world, () => DnpyFile.Write(folder["a"], array)).Message, Does.Contain("the format allows 65535").And.Contain("Redistribute"));
        Assert.That(folder.Names, Is.Empty);
    }
}
