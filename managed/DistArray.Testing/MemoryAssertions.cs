using DistArray.Testing.Assertions;
using NUnit.Framework;
using NUnit.Framework.Constraints;

namespace DistArray.Testing;

/// <summary>Constraints for <c>Assert.That</c> on memory: what is shared, what is left behind, what is allocated.</summary>
/// <remarks>Every rank calls them, and they hold or fail on all ranks alike.</remarks>
public static class MemoryAssertions
{
    extension(Does)
    {
        /// <summary>This rank's elements of an array lie in the memory of another one's: nothing was copied.</summary>
        /// <typeparam name="T">Type of the elements.</typeparam>
        /// <param name="other">The other array.</param>
        /// <remarks><b>Collective.</b> Ranks that hold no element agree.</remarks>
        public static Constraint ShareMemoryWith<T>(DistArray<T> other) where T : unmanaged
        {
            ArgumentNullException.ThrowIfNull(other);
            return new SharedMemoryConstraint<T>(() => AddressRange.Of(other.LocalViewWithHalo), "the other array's memory");
        }

        /// <summary>This rank's elements of an array lie in a piece of memory, such as a core's own.</summary>
        /// <typeparam name="T">Type of the elements.</typeparam>
        /// <param name="address">Its address on this rank.</param>
        /// <param name="bytes">Its number of bytes on this rank.</param>
        /// <remarks><b>Collective.</b> Ranks that hold no element agree.</remarks>
        public static Constraint LieIn<T>(nint address, long bytes) where T : unmanaged =>
            new SharedMemoryConstraint<T>(() => new AddressRange(address, address + (nint)bytes), $"the {bytes} bytes of memory at 0x{address:x}");

        /// <summary>An action leaves no array undisposed and no file open: <c>Assert.That(() => Step(u), Does.NotLeak(world))</c>.</summary>
        /// <param name="world">The ranks.</param>
        /// <remarks><b>Collective.</b> The action runs twice; what its first run leaves, such as plans that are kept, does not count. Counted are the bytes of arrays
        /// that this process uses (<see cref="PooledMemory.BytesInUse"/>) and its open files and sockets; not what native code allocates by itself.</remarks>
        public static Constraint NotLeak(ICommunicator world) => new ResourceConstraint(world, ResourceUse.LeftBehind, "no memory of arrays and no file left behind", "left", [0, 0]);

        /// <summary>An action allocates at most so much.</summary>
        /// <param name="world">The ranks.</param>
        /// <param name="managedBytes">Bytes of managed memory that each rank's thread may allocate.</param>
        /// <param name="nativeBytes">Bytes of native memory that each rank may take for arrays, those given back included (<see cref="PooledMemory.BytesTaken"/>).</param>
        /// <remarks><b>Collective.</b> The action runs twice; the first run, in which code is compiled, does not count.</remarks>
        public static Constraint AllocateAtMost(ICommunicator world, long managedBytes, long nativeBytes = 0) =>
            new ResourceConstraint(world, ResourceUse.Allocated, $"at most {managedBytes} managed and {nativeBytes} native bytes allocated", "allocated", [managedBytes, nativeBytes]);
    }
}
