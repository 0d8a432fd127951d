! The heat equation on a periodic square, explicit in time. Rows (the second axis) are divided over the ranks.
module heat
  use mpi
  implicit none
  private

  integer, public, protected :: nx = 0, ny = 0                       ! points of the whole
  integer, public, protected :: first = 1, rows = 0                  ! this rank's rows: first, ..., first + rows - 1
  real(8), public, protected :: h = 0                                ! distance of points
  real(8), public, allocatable :: u(:, :)                            ! (nx, 0:rows+1): temperature, with a row of each neighbour
  real(8), allocatable :: next(:, :)
  integer :: comm, below, above

  public :: initialize, step

contains

  ! A square of n times n points, at rest at temperature 0.
  subroutine initialize(communicator, n)
    integer, intent(in) :: communicator, n
    integer :: rank, ranks, ierr

    comm = communicator
    call MPI_Comm_rank(comm, rank, ierr)
    call MPI_Comm_size(comm, ranks, ierr)
    if (n < ranks) stop 'heat: there are fewer rows than ranks'
    nx = n
    ny = n
    h = 8*atan(1d0)/n
    first = rank*n/ranks + 1
    rows = (rank + 1)*n/ranks - first + 1
    below = modulo(rank - 1, ranks)
    above = modulo(rank + 1, ranks)
    if (allocated(u)) deallocate(u, next)
    allocate(u(nx, 0:rows+1), next(nx, 0:rows+1))
    u = 0
  end subroutine

  ! steps steps of dt; dt <= h**2/4 is stable.
  subroutine step(dt, steps)
    real(8), intent(in) :: dt
    integer, intent(in) :: steps
    integer :: i, j, k

    do k = 1, steps
      call exchange()
      do j = 1, rows
        do i = 1, nx
          next(i, j) = u(i, j) + dt/h**2*(u(modulo(i, nx) + 1, j) + u(modulo(i - 2, nx) + 1, j) &
                                          + u(i, j + 1) + u(i, j - 1) - 4*u(i, j))
        end do
      end do
      u(:, 1:rows) = next(:, 1:rows)
    end do
  end subroutine

  subroutine exchange()
    integer :: ierr

    call MPI_Sendrecv(u(:, rows), nx, MPI_DOUBLE_PRECISION, above, 0, &
                      u(:, 0), nx, MPI_DOUBLE_PRECISION, below, 0, comm, MPI_STATUS_IGNORE, ierr)
    call MPI_Sendrecv(u(:, 1), nx, MPI_DOUBLE_PRECISION, below, 1, &
                      u(:, rows+1), nx, MPI_DOUBLE_PRECISION, above, 1, comm, MPI_STATUS_IGNORE, ierr)
  end subroutine
end module
