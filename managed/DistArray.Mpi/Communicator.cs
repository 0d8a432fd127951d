using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;
using DistArray.Bindings;

namespace DistArray.Mpi;

/// <summary>A communicator of MPI: a group of ranks, each a process, that exchange messages.</summary>
/// <remarks>
/// <para>Programs call the forms with values, spans and arrays of <c>CommunicatorExtensions</c>; the members here take raw buffers.</para>
/// <para>Arguments are checked before anything is communicated; errors of MPI come as <see cref="MpiException"/>. Which threads may call
/// is <see cref="MpiEnvironment.ThreadLevel"/>; two threads of a rank must not both be in collective calls of one communicator.</para>
/// </remarks>
public sealed unsafe partial class Communicator : ICommunicator
{
    private static Communicator? s_world;
    private static Communicator? s_self;
    private readonly bool _owned;
    private readonly LeakTicket? _leak;
    private long _handle;
    private int _made; // communicators of this one

    private Communicator(long handle, bool owned, string? label = null)
    {
        _handle = handle;
        _owned = owned;
        _label = label;
        if (owned && LeakTracker.IsOn) _leak = LeakTracker.Track("communicator", comesBack: false);
        NativeError.Check(NativeMpi.CommRank(handle, out int rank));
        NativeError.Check(NativeMpi.CommSize(handle, out int size));
        Rank = rank;
        Size = size;
        // Here, where all ranks are: later one may only start something and must not wait.
        if (owned && size > 1 && MpiEnvironment.IsChecking) MakeShadow();
    }

    /// <summary>All processes of the job.</summary>
    /// <exception cref="InvalidOperationException">MPI has not been started; use <see cref="MpiEnvironment"/>.</exception>
    public static Communicator World => s_world ??= Predefined(NativeMpi.CommWorld(out long handle), handle);

    /// <summary>This process alone.</summary>
    /// <exception cref="InvalidOperationException">MPI has not been started; use <see cref="MpiEnvironment"/>.</exception>
    public static Communicator Self => s_self ??= Predefined(NativeMpi.CommSelf(out long handle), handle);

    /// <inheritdoc/>
    public int Rank { get; }

    /// <inheritdoc/>
    public int Size { get; }

    /// <summary>C's handle, <c>MPI_Comm</c>, as native libraries of this process take it.</summary>
    /// <exception cref="ObjectDisposedException">The communicator was disposed.</exception>
    public long Handle
    {
        get
        {
            ObjectDisposedException.ThrowIf(_handle == 0, this);
            return _handle;
        }
    }

    /// <summary>Fortran's handle, an <c>integer</c>, as Fortran cores and BLACS take it.</summary>
    /// <exception cref="ObjectDisposedException">The communicator was disposed.</exception>
    /// <remarks>As <c>MPI_Comm_c2f</c> (MPI-4.0 section 19.3.4).</remarks>
    public int FortranHandle
    {
        get
        {
            Check(NativeMpi.CommC2f(_handle, out int handle));
            return handle;
        }
    }

    /// <summary>Name that MPI or its maker gave it.</summary>
    /// <exception cref="ObjectDisposedException">The communicator was disposed.</exception>
    public string Name
    {
        get
        {
            Check(NativeMpi.CommName(_handle, null, 0, out long length));
            byte[] text = new byte[length + 1];
            fixed (byte* buffer = text)
                Check(NativeMpi.CommName(_handle, buffer, text.Length, out length));
            return Encoding.UTF8.GetString(text.AsSpan(0, (int)Math.Min(length, text.Length - 1)));
        }
    }

    /// <summary>Uses a communicator that native code made and keeps.</summary>
    /// <param name="handle">C's handle, <c>MPI_Comm</c>.</param>
    /// <returns>The communicator, borrowed: disposing it leaves the native one as it is.</returns>
    /// <exception cref="ArgumentException">The handle is null.</exception>
    /// <remarks>Whether its errors throw or end the job stays as its maker has set it.</remarks>
    public static Communicator FromHandle(long handle) => new(handle, owned: false);

    /// <summary>Uses a communicator that Fortran made and keeps.</summary>
    /// <param name="handle">Fortran's handle.</param>
    /// <returns>The communicator, borrowed: disposing it leaves Fortran's as it is.</returns>
    /// <exception cref="ArgumentException">No communicator has this handle.</exception>
    /// <remarks>Whether its errors throw or end the job stays as its maker has set it. As <c>MPI_Comm_f2c</c> (MPI-4.0 section 19.3.4).</remarks>
    public static Communicator FromFortranHandle(int handle)
    {
        NativeError.Check(NativeMpi.CommF2c(handle, out long native));
        return new Communicator(native, owned: false);
    }

