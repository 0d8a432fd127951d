! What DistArray calls and sees of the turbulence core. The core's files know nothing of it.
!
! The functions return the core's status: 0, or one of the codes of module turbulence.
module turbulence_companion
  use, intrinsic :: iso_c_binding, only: c_int, c_double, c_intptr_t
  use turbulence
  use distarray
  implicit none
  private

contains

  ! The arrays as they are at this moment; the bridge runs this again after every call.
  subroutine publish() bind(C, name='turbulence_publish')
    if (.not. allocated(state)) return
    call distarray_publish('state', state, lbound(state), [grid, grid/2 + 1, 2], [0, ky0, 0])
    call distarray_publish('potential', potential, lbound(potential), [grid, grid/2 + 1], [0, ky0])
    call distarray_publish('field', field, lbound(field), [grid, grid], [0, x0])
  end subroutine

  integer(c_int) function init(comm, n, length, model, alpha, kappa, b0, nu, order) bind(C, name='turbulence_init') result(ierr)
    integer(c_int), value :: comm, n, model, order
    real(c_double), value :: length, alpha, kappa, b0, nu

    call turbulence_init(comm, n, length, model, alpha, kappa, b0, nu, order, ierr)
  end function

  integer(c_int) function step(dt, nsteps) bind(C, name='turbulence_step') result(ierr)
    real(c_double), value :: dt
    integer(c_int), value :: nsteps

    call turbulence_step(dt, nsteps, ierr)
  end function

  integer(c_int) function compute_potential() bind(C, name='turbulence_potential') result(ierr)
    call turbulence_potential(ierr)
  end function

  integer(c_int) function to_physical(quantity, derivative) bind(C, name='turbulence_to_physical') result(ierr)
    integer(c_int), value :: quantity, derivative

    call turbulence_to_physical(quantity, derivative, ierr)
  end function

  integer(c_int) function from_physical(component) bind(C, name='turbulence_from_physical') result(ierr)
    integer(c_int), value :: component

    call turbulence_from_physical(component, ierr)
  end function

  ! Where the core itself has its arrays: 1 state, 2 field.
  integer(c_intptr_t) function address(array) bind(C, name='turbulence_address')
    integer(c_int), value :: array

    address = merge(loc(state), loc(field), array == 1)
  end function

  integer(c_int) function finalize() bind(C, name='turbulence_finalize') result(ierr)
    call turbulence_finalize(ierr)
  end function
end module
