namespace DistArray.IO.Tests;

/// <summary>The same file written and checked by Fortran: a header, an array of row-major indices, the same in single precision, and its slices.</summary>
internal static class FortranPrograms
{
    /// <summary>Writes it. Arguments: path, access, extents (4), which of them is the last real one.</summary>
    public static string Writer { get; } = Program("""
          select case (access)
          case ('sequential')
            open(10, file=path, form='unformatted', access='sequential', status='replace')
            write(10) 42_4, 0.5_8
            write(10) a
            write(10) real(a, 4)
            do k = 1, slices
              write(10) b(:, k)
            end do
          case ('direct')
            open(10, file=path, form='unformatted', access='direct', recl=8 * size(a) + 24, status='replace')
            write(10, rec=1) 42_4, 0.5_8
            write(10, rec=2) a
            write(10, rec=3) real(a, 4)
            do k = 1, slices
              write(10, rec=3 + k) b(:, k)
            end do
          case ('stream')
            open(10, file=path, form='unformatted', access='stream', status='replace')
            write(10) 42_4, 0.5_8, a, real(a, 4)
          end select
          close(10)
        """);

    /// <summary>Checks it, with the same arguments.</summary>
    public static string Reader { get; } = Program("""
          integer(4) :: step, ios
          real(8) :: time
          real(8), allocatable :: c(:,:,:,:), d(:,:)
          real(4), allocatable :: s(:,:,:,:)
          allocate(c, mold=a)
          allocate(d, mold=b)
          allocate(s(n(1), n(2), n(3), n(4)))
          c = -1; d = -1; s = -1
          select case (access)
          case ('sequential')
            open(10, file=path, form='unformatted', access='sequential', status='old', action='read')
            read(10) step, time
            read(10) c
            read(10) s
            do k = 1, slices
              read(10) d(:, k)
            end do
            read(10, iostat=ios) step
            if (ios >= 0) error stop 'a record too many'
            rewind(10)
            read(10) step, time
          case ('direct')
            open(10, file=path, form='unformatted', access='direct', recl=8 * size(a) + 24, status='old', action='read')
            read(10, rec=1) step, time
            read(10, rec=2) c
            read(10, rec=3) s
            do k = 1, slices
              read(10, rec=3 + k) d(:, k)
            end do
          case ('stream')
            open(10, file=path, form='unformatted', access='stream', status='old', action='read')
            read(10) step, time, c, s
            d = b
          end select
          close(10)
          if (step /= 42 .or. time /= 0.5_8) error stop 'header'
          if (any(c /= a)) error stop 'array'
          if (any(s /= real(a, 4))) error stop 'single precision'
          if (any(d /= b)) error stop 'slices'
        """);

    private static string Program(string body)
    {
        int declarations = body.IndexOf("  select case", StringComparison.Ordinal);
        string statements = body[declarations..], own = body[..declarations];
        int allocations = own.IndexOf("  allocate", StringComparison.Ordinal);
        (string declared, string allocated) = allocations < 0 ? ("", "") : (own[..allocations], own[allocations..]);
        return $"""
            program indices
              implicit none
              character(len=1000) :: path, access, word
              integer :: n(4), last, i, j, k, l, slices
              real(8), allocatable :: a(:,:,:,:), b(:,:)
            {declared}
              call get_command_argument(1, path)
              call get_command_argument(2, access)
              do i = 1, 4
                call get_command_argument(2 + i, word)
                read(word, *) n(i)
              end do
              call get_command_argument(7, word)
              read(word, *) last
              allocate(a(n(1), n(2), n(3), n(4)))
              do l = 1, n(4)
                do k = 1, n(3)
                  do j = 1, n(2)
                    do i = 1, n(1)
                      a(i, j, k, l) = ((real(i - 1, 8) * n(2) + j - 1) * n(3) + k - 1) * n(4) + l - 1
                    end do
                  end do
                end do
              end do
              slices = n(last)
              allocate(b(size(a) / max(slices, 1), slices))
              b = reshape(a, shape(b))
            {allocated}
            {statements}
            end program
            """;
    }

    /// <summary>Arguments of both programs.</summary>
    public static string[] Arguments(string path, FortranAccess access, long[] shape)
    {
        string[] extents = [.. shape.Select(extent => $"{extent}"), .. Enumerable.Repeat("1", 4 - shape.Length)];
        return [path, access.ToString().ToLowerInvariant(), .. extents, $"{shape.Length}"];
    }

    /// <summary>The forms of file, each with the flags that make gfortran write it; the last has subrecords of at most 40 bytes.</summary>
    public static (FortranFormat Format, string[] Flags, long Subrecord)[] SequentialForms { get; } =
    [
        (FortranFormat.Sequential(), [], int.MaxValue - 8),
        (FortranFormat.Sequential(ByteOrder.BigEndian), ["-fconvert=big-endian"], int.MaxValue - 8),
        (FortranFormat.Sequential(ByteOrder.LittleEndian, 8), ["-frecord-marker=8"], int.MaxValue - 8),
        (FortranFormat.Sequential(ByteOrder.BigEndian, 8), ["-frecord-marker=8", "-fconvert=big-endian"], int.MaxValue - 8),
        (FortranFormat.Sequential(), ["-fmax-subrecord-length=40"], 40),
        (FortranFormat.Sequential(ByteOrder.BigEndian), ["-fmax-subrecord-length=44", "-fconvert=big-endian"], 44),
    ];
}
