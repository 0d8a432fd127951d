! Pencils: x is whole on every process, y and z are in blocks over a periodic two-dimensional grid of processes. A field is
! u(0:nx+1, 0:my+1, 0:mz+1): the points 1 to nx, 1 to my, 1 to mz are the process's own, one more on each side is the halo.
module decomposition
  use mpi
  use parameters
  implicit none
  private

  type, public :: plan_t
    character(len=32) :: label                             ! the grid of processes in words, such as '3x2'
    integer :: comm                                        ! Cartesian communicator
    integer :: rank, ranks
    integer :: grid(2), coords(2)                          ! processes along y and z, and this one's place
    integer :: neighbours(2, 2)                            ! rank (below:above, along y:z)
    integer, allocatable :: y_starts(:), y_counts(:)       ! (0:grid(1)-1): first point and points of each block of y
    integer, allocatable :: z_starts(:), z_counts(:)       ! (0:grid(2)-1): the same of z
  end type

  type(plan_t), public :: plan
  integer, public :: my = 0, mz = 0                        ! this process's points along y and z

  public :: start_parallel, stop_parallel, exchange_halo, write_field

contains

  ! Starts MPI and shares the grid of the parameters out.
  subroutine start_parallel
    integer :: ierr

    call MPI_INIT(ierr)
    call MPI_COMM_SIZE(MPI_COMM_WORLD, plan%ranks, ierr)
    plan%grid = 0
    call MPI_DIMS_CREATE(plan%ranks, 2, plan%grid, ierr)
    call check_parameters(plan%grid)

    call MPI_CART_CREATE(MPI_COMM_WORLD, 2, plan%grid, (/ .true., .true. /), .false., plan%comm, ierr)
    call MPI_COMM_RANK(plan%comm, plan%rank, ierr)
    call MPI_CART_COORDS(plan%comm, plan%rank, 2, plan%coords, ierr)
    call MPI_CART_SHIFT(plan%comm, 0, 1, plan%neighbours(1, 1), plan%neighbours(2, 1), ierr)
    call MPI_CART_SHIFT(plan%comm, 1, 1, plan%neighbours(1, 2), plan%neighbours(2, 2), ierr)
    write (plan%label, '(i0,a,i0)') plan%grid(1), 'x', plan%grid(2)

    call share_out(ny, plan%grid(1), plan%y_starts, plan%y_counts)
    call share_out(nz, plan%grid(2), plan%z_starts, plan%z_counts)
    my = plan%y_counts(plan%coords(1))
    mz = plan%z_counts(plan%coords(2))
  end subroutine

  subroutine stop_parallel
    integer :: ierr

    deallocate(plan%y_starts, plan%y_counts, plan%z_starts, plan%z_counts)
    call MPI_COMM_FREE(plan%comm, ierr)
    call MPI_FINALIZE(ierr)
  end subroutine

  ! Blocks of n points for parts processes; the first ones have a point more where n does not divide.
  subroutine share_out(n, parts, starts, counts)
    integer, intent(in) :: n, parts
    integer, allocatable, intent(out) :: starts(:), counts(:)
    integer :: part

    allocate(starts(0:parts-1), counts(0:parts-1))
    do part = 0, parts - 1
      counts(part) = n/parts
      if (part < mod(n, parts)) counts(part) = counts(part) + 1
      starts(part) = 1 + part*(n/parts) + min(part, mod(n, parts))
    end do
  end subroutine

  ! Fills the halo, edges and corners too, from the processes that own the points.
  subroutine exchange_halo(u)
    real, intent(inout) :: u(0:nx+1, 0:my+1, 0:mz+1)
    real :: outgoing(0:nx+1, 1:mz), incoming(0:nx+1, 1:mz)

    u(0, :, :) = u(nx, :, :)
    u(nx+1, :, :) = u(1, :, :)

    outgoing = u(:, my, 1:mz)
    call shift(outgoing, incoming, size(outgoing), plan%neighbours(2, 1), plan%neighbours(1, 1))
    u(:, 0, 1:mz) = incoming
    outgoing = u(:, 1, 1:mz)
    call shift(outgoing, incoming, size(outgoing), plan%neighbours(1, 1), plan%neighbours(2, 1))
    u(:, my+1, 1:mz) = incoming

    call shift(u(0, 0, mz), u(0, 0, 0), (nx + 2)*(my + 2), plan%neighbours(2, 2), plan%neighbours(1, 2))
    call shift(u(0, 0, 1), u(0, 0, mz+1), (nx + 2)*(my + 2), plan%neighbours(1, 2), plan%neighbours(2, 2))
  end subroutine

  subroutine shift(outgoing, incoming, count, to, from)
    integer, intent(in) :: count, to, from
    real, intent(in) :: outgoing(count)
    real, intent(inout) :: incoming(count)
    integer :: ierr

    call MPI_SENDRECV(outgoing, count, MPI_REAL8, to, 0, incoming, count, MPI_REAL8, from, 0, plan%comm, &
                      MPI_STATUS_IGNORE, ierr)
  end subroutine

  ! The whole field without halo as real(8) in Fortran order, the same for any number of processes. A file may hold several
  ! fields: number, from 1, tells the place; what a file had after it is cut off.
  subroutine write_field(file, u, number)
    character(len=*), intent(in) :: file
    real, intent(in) :: u(0:, 0:, 0:)
    integer, intent(in), optional :: number                ! 1 if absent
    integer(kind=MPI_OFFSET_KIND) :: bytes, offset
    real :: own(nx, my, mz)
    integer :: handle, block, ierr

    bytes = 8_MPI_OFFSET_KIND*nx*ny*nz
    offset = 0
    if (present(number)) offset = (number - 1)*bytes
    own = u(1:nx, 1:my, 1:mz)

    call MPI_TYPE_CREATE_SUBARRAY(3, (/ nx, ny, nz /), (/ nx, my, mz /), &
                                  (/ 0, plan%y_starts(plan%coords(1)) - 1, plan%z_starts(plan%coords(2)) - 1 /), &
                                  MPI_ORDER_FORTRAN, MPI_REAL8, block, ierr)
    call MPI_TYPE_COMMIT(block, ierr)
    call MPI_FILE_OPEN(plan%comm, trim(file), MPI_MODE_WRONLY + MPI_MODE_CREATE, MPI_INFO_NULL, handle, ierr)
    if (ierr /= MPI_SUCCESS) stop 'pencils: a file cannot be opened'
    call MPI_FILE_SET_SIZE(handle, offset + bytes, ierr)
    call MPI_FILE_SET_VIEW(handle, offset, MPI_REAL8, block, 'native', MPI_INFO_NULL, ierr)
    call MPI_FILE_WRITE_ALL(handle, own, size(own), MPI_REAL8, MPI_STATUS_IGNORE, ierr)
    if (ierr /= MPI_SUCCESS) stop 'pencils: a file cannot be written'
    call MPI_FILE_CLOSE(handle, ierr)
    call MPI_TYPE_FREE(block, ierr)
  end subroutine
end module
