using System.Runtime.InteropServices;

namespace DistArray;

/// <summary>The system calls for memory that processes of one node share. Linux only.</summary>
internal static unsafe partial class LibC
{
    public const int ReadWrite = 3;        // PROT_READ | PROT_WRITE
    public const int ReadOnly = 1;         // PROT_READ
    public const int Shared = 0x01;        // MAP_SHARED
    public const int Private = 0x02;       // MAP_PRIVATE
    public const int Fixed = 0x10;         // MAP_FIXED
    public const int Anonymous = 0x20;     // MAP_ANONYMOUS
    public const int Populate = 0x8000;    // MAP_POPULATE
    public const int HugePage = 14;        // MADV_HUGEPAGE
    public const uint CloseOnExec = 1;     // MFD_CLOEXEC
    public const int PunchHole = 0x02 | 1; // FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE
    public const int OpenReadWrite = 0x80002; // O_RDWR | O_CLOEXEC

    private const string Library = "libc";

    public static readonly void* MapFailed = (void*)-1;

    [LibraryImport(Library, EntryPoint = "memfd_create", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int MemfdCreate(string name, uint flags);

    [LibraryImport(Library, EntryPoint = "ftruncate", SetLastError = true)]
    public static partial int Truncate(int file, long length);

    [LibraryImport(Library, EntryPoint = "fallocate", SetLastError = true)]
    public static partial int Allocate(int file, int mode, long offset, long length);

    [LibraryImport(Library, EntryPoint = "mmap", SetLastError = true)]
    public static partial void* Map(void* address, nuint length, int protection, int flags, int file, long offset);

    [LibraryImport(Library, EntryPoint = "munmap", SetLastError = true)]
    public static partial int Unmap(void* address, nuint length);

    [LibraryImport(Library, EntryPoint = "madvise", SetLastError = true)]
    public static partial int Advise(void* address, nuint length, int advice);

    [LibraryImport(Library, EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    public static partial int Open(string path, int flags);

    [LibraryImport(Library, EntryPoint = "close", SetLastError = true)]
    public static partial int Close(int file);
}
