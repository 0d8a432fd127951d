! Fourier transforms of real fields on a doubly periodic n x n grid, distributed over the ranks of a communicator.
!
!   f(x, y) = sum over kx, ky of f(kx, ky) exp(i (kx x + ky y)),  f(-kx, -ky) = conjg f(kx, ky): ky = 0 .. n/2 is stored.
!
! Spectral space: all kx (0 .. n/2-1, -n/2 .. -1), a block of lines ky. Physical space: all y, a slab of rows x.
! Dealiasing keeps kx**2 + ky**2 <= (n/3)**2 without k = 0, so only the lines ky = 0 .. n/3 are transformed and sent.
! They are shared out evenly, the first ranks taking one more; the last rank also holds the lines that are always zero.
!
! The fields of one line, or row, are transformed together while they are in the first level cache:
!
!   fill columns(:, 1:nf), send_line(ky, nf), for every line | exchange_to_physical(nf) | receive_row(x, nf), for every row
!   fill rows(:, 1:nf),    send_row(x, nf),   for every row  | exchange_to_spectral(nf) | receive_line(ky, nf), for every line
!
! receive_line leaves n**2 times the Fourier coefficients in columns.
module transforms
  use mpi
  implicit none
  private

  integer, parameter, public :: max_fields = 4
  integer, parameter :: fftw_forward = -1, fftw_backward = 1, fftw_estimate = 64

  integer, public :: ky0 = 0, ky1 = -1             ! first and last line of this rank
  integer, public :: ky_kept = -1                  ! last of its lines that dealiasing keeps
  integer, public :: x0 = 0, x1 = -1               ! first and last row of this rank
  complex(8), allocatable, public :: columns(:, :) ! (0:n-1, max_fields): one line, by kx
  real(8), allocatable, public :: rows(:, :)       ! (0:n-1, max_fields): one row, by y

  public :: transforms_init, transforms_finalize, worst
  public :: send_line, exchange_to_physical, receive_row, send_row, exchange_to_spectral, receive_line

  integer :: n, comm, ranks
  integer, allocatable :: line_start(:), row_start(:)          ! (0:ranks): kept lines and rows before a rank's first
  complex(8), allocatable :: spectral(:), arrived(:), leaving(:) ! buffers: of the lines, of the rows coming in and going out
  complex(8), allocatable :: line(:, :)                        ! (0:n-1, max_fields): one line, by x
  complex(8), allocatable :: half(:)                           ! (max_fields*(n/2+1)): one row, by ky, its fields side by side
  integer, allocatable :: spectral_counts(:), spectral_starts(:), physical_counts(:), physical_starts(:)
  integer(8) :: plan_to_x(max_fields), plan_to_kx(max_fields), plan_to_y(max_fields), plan_to_ky(max_fields)

