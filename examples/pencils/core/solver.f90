! Burgers' equation of three components in a periodic box,
!
!   dt u + u dx u + v dy u + w dz u = nu laplacian u,   v and w alike
!
! Central differences of second order, Runge-Kutta of third order (Williamson's, of low storage).
module solver
  use mpi
  use parameters
  use decomposition
  implicit none
  private

  ! Means over the planes of constant z, averaged over the samples that were taken.
  type, public :: statistics_t
    character(len=32) :: name = ''                         ! of the field
    integer :: samples = 0
    real, allocatable :: profile(:)                        ! (nz)
  end type

  public :: fill, wave_u, wave_v, wave_w, advance, mean_energy, collect_statistics

contains

  ! Sets the process's own points of u to f.
  subroutine fill(u, f)
    real, intent(inout) :: u(0:, 0:, 0:)
    interface
      real function f(x, y, z)
        real, intent(in) :: x, y, z
      end function
    end interface
    integer :: i, j, k, j0, k0

    j0 = plan%y_starts(plan%coords(1)) - 2
    k0 = plan%z_starts(plan%coords(2)) - 2
    do k = 1, mz
      do j = 1, my
        do i = 1, nx
          u(i, j, k) = f(2*pi*(i - 1)/nx, 2*pi*(j + j0)/ny, 2*pi*(k + k0)/nz)
        end do
      end do
    end do
  end subroutine

  ! The initial state mean_flow - 2 nu grad(theta)/theta; as theta obeys the heat equation, the solution is known at all times.
  real function wave_u(x, y, z)
    real, intent(in) :: x, y, z

    wave_u = mean_flow(1) + 2*nu*amplitude*sin(x + y)/theta(x, y, z)
  end function

  real function wave_v(x, y, z)
    real, intent(in) :: x, y, z

    wave_v = mean_flow(2) + 2*nu*amplitude*(sin(x + y) - cos(y - 2*z))/theta(x, y, z)
  end function

  real function wave_w(x, y, z)
    real, intent(in) :: x, y, z

    wave_w = mean_flow(3) + 4*nu*amplitude*cos(y - 2*z)/theta(x, y, z)
  end function

  real function theta(x, y, z)
    real, intent(in) :: x, y, z

    theta = 1 + amplitude*(cos(x + y) + sin(y - 2*z))
  end function

  ! steps steps of dt. The halos need not be current before, and are not after.
  subroutine advance(u, v, w, time, dt, steps, courant)
    real, intent(inout) :: u(0:nx+1, 0:my+1, 0:mz+1), v(0:nx+1, 0:my+1, 0:mz+1), w(0:nx+1, 0:my+1, 0:mz+1)
    real, intent(inout) :: time
    real, intent(in) :: dt
    integer, intent(in) :: steps
    real, intent(out), optional :: courant                 ! the largest Courant number of the state after the steps
    real, parameter :: keep(3) = (/ 0.0, -5.0/9.0, -153.0/128.0 /), weight(3) = (/ 1.0/3.0, 15.0/16.0, 8.0/15.0 /)
    real, allocatable :: change(:, :, :, :)
    real :: largest
    integer :: step, stage, ierr

    allocate(change(nx, my, mz, 3))
    change = 0
    do step = 1, steps
      do stage = 1, 3
        call exchange_halo(u)
        call exchange_halo(v)
        call exchange_halo(w)
        change = keep(stage)*change
        call add_tendency(change(:, :, :, 1), u, u, v, w, dt)
        call add_tendency(change(:, :, :, 2), v, u, v, w, dt)
        call add_tendency(change(:, :, :, 3), w, u, v, w, dt)
        u(1:nx, 1:my, 1:mz) = u(1:nx, 1:my, 1:mz) + weight(stage)*change(:, :, :, 1)
        v(1:nx, 1:my, 1:mz) = v(1:nx, 1:my, 1:mz) + weight(stage)*change(:, :, :, 2)
        w(1:nx, 1:my, 1:mz) = w(1:nx, 1:my, 1:mz) + weight(stage)*change(:, :, :, 3)
      end do
      time = time + dt
    end do

    if (present(courant)) then
      largest = dt/(2*pi)*maxval(nx*abs(u(1:nx, 1:my, 1:mz)) + ny*abs(v(1:nx, 1:my, 1:mz)) + nz*abs(w(1:nx, 1:my, 1:mz)))
      call MPI_ALLREDUCE(largest, courant, 1, MPI_REAL8, MPI_MAX, plan%comm, ierr)
    end if
  end subroutine

  ! Adds dt times the rate of change of the component c.
  subroutine add_tendency(change, c, u, v, w, dt)
    real, intent(inout) :: change(nx, my, mz)
    real, intent(in), dimension(0:nx+1, 0:my+1, 0:mz+1) :: c, u, v, w
    real, intent(in) :: dt
    real :: rx, ry, rz                                     ! one over the spacing
    integer :: i, j, k

    rx = nx/(2*pi)
    ry = ny/(2*pi)
    rz = nz/(2*pi)
    do k = 1, mz
      do j = 1, my
        do i = 1, nx
          change(i, j, k) = change(i, j, k) + dt*( &
            nu*(rx**2*(c(i+1, j, k) - 2*c(i, j, k) + c(i-1, j, k)) &
              + ry**2*(c(i, j+1, k) - 2*c(i, j, k) + c(i, j-1, k)) &
              + rz**2*(c(i, j, k+1) - 2*c(i, j, k) + c(i, j, k-1))) &
            - 0.5*(rx*u(i, j, k)*(c(i+1, j, k) - c(i-1, j, k)) &
                 + ry*v(i, j, k)*(c(i, j+1, k) - c(i, j-1, k)) &
                 + rz*w(i, j, k)*(c(i, j, k+1) - c(i, j, k-1))))
        end do
      end do
    end do
  end subroutine

  ! Kinetic energy, the mean over the box.
  real function mean_energy(u, v, w)
    real, intent(in), dimension(0:, 0:, 0:) :: u, v, w
    real :: mine
    integer :: ierr

    mine = 0.5*sum(u(1:nx, 1:my, 1:mz)**2 + v(1:nx, 1:my, 1:mz)**2 + w(1:nx, 1:my, 1:mz)**2)/(real(nx)*ny*nz)
    call MPI_ALLREDUCE(mine, mean_energy, 1, MPI_REAL8, MPI_SUM, plan%comm, ierr)
  end function

  ! Takes the profile of u as one more sample; reset forgets the samples before.
  subroutine collect_statistics(u, name, reset, statistics)
    real, intent(in) :: u(0:, 0:, 0:)
    character(len=*), intent(in) :: name
    logical, intent(in) :: reset
    type(statistics_t), intent(inout) :: statistics
    real :: mine(nz), all(nz)
    integer :: k, k0, ierr

    k0 = plan%z_starts(plan%coords(2)) - 1
    mine = 0
    do k = 1, mz
      mine(k0+k) = sum(u(1:nx, 1:my, k))/(real(nx)*ny)
    end do
    call MPI_ALLREDUCE(mine, all, nz, MPI_REAL8, MPI_SUM, plan%comm, ierr)

    if (reset) then
      if (allocated(statistics%profile)) deallocate(statistics%profile)
      allocate(statistics%profile(nz))
      statistics%name = name
      statistics%samples = 0
      statistics%profile = 0
    end if
    statistics%samples = statistics%samples + 1
    statistics%profile = statistics%profile + (all - statistics%profile)/statistics%samples
  end subroutine
end module
