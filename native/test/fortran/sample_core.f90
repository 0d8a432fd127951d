! Stands for an existing core: no bind(C), no target, state in module variables, names that clash with everybody's.
module sample_core
  implicit none
  real(8), allocatable :: u(:,:,:)
  real(8), pointer :: section(:,:) => null()
  real(8) :: fixed(10,5)
  complex(8), allocatable :: z(:)
  real(16) :: quadruple(3)
  real(8) :: time = 0.5d0
  logical :: flags(3) = [.true., .false., .true.]
  type part
    real(8) :: v(4)
    integer :: id
  end type
  type(part), allocatable :: parts(:)
  real(8), allocatable, target :: big(:,:)
contains
  subroutine setup()
    integer :: i, j, k
    if (allocated(u)) deallocate(u)
    allocate(u(-1:4,0:3,2:5))
    do k = 2, 5; do j = 0, 3; do i = -1, 4; u(i,j,k) = 100*i + 10*j + k; end do; end do; end do
    if (.not. allocated(big)) allocate(big(0:9,0:7))
    do j = 0, 7; do i = 0, 9; big(i,j) = 100*i + j; end do; end do
    section => big(1:9:2,7:2:-3)
    do j = 1, 5; do i = 1, 10; fixed(i,j) = 10*i + j; end do; end do
    if (.not. allocated(z)) allocate(z(-3:3))
    do i = -3, 3; z(i) = cmplx(i, 2*i, 8); end do
    if (.not. allocated(parts)) allocate(parts(2))
    do i = 1, 2; parts(i)%v = [10*i+1, 10*i+2, 10*i+3, 10*i+4]; parts(i)%id = i; end do
  end subroutine

  subroutine regrow(n)
    integer, intent(in) :: n
    deallocate(u)
    if (n > 0) allocate(u(n,2,2))
    if (n > 0) u = 7
  end subroutine

  subroutine start_and_end_mpi(ierr)
    include 'mpif.h'
    integer, intent(out) :: ierr
    call mpi_init(ierr)
    if (ierr /= 0) return
    call mpi_finalize(ierr)
  end subroutine

  subroutine halt(how)
    integer, intent(in) :: how
    if (how == 1) stop 'no more steam'
    if (how == 2) error stop 'boiler burst'
    if (how == 3) stop 7
    if (how == 4) error stop 9
    if (how == 5) call exit(11)
    if (how == 6) stop
  end subroutine

  real(8) function energy()
    energy = sum(u)
  end function
end module
