module wide_base
  use, intrinsic :: iso_c_binding, only: c_ptr, c_int, handle => c_funptr
  implicit none
  private :: hidden_count
  integer, parameter :: wp = kind(1d0)
  integer, parameter :: square(2,2) = reshape([1, 2, 3, 4], [2, 2])
  real(wp), parameter :: halves(3) = [0.5_wp, -0.25_wp, 1e-3_wp]
  real(4), parameter :: third = 1.0/3
  real(wp), parameter :: tiny_value = 5e-324_wp, huge_value = huge(1.0_wp), zero = 0, minus = -0.0_wp
  complex(wp), parameter :: imaginary = (0, 1), turns(2) = [(1d0, 0d0), (-0.5d0, 2.5d-3)]
  complex, parameter :: small = (0.1, -0.1)
  logical, parameter :: yes = .true., both(2) = [.true., .false.]
  logical(1), parameter :: short = .false.
  integer(8), parameter :: large = 9223372036854775807_8, negative = -5
  integer(1), parameter :: byte = -128
  character(len=*), parameter :: quoted = 'it''s "so"', slash = 'a\b', empty = ''
  character(len=3), parameter :: words(2) = ['one', 'two']
  character(len=2), parameter :: lines = achar(10)//achar(9)
  integer :: n = 4, hidden_count = 0
  integer, target :: counts(2) = 0
  type :: base_t
    integer :: id = 1
    real(wp), private :: secret = 2
  contains
    procedure :: show => show_base
    procedure, private :: inner
    generic :: print => show, inner
    final :: finish
  end type
  type, extends(base_t) :: child_t
    real(wp) :: x(2) = [1, 2]
    class(base_t), pointer :: next => null()
    character(len=:), allocatable :: label
    type(c_ptr) :: address
  end type
  type, abstract :: shape_t
  contains
    procedure(area_i), deferred :: area
  end type
  type :: opaque_t
    private
    integer :: state = 0
    real, allocatable :: values(:)
  end type
  type :: pair_t
    sequence
    integer :: a, b
  end type
  type(pair_t), parameter :: origin = pair_t(1, -2)
  type(pair_t), parameter :: pairs(2) = [pair_t(1, 2), pair_t(b=3, a=4)]
  type, private :: secret_t
    integer :: i
  end type
  abstract interface
    function area_i(self) result(a)
      import :: shape_t, wp
      class(shape_t), intent(in) :: self
      real(wp) :: a
    end function
    subroutine action(x, m)
      integer, intent(in) :: m
      real(8), intent(inout) :: x(m)
    end subroutine
  end interface
  interface operator(+)
    module procedure add_pairs
  end interface
  interface operator(.cross.)
    module procedure cross
  end interface
  interface assignment(=)
    procedure assign_pair
  end interface
  interface pair_t
    module procedure make_pair
  end interface
  interface total
    module procedure total_one
  end interface
  interface operator(==)
    module procedure same
  end interface
  interface
    subroutine external_one(n, x) bind(c, name='external_one')
      import :: c_int
      integer(c_int), value :: n
      real(8) :: x(*)
    end subroutine
    integer function plain_external(i)
      integer :: i
    end function
  end interface
  namelist /settings/ n, counts
  real, volatile :: watched
  procedure(action), pointer :: act => null()
  procedure(real(wp)), pointer :: typed => null()
contains
  subroutine show_base(self)
    class(base_t), intent(in) :: self
  end subroutine
  subroutine inner(self, k)
    class(base_t), intent(in) :: self
    integer, intent(in) :: k
  end subroutine
  subroutine finish(self)
    type(base_t), intent(inout) :: self
  end subroutine
  elemental function add_pairs(a, b) result(c)
    type(pair_t), intent(in) :: a, b
    type(pair_t) :: c
    c = pair_t(a%a + b%a, a%b + b%b)
  end function
  pure function cross(a, b) result(c)
    type(pair_t), intent(in) :: a, b
    integer :: c
    c = a%a*b%b
  end function
  pure logical function same(a, b)
    type(pair_t), intent(in) :: a, b
    same = a%a == b%a
  end function
  subroutine assign_pair(a, b)
    type(pair_t), intent(out) :: a
    integer, intent(in) :: b
    a%a = b; a%b = b
  end subroutine
  type(pair_t) function make_pair(a)
    real, intent(in) :: a
    make_pair%a = int(a); make_pair%b = 0
  end function
  function total_one(x) result(t)
    real(wp), intent(in) :: x(:)
    real(wp) :: t
    t = sum(x)
  end function
  pure integer function twice(i)
    integer, intent(in) :: i
    twice = 2*i
  end function
