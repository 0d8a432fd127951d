! The 7-point Laplacian as a Fortran program writes it.
module stencil
  use, intrinsic :: iso_c_binding, only: c_double, c_int64_t
  implicit none

contains

  ! n**3 points within one ghost cell a side.
  subroutine laplacian(d, u, n) bind(c, name='peer_laplacian')
    integer(c_int64_t), value :: n
    real(c_double), intent(inout) :: d(0:n + 1, 0:n + 1, 0:n + 1)
    real(c_double), intent(in) :: u(0:n + 1, 0:n + 1, 0:n + 1)
    integer(c_int64_t) :: i, j, k

    do k = 1, n
      do j = 1, n
        do i = 1, n
          d(i, j, k) = u(i - 1, j, k) + u(i + 1, j, k) + u(i, j - 1, k) + u(i, j + 1, k) &
            + u(i, j, k - 1) + u(i, j, k + 1) - 6*u(i, j, k)
        end do
      end do
    end do
  end subroutine

end module
