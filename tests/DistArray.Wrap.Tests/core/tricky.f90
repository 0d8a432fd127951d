! Modules with everything that makes wrapping hard; the tests call all of it.
module toy_kinds
  use iso_fortran_env, only: real64, int64
  implicit none
  integer, parameter :: rp = real64
  type particle_t
    real(rp) :: x(3) = 0
    integer(int64) :: id = 0
    character(len=8) :: tag = 'none'
  end type
  type field_t
    real(rp), allocatable :: f(:,:,:)
    complex(rp), pointer :: g(:,:) => null()
    real(rp) :: origin(-1:1)
    integer :: n(3)
    type(particle_t), allocatable :: parts(:)
    procedure(), pointer, nopass :: cb => null()
  end type
  type, bind(C) :: cpoint
    integer(4) :: i
    real(8) :: w(2)
  end type
end module
module toy
  use toy_kinds
  use iso_c_binding
  implicit none
  private
  integer, parameter, public :: nmax = 10
  real(rp), parameter, public :: pi = 3.14159265358979_rp
  integer, parameter, public :: tab(3) = [1,2,3]
  character(len=*), parameter, public :: version = 'v1.2'
  real(rp), allocatable, public :: a7(:,:,:,:,:,:,:)
  real(rp), public :: s7(2,-1:1,0:2,1,2,1,-3:-2)
  real(rp), pointer, public :: p2(:,:) => null()
  real(rp), pointer, contiguous, public :: p2c(:,:) => null()
  complex(rp), allocatable, target, public :: spec(:,:,:)
  complex(4), public :: zc(-2:nmax)
  real(4), public :: r4 = 1.5
  logical, public :: flag = .true.
  logical(1), public :: lmask(4) = .false.
  integer(2), public :: i2 = 7
  integer(int64), public, protected :: step = 0
  real(rp), allocatable, public, protected :: ro(:)
  character(len=16), public :: name = 'toy'
  character(len=8), public :: names(3) = ['a','b','c']
  character(len=:), allocatable, public :: dyn
  type(field_t), public, target :: fld
  type(field_t), allocatable, public :: flds(:)
  type(particle_t), public :: parts(5)
  type(cpoint), public :: cp
  class(particle_t), allocatable, public :: poly
  procedure(scale_all), pointer, public :: hook => null()
  real(rp), public :: common_a, common_b(4)
  common /blk/ common_a, common_b
  real(rp), public, save :: tp
  !$omp threadprivate(tp)
  integer, allocatable, public :: iscal
  real(rp), private, allocatable :: hidden(:)
  real(rp), public, bind(C, name='c_visible') :: cvis
  real(10), public :: r10
  enum, bind(C)
    enumerator :: red = 3, green
  end enum
  public :: red, green
  interface norm
    module procedure norm1, norm2
  end interface
  interface operator(+)
    module procedure addp
  end interface
  public :: norm, operator(+), norm1
  public :: setup, scale_all, explicit_dims, optargs, fname, zsum, vec, str_in, assumed_size, dt_arg, cb_arg, &
    ptr_arg, alloc_arg, bc, elem, logic, strout, rank_any, star_len, altret, val_arg, cls_arg, recur, tarr, &
    strfun, mixed
