! Stands for an existing core: no bind(C), no target, module variables and long argument lists.
module legacy
  implicit none
  integer(1), allocatable :: i1(:)
  integer(2), allocatable :: i2(:)
  integer(4), allocatable :: i4(:)
  integer(8), allocatable :: i8(:)
  real(4), allocatable :: r4(:)
  real(8), allocatable :: r8(:)
  complex(4), allocatable :: c4(:)
  complex(8), allocatable :: c8(:)
  logical(1), allocatable :: l1(:)
  logical(4), allocatable :: l4(:)
  logical(8), allocatable :: l8(:)
  real(8), allocatable :: d1(:), d2(:,:), d3(:,:,:), d4(:,:,:,:), d5(:,:,:,:,:), d6(:,:,:,:,:,:), d7(:,:,:,:,:,:,:)
  real(8) :: fixed(-3:2, 4)
  real(8), pointer :: window(:,:) => null()
  real(8) :: time = 0.25d0
  type particle
    real(8) :: x(3)
    complex(8) :: z
    integer :: id
  end type
  type(particle), allocatable :: particles(:)
  type pair
    complex(8) :: z
    real(8) :: w
  end type
  type(pair), allocatable :: pairs(:)
  real(8), allocatable :: slab(:,:)               ! (nx, first:last+1): distributed over y with a halo
  integer :: steps = 0
contains
  subroutine setup()
    integer :: k, n, e(7)
    allocate(i1(-2:2), i2(5), i4(0:4), i8(5), r4(5), r8(-7:-3), c4(5), c8(5), l1(5), l4(5), l8(5))
    do k = 1, 5
      i1(k-3) = int(k - 3, 1)
      i2(k) = int(-300*k, 2)
      i4(k-1) = -70000*k
      i8(k) = 5000000000_8*k
      r4(k) = 0.5*k
      r8(k-8) = 0.1d0*k
      c4(k) = cmplx(k, -k)
      c8(k) = cmplx(0.1d0*k, -0.2d0*k, 8)
      l1(k) = mod(k, 2) == 1
      l4(k) = mod(k, 3) == 1
      l8(k) = k > 3
    end do
    allocate(d1(-1:2), d2(-1:2,3), d3(-1:2,3,0:1), d4(-1:2,3,0:1,2), d5(-1:2,3,0:1,2,-5:-4), d6(-1:2,3,0:1,2,-5:-4,2), &
             d7(-1:2,3,0:1,2,-5:-4,2,7:8))
    e = [4, 3, 2, 2, 2, 2, 2]
    d1 = [(k, k = 0, product(e(:1)) - 1)]
    d2 = reshape([(k, k = 0, product(e(:2)) - 1)], shape(d2))
    d3 = reshape([(k, k = 0, product(e(:3)) - 1)], shape(d3))
    d4 = reshape([(k, k = 0, product(e(:4)) - 1)], shape(d4))
    d5 = reshape([(k, k = 0, product(e(:5)) - 1)], shape(d5))
    d6 = reshape([(k, k = 0, product(e(:6)) - 1)], shape(d6))
    d7 = reshape([(k, k = 0, product(e(:7)) - 1)], shape(d7))
    do n = 1, 4; do k = -3, 2; fixed(k,n) = 10*k + n; end do; end do
    allocate(pairs(3))
    pairs%w = [1d0, 2d0, 3d0]
    allocate(particles(0:2))
    do k = 0, 2
      particles(k)%x = [10d0*k + 1, 10d0*k + 2, 10d0*k + 3]
      particles(k)%z = cmplx(k, k + 0.5d0, 8)
      particles(k)%id = 100 + k
    end do
  end subroutine

  subroutine teardown()
    if (allocated(d2)) deallocate(d2)
    deallocate(i1, i2, i4, i8, r4, r8, c4, c8, l1, l4, l8, d1, d3, d4, d5, d6, d7, particles, pairs)
    nullify(window)
    if (allocated(slab)) deallocate(slab)
  end subroutine

  ! Rows first to last-1, counted from 0, and a ghost row on each side; row j holds 1000*(j+1) + i.
  subroutine make_slab(nx, first, last)
    integer, intent(in) :: nx, first, last
    integer :: i, j
    if (allocated(slab)) deallocate(slab)
    allocate(slab(nx, first:last+1))
    do j = first, last+1; do i = 1, nx; slab(i,j) = 1000*j + i; end do; end do
  end subroutine

  subroutine step(dt)
    real(8), intent(in) :: dt
    d2 = d2 + dt
    time = time + dt
    steps = steps + 1
  end subroutine

  subroutine regrow(n)
    integer, intent(in) :: n
    deallocate(d2)
    if (n > 0) then
      allocate(d2(n, n))
      d2 = 7
    end if
  end subroutine

  real(8) function total()
    total = sum(d2)
  end function
end module
