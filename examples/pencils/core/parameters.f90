! What a run is given: the grid, the viscosity, the initial state. The box is (2 pi)**3.
module parameters
  implicit none
  private

  real, parameter, public :: pi = 3.14159265358979323846

  integer, public :: nx = 32, ny = 32, nz = 32         ! points of the whole grid
  real, public :: nu = 0.05                            ! viscosity
  real, public :: amplitude = 0.4                      ! of the initial waves, less than 1/2
  real, public :: mean_flow(3) = (/ 1.0, 0.5, 0.25 /)  ! the initial waves travel with it

  public :: set_parameter, check_parameters

contains

  ! One parameter by its name. accepted is false where there is no such name or the value cannot be read.
  subroutine set_parameter(name, value, accepted)
    character(len=*), intent(in) :: name, value
    logical, intent(out) :: accepted
    integer :: status

    select case (name)
    case ('n')
      read (value, *, iostat=status) nx
      ny = nx
      nz = nx
    case ('grid')
      read (value, *, iostat=status) nx, ny, nz
    case ('nu')
      read (value, *, iostat=status) nu
    case ('amplitude')
      read (value, *, iostat=status) amplitude
    case ('flow')
      read (value, *, iostat=status) mean_flow
    case default
      status = 1
    end select
    accepted = status == 0
  end subroutine

  ! Ends the program where the parameters make no run on a grid of grid(1) by grid(2) processes over y and z.
  subroutine check_parameters(grid)
    integer, intent(in) :: grid(2)

    if (min(nx, ny, nz) < 1) stop 'pencils: nx, ny and nz must be at least 1'
    if (grid(1) > ny .or. grid(2) > nz) stop 'pencils: more processes along y or z than points'
    if (nu < 0) stop 'pencils: nu must not be negative'
    if (abs(amplitude) >= 0.5) stop 'pencils: amplitude must be less than 1/2'
  end subroutine
end module
