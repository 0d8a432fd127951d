using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Hard, soft and external links, deletion and listings, against h5py.</summary>
public class LinkTests
{
    [MpiTest(1, 2, 3)]
    public void CreateLinks_AreWhatH5pyFollows(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        using DistArray<double> array = Cases.Arange(new Distribution(world, [5, 4]));
        array.Save(folder["other.h5"], "deep/u");
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.Write("fields/u", array);
            file.CreateSoftLink("soft", "/fields/u");
            file.CreateSoftLink("nowhere", "/fields/w");
            file.OpenGroup("fields").CreateHardLink("again/u", "u");
            file.CreateExternalLink("outside", "other.h5", "/deep/u");
            file.Write("scratch/x", array);
            file.Delete("scratch");
            file.CreateHardLink("v", "fields/u");
            file.Delete("v");
            Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.CreateSoftLink("nowhere", "/x")).Message, Does.Contain("/nowhere in the file already"));
            Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.CreateHardLink("x", "fields/w")).Message, Does.Contain("no /fields/w"));
            Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.Delete("fields/w")).Message, Does.Contain("no /fields/w"));
            Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.Write("nowhere", array)).Message, Does.Contain("/nowhere in the file already"));
            Assert.That(() => file.CreateSoftLink("y", "a\0b"), Throws.ArgumentException);
        });
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                u = np.arange(20.).reshape(5, 4)
                assert set(f) == {'fields', 'soft', 'nowhere', 'outside'}
                assert f.get('soft', getlink=True).path == '/fields/u' and np.array_equal(f['soft'][...], u)
                assert f.get('nowhere') is None and f.get('nowhere', getlink=True).path == '/fields/w'
                assert f['fields/again/u'] == f['fields/u'] and np.array_equal(f['fields/u'][...], u)
                link = f.get('outside', getlink=True)
                assert (link.filename, link.path) == ('other.h5', '/deep/u') and np.array_equal(f['outside'][...], u)
            """, folder["a.h5"]);
    }

    [MpiTest(1, 2, 3)]
    public void Read_ThroughLinksOfH5py_AndListThem(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1] + '/other.h5', 'w') as f: f['u'] = np.arange(20.).reshape(5, 4)
            with h5py.File(sys.argv[1] + '/a.h5', 'w') as f:
                f['u'] = np.arange(20.).reshape(5, 4)
                f['g/hard'] = f['u']
                f['g/soft'] = h5py.SoftLink('/u')
                f['g/relative'] = h5py.SoftLink('hard')
                f['g/nowhere'] = h5py.SoftLink('/w')
                f['g/outside'] = h5py.ExternalLink('other.h5', '/u')
                f['g/lost'] = h5py.ExternalLink('none.h5', '/u')
                f['g/type'] = np.dtype('f4')
                f['g/words'] = 'text'
                f.create_group('g/h')
            """, folder.Path);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        foreach (string name in (string[])["g/hard", "g/soft", "g/relative", "g/outside"])
        {
            using DistArray<double> read = file.Read<double>(name, new Distribution(world, [5, 4], "nb"));
            Cases.AssertArange(read, name);
        }
        Assert.That(file.Contains("g/nowhere"), Is.False);
        Assert.That(file.Contains("g/lost"), Is.False);
        Assert.That(file.Contains("g/outside"), Is.True);
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.OpenDataset("g/lost")).Message, Does.Contain("no dataset /g/lost"));
        Assert.That(file.OpenGroup("g").GetEntries().Select(entry => entry.ToString()), Is.EqualTo((string[])
        [
            "h: group",
            "hard: dataset (5, 4) float64",
            "lost -> none.h5:/u: nothing",
            "nowhere -> /w: nothing",
            "outside -> other.h5:/u: dataset (5, 4) float64",
            "relative -> hard: dataset (5, 4) float64",
            "soft -> /u: dataset (5, 4) float64",
            "type: datatype",
            "words: dataset () string of any length",
        ]));
        Assert.That(file.OpenGroup("g").GetEntries().Where(entry => entry.TargetFile is not null).Select(entry => (entry.Name, entry.TargetFile)), Is.EqualTo(new[] { ("lost", "none.h5"), ("outside", "other.h5") }));
        Assert.That(file.GetEntries()[0], Has.Property("Kind").EqualTo(Hdf5ObjectKind.Group).And.Property("Link").EqualTo(Hdf5LinkKind.Hard));
    }

    [MpiTest(1, 2)]
    public void Open_FileWithTenThousandDatasets_IsFast(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1], 'w') as f:
                for i in range(10000): f.create_dataset(f'd{i:05}', data=np.float64(i))
            """, folder["a.h5"]);
        Hdf5File.Open(folder["a.h5"], world).Dispose();
        var watch = System.Diagnostics.Stopwatch.StartNew();
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        double opening = watch.Elapsed.TotalSeconds;
        int count = file.GetNames().Count;
        double names = watch.Elapsed.TotalSeconds - opening;
        using DistArray<double> last = file.Read<double>("d09999", new Distribution(world, ReadOnlySpan<DimMap>.Empty));
        double reading = watch.Elapsed.TotalSeconds - opening - names;
        int entries = file.GetEntries().Count;
        double listing = watch.Elapsed.TotalSeconds - opening - names - reading;
        if (world.Rank == 0)
            TestContext.Out.WriteLine($"{world.Size} ranks: open {opening:f4} s, names {names:f4} s, read one {reading:f4} s, entries {listing:f4} s");
        Assert.That((count, entries, last.LocalToArray()[0]), Is.EqualTo((10000, 10000, 9999.0)));
        Assert.That(opening + names + reading, Is.LessThan(0.2 * 5), "with room for a loaded machine");
    }

    // Files that are made alike have their first groups at one address.
    [MpiTest(1, 2)]
    public void Entries_BeyondAnExternalLink_AreNotTakenForGroupsAbove(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            import os
            os.chdir(sys.argv[1])
            with h5py.File('a.h5', 'w') as f: f.create_group('fields')['outside'] = h5py.ExternalLink('b.h5', '/')
            with h5py.File('b.h5', 'w') as f: f.create_group('sub')['x'] = np.arange(3.)
            with h5py.File('a.h5') as a, h5py.File('b.h5') as b:
                assert h5py.h5o.get_info(a['fields'].id).addr == h5py.h5o.get_info(b['sub'].id).addr
            """, folder.Path);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        Hdf5Entry entry = file.OpenGroup("fields/outside").GetEntries().Single();
        Assert.That((entry.Name, entry.Kind, entry.Above), Is.EqualTo(("sub", Hdf5ObjectKind.Group, (string?)null)));
    }
}