    /// <inheritdoc cref="ICommunicator.Split"/>
    public Communicator? Split(int color, int key)
    {
        if (color < ICommunicator.Undefined)
            throw new ArgumentOutOfRangeException(nameof(color), color, "The color must be 0 or more, or Undefined for a rank that belongs to no part.");
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Split));
        End(NativeMpi.CommSplit(_handle, color, key, out long part));
        NativeError.Check(NativeMpi.CommNull(out long none));
        int number = ++_made;
        return part == none ? null : new Communicator(part, owned: true, $"part {color} of split {number} of {Label}");
    }

    /// <inheritdoc cref="ICommunicator.Duplicate"/>
    public Communicator Duplicate()
    {
        if (CallGuard.Switches != 0) Begin(new Call(CallKind.Duplicate));
        End(NativeMpi.CommDup(_handle, out long copy));
        return new Communicator(copy, owned: true, $"duplicate {++_made} of {Label}");
    }

    ICommunicator? ICommunicator.Split(int color, int key) => Split(color, key);

    ICommunicator ICommunicator.Duplicate() => Duplicate();

    /// <summary>How this communicator compares with another one.</summary>
    /// <param name="other">The other one.</param>
    /// <returns>The same, congruent, similar, or unequal; the same answer on every rank.</returns>
    /// <exception cref="ObjectDisposedException">One of the two was disposed.</exception>
    /// <remarks>Local. As <c>MPI_Comm_compare</c> (MPI-4.0 section 7.4.1).</remarks>
    public CommunicatorComparison CompareTo(Communicator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Check(NativeMpi.CommCompare(_handle, other.Handle, out int result));
        return (CommunicatorComparison)result;
    }

    /// <summary>Whether another communicator has the same processes under the same ranks.</summary>
    /// <param name="other">Another communicator.</param>
    /// <returns>True where it is this one or a congruent one, and neither was disposed; the same answer on every rank.</returns>
    /// <remarks>Local. As <c>MPI_Comm_compare</c> giving identical or congruent (MPI-4.0 section 7.4.1).</remarks>
    public bool IsCongruentTo(ICommunicator other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return other is Communicator mpi ? _handle != 0 && mpi._handle != 0 && CompareTo(mpi) <= CommunicatorComparison.Congruent : Size == 1 && other.Size == 1;
    }

    /// <summary>Frees a communicator that <see cref="Split"/> or <see cref="Duplicate"/> made; forgets any other.</summary>
    /// <exception cref="MpiException">MPI reported an error.</exception>
    /// <remarks><b>Collective</b> where it frees: MPI-4.0 section 7.4.3. <see cref="World"/> and <see cref="Self"/> stay usable. One that is not
    /// disposed is never freed by the garbage collector, whose order differs between ranks. After the end of MPI this does nothing.</remarks>
    public void Dispose()
    {
        if (_handle == 0 || ReferenceEquals(this, s_world) || ReferenceEquals(this, s_self))
            return;
        bool frees = _owned && MpiEnvironment.IsActive;
        if (frees && CallGuard.Switches != 0) Begin(new Call(CallKind.Dispose));
        long handle = _handle;
        _handle = 0;
        _leak?.Dispose();
        if (frees) End(NativeMpi.CommFree(handle));
    }

    /// <summary>Name, rank and size.</summary>
    /// <returns>Such as <c>MPI_COMM_WORLD (rank 1 of 4)</c>.</returns>
    public override string ToString()
    {
        string name = _handle == 0 || !MpiEnvironment.IsActive ? "" : Name;
        return $"{(name.Length > 0 ? name : "communicator")} (rank {Rank} of {Size})";
    }

    private static Communicator Predefined(DaStatus status, long handle)
    {
        NativeError.Check(status);
        return new Communicator(handle, owned: false);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Check(DaStatus status)
    {
        if (status != DaStatus.Ok)
            Throw(status);
    }

    [DoesNotReturn]
    private void Throw(DaStatus status)
    {
        ObjectDisposedException.ThrowIf(_handle == 0, this);
        // The text of the failed call is the native side's last: it is read before the name of the communicator is asked for.
        NativeError.Throw(status, $"Rank {Rank} of {Size}: ");
    }
}