contains
  subroutine setup(n)
    integer, intent(in) :: n
    integer :: i
    allocate(a7(-1:n,2,0:1,2,1,2,3)); a7 = 1
    allocate(spec(0:n,-n:n,2)); spec = (1,2)
    allocate(ro(0:n)); ro = [(i,i=0,n)]
    allocate(fld%f(0:n+1,0:n+1,0:n+1)); fld%f = 2
    allocate(flds(2)); allocate(flds(2)%f(-1:1,2,3)); flds(2)%f = 5
    allocate(hidden(n)); hidden = 0
    p2 => fld%f(0:n+1:2,1,:)
    dyn = 'dynamic'
    step = n
  end subroutine
  subroutine scale_all(x, f)
    real(rp), intent(inout) :: x(:,:,:)
    real(rp), intent(in) :: f
    x = x*f
  end subroutine
  subroutine explicit_dims(n, m, x, y)
    integer, intent(in) :: n, m(3)
    real(rp), intent(in) :: x(0:n+1, 0:m(2), -1:*)
    real(rp), intent(out) :: y(n, 2*m(1)-1)
    y = x(1,1,0)
  end subroutine
  function optargs(a, b, c) result(r)
    real(rp), intent(in) :: a
    real(rp), intent(in), optional :: b, c(:)
    real(rp) :: r
    r = a
    if (present(b)) r = r + b
    if (present(c)) r = r + sum(c)
  end function
  real(rp) function fname(s)
    character(len=*), intent(in) :: s
    fname = len_trim(s)
  end function
  complex(rp) function zsum(z)
    complex(rp), intent(in) :: z(:)
    zsum = sum(z)
  end function
  function vec(n) result(v)
    integer, intent(in) :: n
    real(rp) :: v(0:n)
    v = n
  end function
  subroutine str_in(s, k)
    character(len=4), intent(in) :: s(:)
    integer, intent(out) :: k
    k = size(s)
  end subroutine
  subroutine assumed_size(n, x)
    integer, intent(in) :: n
    real(4), intent(inout) :: x(*)
    x(1:n) = x(1:n) + 1
  end subroutine
  subroutine dt_arg(f, p)
    type(field_t), intent(inout) :: f
    type(particle_t), intent(in) :: p(:)
    f%n = size(p)
  end subroutine
  subroutine cb_arg(g, x)
    interface
      real(rp) function g(x)
        import rp
        real(rp), intent(in) :: x
      end function
    end interface
    real(rp), intent(inout) :: x
    x = g(x)
  end subroutine
  subroutine ptr_arg(p)
    real(rp), pointer, intent(inout) :: p(:,:)
    if (associated(p)) p = 0
  end subroutine
  subroutine alloc_arg(a)
    real(rp), allocatable, intent(inout) :: a(:)
    if (.not. allocated(a)) allocate(a(-1:3)); a = 1
  end subroutine
  subroutine bc(n, x) bind(C, name='toy_bc')
    integer(c_int), value :: n
    real(c_double), intent(inout) :: x(n)
    x = x + 1
  end subroutine
  elemental real(rp) function elem(x)
    real(rp), intent(in) :: x
    elem = x*x
  end function
  logical function logic(l, m)
    logical, intent(in) :: l
    logical, intent(inout) :: m(:)
    logic = l .and. all(m); m = .true.
  end function
  subroutine strout(s)
    character(len=*), intent(out) :: s
    s = 'out'
  end subroutine
  subroutine rank_any(x)
    real(rp), intent(inout) :: x(..)
    select rank(x)
    rank(1); x = rank(x)
    end select
  end subroutine
  subroutine star_len(s, x)
    character(len=*), intent(in) :: s
    class(*), intent(in) :: x
  end subroutine
  subroutine altret(i, *)
    integer, intent(in) :: i
    if (i > 0) return 1
  end subroutine
  subroutine val_arg(i, z)
    integer, value :: i
    complex(rp), value :: z
  end subroutine
  subroutine cls_arg(p)
    class(particle_t), intent(inout) :: p
    p%x = 1
  end subroutine
  recursive subroutine recur(i)
    integer, intent(inout) :: i
    if (i > 0) then; i = i - 1; call recur(i); end if
  end subroutine
  subroutine tarr(x, lo)
    integer, intent(in) :: lo(3)
    real(rp), intent(inout), target, contiguous :: x(lo(1):, lo(2):, lo(3):)
    x(lo(1),lo(2),lo(3)) = 42
  end subroutine
  function strfun(i) result(s)
    integer, intent(in) :: i
    character(len=5) :: s
    s = 'fun'
  end function
  subroutine mixed(n, a, msg, ok, err)
    integer, intent(in) :: n
    real(rp), intent(inout) :: a(n,*)
    character(len=*), intent(in), optional :: msg
    logical, intent(in), optional :: ok
    integer, intent(out), optional :: err
    if (present(err)) err = n
  end subroutine
  real(rp) function norm1(x)
    real(rp), intent(in) :: x(:)
    norm1 = sum(abs(x))
  end function
  real(rp) function norm2(x)
    real(rp), intent(in) :: x(:,:)
    norm2 = sqrt(sum(x**2))
  end function
  function addp(a,b) result(c)
    type(particle_t), intent(in) :: a,b
    type(particle_t) :: c
    c%x = a%x + b%x
  end function
end module
