using System.Text;
using Microsoft.Win32.SafeHandles;

namespace DistArray.IO;

/// <summary>Writes the arrays of an archive that <see cref="NpzFile.Save"/> makes.</summary>
public sealed unsafe class NpzWriter
{
    private const int LongestName = 1024;

    private readonly AtomicFile _target;
    private readonly ICommunicator _communicator;
    private readonly RankAgreement _agreement;
    private readonly List<ZipMember> _members = [];
    private long _end;
    private bool _isWriting;

    internal NpzWriter(AtomicFile target, ICommunicator communicator, RankAgreement agreement) =>
        (_target, _communicator, _agreement) = (target, communicator, agreement);

    /// <summary>Writes an array.</summary>
    /// <typeparam name="T">Element type. Fortran's logicals are stored as the integers of their size.</typeparam>
    /// <param name="name">Name of the array, without <c>.npy</c>.</param>
    /// <param name="array">The array, distributed over the file's ranks; of a replicated one rank 0's copy is written. Halos are not.</param>
    /// <param name="fileOrder">Order in the file, whatever the order in memory; column-major is NumPy's <c>fortran_order</c>.</param>
    /// <exception cref="ArgumentException">The name is taken or too long, or the array is distributed over other ranks than the file's.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <remarks><b>Collective.</b> Memory that is not in the file's order goes through a buffer of 16 MB. One all-reduce of the checksum.</remarks>
    public void Write<T>(string name, DistArray<T> array, MemoryOrder fileOrder = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(array);
        Write<T>(name, array.Distribution.Shape, fileOrder, () => Expect.SameRanks(array.Distribution, _communicator, _target.Target), (call, put) =>
            Slabs.Write(array, FilePlace<T>.Whole(array, fileOrder, forReading: false), step => _agreement.Step(call, step), part => _agreement.Step(call, () => put(part(), 0))));
    }

    /// <summary>Writes an array in parts, so that no more than a part of it is in memory.</summary>
    /// <typeparam name="T">Element type. Fortran's logicals are stored as the integers of their size.</typeparam>
    /// <param name="name">Name of the array, without <c>.npy</c>.</param>
    /// <param name="shape">Shape of the whole array.</param>
    /// <param name="write">Writes all elements, in the order of the file: the same calls on every rank.</param>
    /// <param name="fileOrder">Order in the file; column-major is NumPy's <c>fortran_order</c>.</param>
    /// <exception cref="ArgumentException">The name is taken or too long, an extent is negative, or not all elements were written.</exception>
    /// <exception cref="InvalidOperationException">The ranks make different calls.</exception>
    /// <exception cref="IOException">The disk is full.</exception>
    /// <remarks><b>Collective.</b> One all-reduce of the checksum.</remarks>
    public void Write<T>(string name, ReadOnlySpan<long> shape, Action<ArrayPartWriter<T>> write, MemoryOrder fileOrder = MemoryOrder.RowMajor) where T : unmanaged
    {
        ArgumentNullException.ThrowIfNull(write);
        long size = Slices.SizeOf(shape);
        Write<T>(name, shape, fileOrder, static () => { }, (call, put) => new ArrayPartWriter<T>(call, size, fileOrder, _communicator, _agreement, put).Run(write));
    }

    // The checksum wants every rank's pieces in ascending order.
    private void Write<T>(string name, ReadOnlySpan<long> shape, MemoryOrder fileOrder, Action check, Action<string, Action<LocalPart<T>, long>> write) where T : unmanaged
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ElementType type = ElementTypes.Of<T>();
        string call = $"NpzWriter.Write({name}, {ElementTypes.NameOf(type)} {NpyHeader.ShapeText(shape)}, {fileOrder})";
        _agreement.OnCall(call);
        // The same on all ranks, which make the same calls.
        if (_isWriting)
            throw new InvalidOperationException($"{call}: another array of {_target.Target} is being written. Write one after the other.");
        byte[] header = NpyFormat.Encode(type, shape, fileOrder);
        long bytesOfMember = header.Length + Slices.SizeOf(shape) * sizeof(T);
        var member = new ZipMember($"{name}.npy", ZipMember.Stored, 0, bytesOfMember, bytesOfMember, _end);
        _agreement.Step(call, () =>
        {
            check();
            ExpectName(member.Name);
        });
        // The checksum is known when the content is written; the length of what stands before it is not changed by it.
        long start = _end + ZipWriter.LocalHeader(member).Length;
        _target.Reserve(_end, start - _end + member.Size);
        var pieces = new Crc32Pieces();
        _isWriting = true;
        try
        {
            WriteContent();
        }
        finally
        {
            _isWriting = false;
        }
        member = member with { Checksum = pieces.Checksum(_communicator, member.Size) };
        WriteOnRankZero(call, ZipWriter.LocalHeader(member), _end);
        _members.Add(member);
        _end = start + member.Size;

        void WriteContent() => _target.Fill(call, file =>
        {
            if (_communicator.Rank != 0)
                return;
            RandomAccess.Write(file, header, start);
            pieces.Add(0, header);
        }, file => write(call, (part, first) => RawTransfer.Write(part, (offset, bytes) =>
        {
            RandomAccess.Write(file, bytes, start + header.Length + first + offset);
            pieces.Add(header.Length + first + offset, bytes);
        })));
    }

    /// <summary>Writes the directory.</summary>
    /// <remarks><b>Collective.</b></remarks>
    internal void Finish()
    {
        string call = $"NpzFile.Save({_target.Target})";
        _agreement.OnCall(call);
        byte[] directory = ZipWriter.Directory(_members, _end);
        _target.Reserve(_end, directory.Length);
        // A member whose writing failed, and whose exception was caught, may have left bytes behind.
        WriteOnRankZero(call, directory, _end, isLast: true);
    }

    private void ExpectName(string name)
    {
        if (_members.Exists(member => member.Name == name))
            throw new ArgumentException($"There is a {name} in {_target.Target} already. Choose another name.");
        if (Encoding.UTF8.GetByteCount(name) > LongestName)
            throw new ArgumentException($"A name of an array in {_target.Target} has {Encoding.UTF8.GetByteCount(name)} bytes, more than {LongestName}. Choose a shorter one.");
    }

    private void WriteOnRankZero(string call, byte[] bytes, long offset, bool isLast = false) => _agreement.Step(call, () =>
    {
        if (_communicator.Rank != 0)
            return;
        using SafeFileHandle file = _target.OpenPartial();
        RandomAccess.Write(file, bytes, offset);
        if (isLast)
            RandomAccess.SetLength(file, offset + bytes.Length);
    });
}
