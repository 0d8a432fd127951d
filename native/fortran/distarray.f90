! What a core's companion module needs to show the core's arrays to DistArray.
!
!   call distarray_publish('omega', omega, lbound(omega), global_shape, global_offset, halo)
!
! name            up to 63 characters
! array           a whole array of the core: allocatable, pointer or static, with or without target, of 1 to 7 dimensions,
!                 or a section of one; integer, real, complex or logical. Not allocated (or not associated): not published.
!                 Never an expression: that is a temporary. Never a component or a part of a complex array (t%v, z%im) of
!                 an allocatable directly: gfortran corrupts the parent's descriptor. Instead make the parent a dummy
!                 argument with target, point a pointer at the component, and publish the pointer.
! lower_bounds    lbound(array): an assumed-rank argument does not carry it
! global_shape    extents of the whole, distributed array; with global_offset. Absent: each rank has an array of its own.
! global_offset   global index, counted from 0, of the first element that this rank owns
! halo            ghost elements an axis, the same on both sides, or halo(2, ndim): before and after. Owned is what remains.
! periodic        logicals, one an axis
! ierr            0, or the da_status of what is wrong. Without it the bridge raises the error when the publishing ends.
!
! Integer arguments are all default, or all of 8 bytes. A scalar variable: call distarray_publish('time', time).
! The companion's publish procedure is bind(C), has no arguments, publishes all that there is at that moment, and the bridge
! runs it again after every call into the core.
!
! These are interfaces of C procedures, with no Fortran procedure between, on purpose: through one, a packed temporary
! would be published. Generic names and `type(*)` need nothing but gfortran 12 or later.
module distarray
  use, intrinsic :: iso_c_binding, only : c_char, c_int32_t, c_int64_t
  implicit none
  private
  public :: distarray_publish, distarray_withdraw

  interface distarray_publish
    subroutine distarray_publish_i4(name, array, lower_bounds, global_shape, global_offset, halo, periodic, ierr) bind(C)
      import :: c_char, c_int32_t
      character(kind=c_char, len=*), intent(in) :: name
      type(*), intent(in) :: array(..)
      integer(c_int32_t), intent(in) :: lower_bounds(:)
      integer(c_int32_t), intent(in), optional :: global_shape(:), global_offset(:), halo(..)
      type(*), intent(in), optional :: periodic(..)
      integer(c_int32_t), intent(out), optional :: ierr
    end subroutine

    subroutine distarray_publish_i8(name, array, lower_bounds, global_shape, global_offset, halo, periodic, ierr) bind(C)
      import :: c_char, c_int64_t
      character(kind=c_char, len=*), intent(in) :: name
      type(*), intent(in) :: array(..)
      integer(c_int64_t), intent(in) :: lower_bounds(:)
      integer(c_int64_t), intent(in), optional :: global_shape(:), global_offset(:), halo(..)
      type(*), intent(in), optional :: periodic(..)
      integer(c_int64_t), intent(out), optional :: ierr
    end subroutine

    subroutine distarray_publish_scalar(name, scalar) bind(C)
      import :: c_char
      character(kind=c_char, len=*), intent(in) :: name
      type(*), intent(in) :: scalar(..)
    end subroutine
  end interface

  interface
    ! Takes an array off the list before the next publishing. Nothing happens where there is none of this name.
    subroutine distarray_withdraw(name) bind(C)
      import :: c_char
      character(kind=c_char, len=*), intent(in) :: name
    end subroutine
  end interface
end module
