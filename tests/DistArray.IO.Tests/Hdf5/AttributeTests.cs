using System.Numerics;
using DistArray.Testing;

namespace DistArray.IO.Tests;

/// <summary>Attributes, as h5py writes and reads them.</summary>
public class AttributeTests
{
    [MpiTest(1, 2, 3)]
    public void Set_ValuesAndTexts_AreWhatH5pyReads(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.Attributes.Set("time", 1.0);
            file.Attributes.Set("time", 0.1 + 0.2);
            file.Attributes.Set("step", 9007199254740993);
            file.Attributes.Set("model", "Hasegawa–Wakatani");
            file.Attributes.Set("empty", "");
            file.Attributes.Set("names", (string[])["density", "", "Ω"]);
            file.Attributes.Set("box", (ReadOnlySpan<double>)[1.5, -2.5, 3.5]);
            file.Attributes.Set("none", ReadOnlySpan<int>.Empty);
            file.Attributes.Set("periodic", true);
            file.Attributes.Set("amplitude", new Complex(1.5, -2.5));
            file.CreateGroup("a/b").Attributes.Set("depth", (byte)2);
            using DistArray<double> array = Cases.Arange(new Distribution(world, [5]));
            file.Write("a/x", array).Attributes.Set("unit", "m/s");
        });
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1]) as f:
                a = f.attrs
                assert a['time'] == 0.1 + 0.2 and a['time'].dtype == 'f8' and np.shape(a['time']) == ()
                assert a['step'] == 9007199254740993 and a['step'].dtype == 'i8'
                assert a['model'] == 'Hasegawa–Wakatani' and a['empty'] == ''
                assert list(a['names']) == ['density', '', 'Ω']
                assert np.array_equal(a['box'], [1.5, -2.5, 3.5]) and a['none'].shape == (0,) and a['none'].dtype == 'i4'
                assert a['periodic'] is np.True_ or a['periodic'] == True and a['periodic'].dtype == bool
                assert a['amplitude'] == 1.5 - 2.5j
                assert f['a/b'].attrs['depth'] == 2 and f['a/x'].attrs['unit'] == 'm/s'
            """, folder["a.h5"]);
    }

    [MpiTest(1, 2)]
    public void Get_AttributesOfH5py_AreTheirValues(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1], 'w') as f:
                f.attrs['x'] = 2.5
                f.attrs['n'] = 7
                f.attrs['text'] = 'größer'
                f.attrs['fixed'] = np.bytes_('ab')
                f.attrs['texts'] = ['one', 'three']
                f.attrs['row'] = np.arange(4) / 4
                f.attrs['table'] = np.arange(6, dtype='>i4').reshape(2, 3)
                f.attrs['flag'] = np.bool_(True)
            """, folder["a.h5"]);
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        Hdf5Attributes attributes = file.Attributes;
        Assert.That(attributes.Get<double>("x"), Is.EqualTo(2.5));
        Assert.That(attributes.Get<long>("n"), Is.EqualTo(7));
        Assert.That(attributes.GetString("text"), Is.EqualTo("größer"));
        Assert.That(attributes.GetString("fixed"), Is.EqualTo("ab"));
        Assert.That(attributes.GetStrings("texts"), Is.EqualTo((string[])["one", "three"]));
        Assert.That(attributes.GetArray<double>("row"), Is.EqualTo((double[])[0, 0.25, 0.5, 0.75]));
        Assert.That(attributes.GetArray<int>("table"), Is.EqualTo((int[])[0, 1, 2, 3, 4, 5]));
        Assert.That(attributes.Get<bool>("flag"), Is.True);
        Assert.That(attributes.GetNames(), Is.EqualTo((string[])["fixed", "flag", "n", "row", "table", "text", "texts", "x"]));
        Assert.That(attributes.Contains("x"), Is.True);
        Assert.That(attributes.Contains("y"), Is.False);
    }

    [MpiTest(1, 2)]
    public void Get_WhatIsNotThere_SaysWhatIs(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Hdf5File.Save(folder["a.h5"], world, file =>
        {
            file.Attributes.Set("time", 1.5);
            file.Attributes.Set("row", (ReadOnlySpan<int>)[1, 2]);
        });
        using Hdf5File file = Hdf5File.Open(folder["a.h5"], world);
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.Attributes.Get<double>("tme")).Message, Does.Contain("no attribute tme").And.Contain("row, time"));
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.Attributes.Get<long>("time")).Message, Does.Contain("is float64, and int64"));
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.Attributes.GetString("time")).Message, Does.Contain("is float64, and text"));
        Assert.That(Cases.ThrowsAlike<Hdf5Exception>(world, () => file.Attributes.Get<int>("row")).Message, Does.Contain("holds 2 values"));
        Assert.That(file.Attributes.Get<double>("time"), Is.EqualTo(1.5), "the file stays usable");
    }

    [MpiTest(1, 2, 3)]
    public void CopyTo_OfWhatH5pyWrote_IsTheSameInTheOtherFile(ICommunicator world)
    {
        using var folder = new SharedFolder(world);
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1] + '/a.h5', 'w', libver='latest') as f:
                a = f.create_dataset('x', data=np.arange(5.)).attrs
                a['unit'] = 'größer'
                a['table'] = np.arange(6, dtype='>i4').reshape(2, 3)
                a['pair'] = np.array((7, b'ab'), dtype=[('n', 'u2'), ('s', 'S3')])
                rows = np.empty(2, dtype=object); rows[0] = np.arange(3); rows[1] = np.arange(20_000)
                a.create('rows', rows, dtype=h5py.vlen_dtype('i4'))
                a['own'] = 'not wanted'
                a['to'] = f.ref
                a['large'] = np.arange(10_000.)
            """, folder.Path);
        using (Hdf5File source = Hdf5File.Open(folder["a.h5"], world))
        {
            Hdf5File.Save(folder["b.h5"], world, file =>
            {
                Hdf5Group group = file.CreateGroup("g");
                group.Attributes.Set("unit", "older");
                group.Attributes.Set("kept", 1.5);
                Assert.That(source.OpenDataset("x").Attributes.CopyTo(group, "own"), Is.EqualTo(new[] { "large", "to" }));
            });
            Assert.That(Cases.ThrowsAlike<InvalidOperationException>(world, () => source.OpenDataset("x").Attributes.CopyTo(source)).Message, Does.Contain("is open for reading"));
        }
        Outside.RunPython(world, """
            with h5py.File(sys.argv[1] + '/a.h5') as f, h5py.File(sys.argv[1] + '/b.h5') as g:
                a, b = f['x'].attrs, g['g'].attrs
                assert set(b) == {'unit', 'table', 'pair', 'rows', 'kept'} and b['kept'] == 1.5
                for name in set(b) - {'kept'}:
                    assert a.get_id(name).get_type() == b.get_id(name).get_type() and a.get_id(name).shape == b.get_id(name).shape, name
                    assert repr(a[name]) == repr(b[name]), name
                assert (b['rows'][1] == np.arange(20_000)).all()
            """, folder.Path);
    }
}