end module

module wide
  use wide_base, only: wp, n, base_t, plural => counts, kid => child_t, total, pair_t, action, twice, operator(.cross.), operator(+)
  use iso_c_binding
  implicit none
  private
  public :: wp, plural, kid, total, operator(.cross.)
  type, public :: box_t
    type(kid) :: child
    type(pair_t), pointer :: pairs(:) => null()
    procedure(action), pointer, nopass :: run => null()
    integer :: grid(2) = 1
  end type
  interface total
    module procedure total_two
  end interface
  interface pick
    procedure :: pick_one
  end interface
  public :: pick, bounds, sizes, lengths, callbacks, c_things, results, local_use, nested, nothing, matrix, filled, whole, tagged, unusual, external_arguments, doubled, anytype, kinds
  type(box_t), public, save :: grid
  integer, public :: m = 2
  integer, parameter :: private_constant = 7
contains
  function total_two(x) result(t)
    real(wp), intent(in) :: x(:, :)
    real(wp) :: t
    t = sum(x)
  end function
  subroutine pick_one(a)
    integer, intent(in) :: a
  end subroutine
  subroutine bounds(k, l, a, b, c, d, e, f)
    integer, intent(in) :: k, l
    integer(8), intent(in) :: f
    real, intent(in) :: a(k*l, -k:k), b(max(k, l), min(k, 2)), c(n, plural(2)), d(2*k/l + mod(k, 3), k**2)
    real, intent(in) :: e(f, private_constant*k, -(k + 1):2*(k - l), k - (l - 1))
  end subroutine
  subroutine sizes(a, b, c, d)
    real, intent(in) :: a(:, :)
    real, intent(out) :: b(size(a)), c(size(a, 1), size(a, 2) + 1), d(0:ubound(a, 1), lbound(a, 2):2)
  end subroutine
  subroutine lengths(s, t, u)
    character(len=*), intent(in) :: s
    character(len=len(s)), intent(out) :: t
    character(len=2*m + 1), intent(out) :: u(3)
  end subroutine
  subroutine callbacks(f, g, h, k)
    procedure(action) :: f
    procedure(action), optional :: g
    procedure(action), pointer, intent(in) :: h
    interface
      function k(i) result(j)
        use wide_base, only: pair_t
        integer, intent(in) :: i
        type(pair_t) :: j
      end function
    end interface
  end subroutine
  subroutine c_things(p, q, n, s) bind(c)
    type(c_ptr), value :: p
    type(c_funptr), intent(in) :: q
    integer(c_size_t), value :: n
    character(kind=c_char), intent(in) :: s(*)
  end subroutine
  function results(k) result(p)
    integer, intent(in) :: k
    real(wp), pointer :: p(:, :)
    nullify(p)
  end function
  subroutine local_use(a)
    use wide_base, only: other => opaque_t
    type(other), intent(inout) :: a
  end subroutine
  subroutine nested(b, x, y)
    type(box_t), intent(in) :: b
    real, intent(in) :: x(b%grid(1), size(b%pairs))
    real, intent(in) :: y(grid%grid(2))
  end subroutine
  subroutine nothing()
  end subroutine
  function matrix(k) result(r)
    integer, intent(in) :: k
    real, allocatable :: r(:, :)
    allocate(r(k, k))
  end function
  subroutine filled(x, y)
    class(*), intent(in), optional :: x
    class(base_t), allocatable, intent(inout) :: y(:)
  end subroutine
  subroutine whole(x, y)
    real, intent(inout), contiguous :: x(0:, :)
    real, intent(inout), volatile :: y(..)
  end subroutine
  function tagged(s) result(t)
    character(len=*), intent(in) :: s
    character(len=:), allocatable :: t
    t = s
  end function
  subroutine unusual(k, x)
    integer, intent(in) :: k
    real, intent(in) :: x(twice(k), int(real(k)), merge(k, 1, k > 1))
  end subroutine
  subroutine external_arguments(f, g, s)
    external :: f, s
    real, external :: g
    call s
  end subroutine
  impure elemental subroutine doubled(x)
    real, intent(inout) :: x
    x = 2*x
  end subroutine
  subroutine anytype(x, y)
    type(*), intent(in) :: x(*)
    type(*), intent(in) :: y(..)
  end subroutine
  subroutine kinds(a, b, c)
    integer(1) :: a
    integer(2) :: b
    logical(8) :: c
  end subroutine
end module