contains

  ! Shares the grid out and allocates all there is. ierr = 0, or 1 where memory is short on any rank.
  subroutine transforms_init(communicator, grid, ierr)
    integer, intent(in) :: communicator, grid
    integer, intent(out) :: ierr
    integer :: rank, kept, status, nf

    n = grid
    comm = communicator
    call MPI_Comm_rank(comm, rank, status)
    call MPI_Comm_size(comm, ranks, status)

    kept = n/3 + 1
    allocate(line_start(0:ranks), row_start(0:ranks))
    call share(kept, line_start)
    call share(n, row_start)
    ky0 = line_start(rank)
    ky_kept = line_start(rank + 1) - 1
    ky1 = ky_kept
    if (rank == ranks - 1) ky1 = n/2
    x0 = row_start(rank)
    x1 = row_start(rank + 1) - 1

    allocate(columns(0:n-1, max_fields), line(0:n-1, max_fields), rows(0:n-1, max_fields), half(max_fields*(n/2 + 1)), &
             spectral(max_fields*(ky_kept - ky0 + 1)*n), &
             arrived(max_fields*kept*(x1 - x0 + 1)), leaving(max_fields*kept*(x1 - x0 + 1)), &
             spectral_counts(0:ranks-1), spectral_starts(0:ranks-1), &
             physical_counts(0:ranks-1), physical_starts(0:ranks-1), stat=status)
    ierr = worst(merge(1, 0, status /= 0))
    if (ierr /= 0) then
      call release_memory
      return
    end if

    columns = 0
    line = 0
    rows = 0
    half = 0
    do nf = 1, max_fields
      call dfftw_plan_many_dft(plan_to_x(nf), 1, [n], nf, columns, [n], 1, n, line, [n], 1, n, fftw_backward, fftw_estimate)
      call dfftw_plan_many_dft(plan_to_kx(nf), 1, [n], nf, line, [n], 1, n, columns, [n], 1, n, fftw_forward, fftw_estimate)
      call dfftw_plan_many_dft_c2r(plan_to_y(nf), 1, [n], nf, half, [n/2+1], nf, 1, rows, [n], 1, n, fftw_estimate)
      call dfftw_plan_many_dft_r2c(plan_to_ky(nf), 1, [n], nf, rows, [n], 1, n, half, [n/2+1], nf, 1, fftw_estimate)
    end do
  end subroutine

  subroutine transforms_finalize
    integer :: nf

    do nf = 1, max_fields
      call dfftw_destroy_plan(plan_to_x(nf))
      call dfftw_destroy_plan(plan_to_kx(nf))
      call dfftw_destroy_plan(plan_to_y(nf))
      call dfftw_destroy_plan(plan_to_ky(nf))
    end do
    call release_memory
  end subroutine

  subroutine release_memory
    deallocate(line_start, row_start)
    if (allocated(columns)) deallocate(columns)
    if (allocated(line)) deallocate(line)
    if (allocated(rows)) deallocate(rows)
    if (allocated(half)) deallocate(half)
    if (allocated(spectral)) deallocate(spectral)
    if (allocated(arrived)) deallocate(arrived)
    if (allocated(leaving)) deallocate(leaving)
    if (allocated(spectral_counts)) deallocate(spectral_counts)
    if (allocated(spectral_starts)) deallocate(spectral_starts)
    if (allocated(physical_counts)) deallocate(physical_counts)
    if (allocated(physical_starts)) deallocate(physical_starts)
  end subroutine

  ! The largest status of all ranks.
  integer function worst(mine)
    integer, intent(in) :: mine
    integer :: status

    call MPI_Allreduce(mine, worst, 1, MPI_INTEGER, MPI_MAX, comm, status)
  end function

  ! Splits items into consecutive blocks, the first mod(items, ranks) of them longer by one.
  subroutine share(items, start)
    integer, intent(in) :: items
    integer, intent(out) :: start(0:)
    integer :: r

    do r = 0, ranks
      start(r) = r*(items/ranks) + min(r, mod(items, ranks))
    end do
  end subroutine

  ! Buffers, x slowest: what goes to, or comes from, one rank lies together on both sides, and needs no packing.
  !   spectral(nf, kept lines of this rank, all rows), arrived and leaving: for every rank (nf, its kept lines, rows of this one)
  subroutine set_counts(nf)
    integer, intent(in) :: nf
    integer :: r, lines, slab

    lines = ky_kept - ky0 + 1
    slab = x1 - x0 + 1
    do r = 0, ranks - 1
      spectral_counts(r) = nf*lines*(row_start(r + 1) - row_start(r))
      spectral_starts(r) = nf*lines*row_start(r)
      physical_counts(r) = nf*(line_start(r + 1) - line_start(r))*slab
      physical_starts(r) = nf*line_start(r)*slab
    end do
  end subroutine

  ! columns, by kx, to x and into the send buffer.
  subroutine send_line(ky, nf)
    integer, intent(in) :: ky, nf
    integer :: x, f, at

    call dfftw_execute_dft(plan_to_x(nf), columns, line)
    at = (ky - ky0)*nf
    do x = 0, n - 1
      do f = 1, nf
        spectral(at + f) = line(x, f)
      end do
      at = at + (ky_kept - ky0 + 1)*nf
    end do
  end subroutine

  subroutine exchange_to_physical(nf)
    integer, intent(in) :: nf
    integer :: status

    call set_counts(nf)
    call MPI_Alltoallv(spectral, spectral_counts, spectral_starts, MPI_DOUBLE_COMPLEX, &
                       arrived, physical_counts, physical_starts, MPI_DOUBLE_COMPLEX, comm, status)
  end subroutine

  ! One row out of the receive buffer, by ky, to y in rows.
  subroutine receive_row(x, nf)
    integer, intent(in) :: x, nf
    integer :: r, at, size

    do r = 0, ranks - 1
      size = nf*(line_start(r + 1) - line_start(r))
      at = nf*line_start(r)*(x1 - x0 + 1) + (x - x0)*size
      half(nf*line_start(r)+1:nf*line_start(r)+size) = arrived(at+1:at+size)
    end do
    half(nf*line_start(ranks)+1:nf*(n/2+1)) = 0
    call dfftw_execute_dft_c2r(plan_to_y(nf), half, rows)
  end subroutine

  ! rows, by y, to ky and into the send buffer.
  subroutine send_row(x, nf)
    integer, intent(in) :: x, nf
    integer :: r, at, size

    call dfftw_execute_dft_r2c(plan_to_ky(nf), rows, half)
    do r = 0, ranks - 1
      size = nf*(line_start(r + 1) - line_start(r))
      at = nf*line_start(r)*(x1 - x0 + 1) + (x - x0)*size
      leaving(at+1:at+size) = half(nf*line_start(r)+1:nf*line_start(r)+size)
    end do
  end subroutine

  subroutine exchange_to_spectral(nf)
    integer, intent(in) :: nf
    integer :: status

    call set_counts(nf)
    call MPI_Alltoallv(leaving, physical_counts, physical_starts, MPI_DOUBLE_COMPLEX, &
                       spectral, spectral_counts, spectral_starts, MPI_DOUBLE_COMPLEX, comm, status)
  end subroutine

  ! One line out of the receive buffer, by x, to kx in columns.
  subroutine receive_line(ky, nf)
    integer, intent(in) :: ky, nf
    integer :: x, f, at

    at = (ky - ky0)*nf
    do x = 0, n - 1
      do f = 1, nf
        line(x, f) = spectral(at + f)
      end do
      at = at + (ky_kept - ky0 + 1)*nf
    end do
    call dfftw_execute_dft(plan_to_kx(nf), line, columns)
  end subroutine
end module
