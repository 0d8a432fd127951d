namespace DistArray.Cli.Tests.Tools;

/// <summary>What <c>distarray convert</c> carries from HDF5 to HDF5 besides arrays, as h5py reads it.</summary>
internal sealed class Hdf5ExtrasTests
{
    // Same type, byte order, shape and values; of texts also length and character set.
    private const string Compare = """
        def same(a, b, left=()):
            assert set(a.attrs) - set(left) == set(b.attrs), (a.name, set(a.attrs) ^ set(b.attrs))
            for name in b.attrs:
                x, y = a.attrs.get_id(name), b.attrs.get_id(name)
                assert x.get_type() == y.get_type() and x.shape == y.shape and x.get_space().get_simple_extent_type() == y.get_space().get_simple_extent_type(), (name, x.dtype, y.dtype)
                assert repr(a.attrs[name]) == repr(b.attrs[name]), (name, a.attrs[name], b.attrs[name])
        """;

    private readonly ToolFolder _folder = new();

    [OneTimeSetUp]
    public void Make() => _folder.Python("""
        with h5py.File('a.h5', 'w') as f:
            f.attrs['time'] = 0.1 + 0.2
            f.attrs['step'] = np.int64(2**53 + 1)
            f.attrs['big'] = np.arange(6, dtype='>i2').reshape(2, 3)
            f.attrs['text'] = 'größer'
            f.attrs['long'] = 'x' * 200_000
            f.attrs['texts'] = np.array([['one', ''], ['three', 'Ω']], dtype=h5py.string_dtype())
            f.attrs['fixed'] = np.bytes_('ab ')
            f.attrs['fixed texts'] = np.array([b'a', b'bcd'])
            f.attrs['none'] = np.zeros((0, 2), 'f4')
            f.attrs['empty'] = h5py.Empty('f8')
            f.attrs['flag'] = np.bool_(True)
            f.attrs['z'] = np.array([1 + 2j, 3 - 4j], 'c8')
            f.attrs['pair'] = np.array([(1, 2.5, b'q'), (3, -4.5, b'r')], dtype=[('n', 'i4'), ('x', '>f8'), ('s', 'S3')])
            f.attrs['mode'] = np.array(2, dtype=h5py.enum_dtype({'EULER': 1, 'HEUN': 2}, 'u1'))
            f.attrs['bytes'] = np.void(b'\0\1\2')
            f.attrs['matrix'] = np.array((np.eye(2),), dtype=[('m', 'f8', (2, 2))])
            rows = np.empty(2, dtype=object); rows[0] = np.arange(3.0); rows[1] = np.arange(1.0)
            f.attrs.create('rows', rows, dtype=h5py.vlen_dtype('f8'))
            f.attrs['to'] = f.ref
            f['type'] = np.dtype('>f4')
            f.attrs.create('typed', np.arange(3, dtype='f4'), dtype=f['type'])
            u = f.create_dataset('fields/u', data=np.arange(24.).reshape(4, 6))
            u.attrs['units'] = 'm/s'
            u.attrs['range'] = np.array([-1, 7], 'i4')
            f['fields/words'] = ['some', 'words']
            f['fields'].attrs['kind'] = 'flow'
            f.create_group('bare/inner').attrs['depth'] = np.uint8(2)
            f['latest'] = h5py.SoftLink('/fields/u')
            f['fields/relative'] = h5py.SoftLink('u')
            f['gone'] = h5py.SoftLink('/no/where')
            f['there'] = h5py.ExternalLink('b.h5', '/deep/v')
            f['away'] = h5py.ExternalLink('no:such.h5', 'v')
            f['rooted'] = h5py.ExternalLink('/no/such.h5', '/v')
        with h5py.File('b.h5', 'w') as f: f['deep/v'] = np.arange(5)
        """);

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase("")]
    [TestCase("-n 1")]
    [TestCase("-n 3")]
    public void Convert_OfAFile_CarriesAttributesGroupsAndLinks(string ranks)
    {
        string output = _folder.Good(["convert", "@a.h5", "@c.h5", "--force", .. ranks.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        Assert.That(output, Does.EndWith("left out: /fields/words (string of any length), /type (named type), /@to (attribute)\n"));
        _folder.Python(Compare + """

            with h5py.File('a.h5') as a, h5py.File('c.h5') as c:
                same(a, c, ['to']); same(a['fields'], c['fields']); same(a['fields/u'], c['fields/u']); same(a['bare'], c['bare']); same(a['bare/inner'], c['bare/inner'])
                assert set(a) - {'type'} == set(c) and (c['latest'][:] == np.arange(24.).reshape(4, 6)).all() and c['fields/relative'] == c['fields/u'] and c['there'][4] == 4
                for name in ('latest', 'fields/relative', 'gone'): assert c.get(name, getlink=True).path == a.get(name, getlink=True).path
                for name in ('there', 'away', 'rooted'):
                    x, y = a.get(name, getlink=True), c.get(name, getlink=True)
                    assert isinstance(y, h5py.ExternalLink) and (x.filename, x.path) == (y.filename, y.path)
            """);
    }

    [Test]
    public void Convert_ToAnotherFolder_KeepsWhereLinksLead()
    {
        Directory.CreateDirectory(_folder["sub"]);
        _folder.Good("convert", "@a.h5", "@sub/c.h5");
        _folder.Python("""
            with h5py.File('sub/c.h5') as c:
                assert c['there'][4] == 4 and c.get('there', getlink=True).filename == '../b.h5' and c.get('rooted', getlink=True).filename == '/no/such.h5'
            """);
    }

    [Test]
    public void Convert_OfOneArray_CarriesItsAttributes()
    {
        Assert.That(_folder.Good("convert", "@a.h5:fields/u", "@d.h5:/v", "--dtype", "float32", "--order", "F"), Does.Not.Contain("left out"));
        _folder.Python(Compare + """

            with h5py.File('a.h5') as a, h5py.File('d.h5') as d:
                assert set(d) == {'v'} and set(d.attrs) == set() and set(d['v'].attrs) == {'units', 'range', 'axis_order'} and d['v'].attrs['units'] == 'm/s'
                assert d['v'].dtype == 'f4' and (d['v'][:].T == np.arange(24.).reshape(4, 6)).all()
            """);
        _folder.Good("convert", "@d.h5", "@e.h5", "--order", "C");
        _folder.Python("with h5py.File('e.h5') as e: assert set(e['v'].attrs) == {'units', 'range'} and (e['v'][:] == np.arange(24.).reshape(4, 6)).all()");
    }

    [Test]
    public void Convert_OfAGroupThatIsInItself_EndsAndKeepsIt()
    {
        _folder.Python("""
            with h5py.File('circle.h5', 'w') as f: f['g/h/u'] = np.arange(3.); f['g/h/back'] = f['g']; f['g/root'] = f['/']
            """);
        Assert.That(_folder.Good("show", "@circle.h5"), Does.Contain("back  -> /g\n").And.Contain("root    -> /\n"));
        Assert.That(_folder.Good("convert", "@circle.h5", "@circle2.h5"), Is.EqualTo("@circle.h5:/g/h/u -> @circle2.h5:/g/h/u  float64 (3,)\n"));
        _folder.Python("with h5py.File('circle2.h5') as f: assert f['g/h/back'] == f['g'] and f['g/root'] == f['/'] and (f['g/h/back/h/u'][:] == np.arange(3.)).all()");
        Assert.That(_folder.Good("convert", "@circle.h5", "@circle.npz"), Does.EndWith("left out: /g/h/back (link), /g/root (link)\n"));
    }

    [Test]
    public void Convert_OfACheckpoint_IsNone()
    {
        using DistArray<double> u = Np.FromFunction<double>(new Distribution(new SelfCommunicator(), [6]), index => index[0] + 0.5);
        IO.Checkpoint.Save(_folder["k.h5"], new SelfCommunicator(), state => state.Array("u", u));
        Assert.That(_folder.Good("convert", "@k.h5", "@l.h5"), Does.Contain("left out: /checkpoint@checksum (attribute), /checkpoint@header (attribute)\n"));
        Assert.That(_folder.Good("show", "@l.h5"), Does.StartWith("@l.h5: HDF5"));
    }

    [Test]
    public void Convert_ToAnotherFormat_TellsWhatItLeavesOut() =>
        Assert.That(_folder.Good("convert", "@a.h5", "@a.npz"), Does.Contain("left out: /fields/words (string of any length), /type (named type), /away (link)").And.Contain(" more"));
}
