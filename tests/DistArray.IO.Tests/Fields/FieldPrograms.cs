namespace DistArray.IO.Tests;

/// <summary>A code that leaves its fields behind in one of several forms. Arguments: path, form.</summary>
internal static class FieldPrograms
{
    /// <summary>The cells of the halo have the value -(1 + number of the cell), so that one that is taken for an element is seen.</summary>
    public const string Code = """
        program code
          implicit none
          character(len=1000) :: path, form
          integer, parameter :: n1 = 5, n2 = 4, n3 = 6
          real(8) :: u(0:n1+1, 0:n2+1, 0:n3+1), v(0:n1+1, 0:n2+1, 0:n3+1)
          real(4) :: p(n1, n2, n3)
          integer(4) :: step = 1234, i, j, k
          real(8) :: time = 0.1_8, dt = 1.0e-3_8
          u = reshape([(-real(i, 8), i = 1, size(u))], shape(u))
          v = 1000 * u
          do k = 1, n3; do j = 1, n2; do i = 1, n1
            p(i, j, k) = ((i - 1) * n2 + j - 1) * n3 + k - 1
            u(i, j, k) = p(i, j, k)
            v(i, j, k) = p(i, j, k) + 1000
          end do; end do; end do
          call get_command_argument(1, path)
          call get_command_argument(2, form)
          select case (form)
          case ('each')
            open(10, file=path, form='unformatted', status='replace')
            write(10) u
            write(10) v
            write(10) p
            write(10) step, time, dt
          case ('all')
            open(10, file=path, form='unformatted', status='replace')
            write(10) step, time, dt, u, v, p
          case ('slices')
            open(10, file=path, form='unformatted', status='replace')
            write(10) step, time, dt
            do k = 0, n3 + 1
              write(10) u(:, :, k)
            end do
            do k = 0, n3 + 1
              write(10) v(:, :, k)
            end do
            do k = 1, n3
              write(10) p(:, :, k)
            end do
          case ('stream')
            open(10, file=path, form='unformatted', access='stream', status='replace')
            write(10) u, v, p, step, time, dt
          case ('direct')
            open(10, file=path, form='unformatted', access='direct', recl=3000, status='replace')
            write(10, rec=1) u
            write(10, rec=2) v
            write(10, rec=3) p
            write(10, rec=4) step, time, dt
          end select
        end program
        """;
}
