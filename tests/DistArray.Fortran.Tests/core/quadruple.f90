module quadruple_state
  implicit none
  real(16) :: precise(3) = 1
  real(8) :: fine(2) = 2
end module

subroutine quadruple_publish() bind(C)
  use distarray
  use quadruple_state
  call distarray_publish('fine', fine, lbound(fine))
  call distarray_publish('precise', precise, lbound(precise))
end subroutine
