! A field that Fortran allocates, so that nobody else can map its memory.
module field
  use, intrinsic :: iso_c_binding, only: c_double, c_int64_t, c_loc, c_null_ptr, c_ptr
  implicit none
  private
  public :: field_allocate, field_deallocate

  real(c_double), allocatable, target :: u(:, :, :)

contains

  ! Address of n1 x n2 x n3 zeros.
  type(c_ptr) function field_allocate(n1, n2, n3) bind(c, name='peer_field_allocate')
    integer(c_int64_t), value :: n1, n2, n3
    integer :: status

    call field_deallocate()
    field_allocate = c_null_ptr
    allocate (u(n1, n2, n3), stat=status)
    if (status /= 0) return
    u = 0
    field_allocate = c_loc(u)
  end function

  subroutine field_deallocate() bind(c, name='peer_field_deallocate')
    if (allocated(u)) deallocate (u)
  end subroutine

end module
