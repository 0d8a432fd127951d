! Compiled with -fdefault-integer-8 -fdefault-real-8: every literal and default kind is of 8 bytes.
module wide_state
  implicit none
  real, allocatable :: u(:,:)
  integer :: numbers(0:2) = [10, 20, 30]
  logical :: flags(2) = [.true., .false.]
end module

subroutine wide_init() bind(C)
  use wide_state
  integer :: i, j
  allocate(u(-2:1,3))
  do j = 1, 3; do i = -2, 1; u(i,j) = 10*i + j; end do; end do
end subroutine

subroutine wide_publish() bind(C)
  use distarray
  use wide_state
  if (allocated(u)) call distarray_publish('u', u, lbound(u), shape(u), [0, 0], [1, 0])
  call distarray_publish('numbers', numbers, lbound(numbers))
  call distarray_publish('flags', flags, lbound(flags))
end subroutine
