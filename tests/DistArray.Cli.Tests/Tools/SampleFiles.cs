namespace DistArray.Cli.Tests.Tools;

/// <summary>Files that Python makes: one of every format.</summary>
internal static class SampleFiles
{
    public const string Script = """
        with h5py.File('a.h5', 'w') as f:
            f.attrs['title'] = 'a run'
            g = f.create_group('fields')
            d = g.create_dataset('u', data=np.arange(64 * 32, dtype='f8').reshape(64, 32), chunks=(16, 32), compression='gzip', shuffle=True)
            d.attrs['unit'] = 'm'
            d.attrs['bounds'] = [0, 1.5]
            x = np.linspace(0, 1, 10)
            x[3] = np.nan
            g.create_dataset('x', data=x)
            g.create_dataset('z', data=np.arange(6).reshape(2, 3) * (1 + 2j))
            f.create_dataset('n', data=np.int64(2**53 + 1))
            f.create_dataset('s', data=[b'ab', b'c'])
            f['here'] = h5py.SoftLink('/fields/u')
            f['gone'] = h5py.ExternalLink('no.h5', '/x')
        np.save('a.npy', np.asfortranarray(np.arange(24.).reshape(4, 6)).astype('>f4'))
        np.savez('a.npz', u=np.arange(24.).reshape(2, 3, 4), v=np.arange(5, dtype='i4'))
        np.savez_compressed('c.npz', u=np.arange(24.).reshape(2, 3, 4))
        np.savetxt('a.txt', np.arange(12.).reshape(4, 3), header='t [s] energy [J] x')
        open('a.csv', 'w').write('t [s],e\n1,2\n3,4\n')
        np.arange(24.).reshape(4, 6).tofile('a.bin')
        def record(b): return struct.pack('>i', len(b)) + b + struct.pack('>i', len(b))
        open('a.unf', 'wb').write(record(struct.pack('>i', 7)) + record(np.arange(24.).astype('>f8').tobytes()))
        open('cut.h5', 'wb').write(open('a.h5', 'rb').read()[:3000])
        open('cut.npz', 'wb').write(open('a.npz', 'rb').read()[:200])
        bytes = bytearray(open('a.npz', 'rb').read())
        bytes[300] ^= 1
        open('bad.npz', 'wb').write(bytes)
        open('a.dat', 'wb').write(bytearray(open('a.npy', 'rb').read()))
        """;

    /// <summary>Good files with what no array is made of, and files that are none of arrays.</summary>
    public const string Odd = """

        with h5py.File('null.h5', 'w') as f:
            f['x'] = h5py.Empty('f8')
            f['y'] = np.arange(3.)
            f.attrs['nothing'] = h5py.Empty('f8')
        with h5py.File('lzf.h5', 'w') as f:
            f.create_dataset('a', data=np.arange(100.), chunks=(10,), compression='lzf')
        open('empty.h5', 'w')
        open('notes.md', 'w').write('# Notes\n\nOf 3 runs, of which one failed,\nthe second has 12 steps.\n')
        open('set.sh', 'w').write('set -e\necho 5\n')
        open('double.txt', 'w').write('t e\n1.0D+00 2\n3 4\n')
        open('gaps.csv', 'w').write('t,e\nnan,1\n2,inf\n')
        """;
}
