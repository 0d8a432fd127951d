namespace DistArray.IO.Tests;

/// <summary>Python code that writes and reads sets of files as DistArray for Python does: magic, header by numpy.lib.format, then numpy.save.</summary>
internal static class OlderSystem
{
    /// <summary>Defines <c>write(path, dim_data, buffer)</c> and <c>read(path)</c>, which returns both.</summary>
    public const string Functions = """
        import struct, ast, itertools, glob
        def write(path, dim_data, buffer):
            with open(path, 'wb') as f:
                f.write(b'\x93DARRY\x01\x00')
                text = repr({'__version__': '0.10.0', 'dim_data': tuple(dim_data)}).encode('ascii')
                text += b' ' * (15 - (10 + len(text)) % 16) + b'\n'
                f.write(struct.pack('<H', len(text)) + text)
                np.save(f, buffer)
        def read(path):
            with open(path, 'rb') as f:
                assert f.read(8) == b'\x93DARRY\x01\x00'
                size, = struct.unpack('<H', f.read(2))
                assert (10 + size) % 16 == 0
                d = ast.literal_eval(f.read(size).decode('ascii'))
                assert sorted(d) == ['__version__', 'dim_data'] and d['__version__'] == '0.10.0' and type(d['dim_data']) is tuple
                buffer = np.load(f)
                assert f.read() == b''
                return d['dim_data'], buffer
        def owned(a):
            if not a: return slice(None)
            if a['dist_type'] == 'b': return np.arange(a['start'], a['stop'])
            if a['dist_type'] == 'u':
                assert type(a['indices']) is list
                return np.array(a['indices'], int)
            b, P = a.get('block_size', 1), a['proc_grid_size']
            return np.array([g for g in range(a['size']) if g // b % P == a['proc_grid_rank']], int)
        def axis(code, size, P, p):
            a = {'dist_type': code[0], 'size': size, 'proc_grid_size': P, 'proc_grid_rank': p}
            step = -(-size // P)
            if code == 'n': return {}
            if code == 'b': a.update(start=min(p * step, size), stop=min((p + 1) * step, size))
            if code[0] == 'c': a.update(start=p * int(code[1:] or 1), block_size=int(code[1:] or 1))
            if code == 'u': a.update(indices=[int(i) for i in np.random.RandomState(3).permutation(size)[p::P]], one_to_one=True)
            return a

        """;
}
