module rare
  implicit none
  asynchronous :: buf
  real :: buf(10)
  common /blk/ tpc
  real :: tpc
  !$omp threadprivate(/blk/)
  integer :: tgt
  !$omp declare target(tgt)
  interface
    module subroutine sep(x)
      integer, intent(in) :: x
    end subroutine
    module function sepf(x) result(r)
      integer, intent(in) :: x
      real :: r
    end function
  end interface
  integer, private :: i_
  procedure(sep) :: extp
  external :: ext2
  real, external :: ext3
  type v
    real :: a(3) = [(0.5*i_, i_=1,3)]
    procedure(ff), pointer, pass(self) :: f => null()
    character(kind=4, len=3) :: c4 = 4_'ab'
    logical :: l(2) = .true.
    class(*), pointer :: any => null()
  contains
    procedure, pass(b) :: addv
    generic :: operator(+) => addv
    procedure :: wr
    generic :: write(formatted) => wr
  end type
  abstract interface
    subroutine ff(self, n)
      import v
      class(v), intent(in) :: self
      integer, value :: n
    end subroutine
  end interface
  integer, parameter :: big(0:99) = [(i_*i_, i_=0,99)]
  character(len=*, kind=4), parameter :: k4 = 4_'héé'
  real, parameter :: neg(2) = [-1.0, +2.0]
  type(v), parameter :: vv = v(a=1.0)
  logical, parameter :: lp = .not. .true.
  integer, dimension(:), pointer :: ptr(:)
contains
  module subroutine sep(x)
    integer, intent(in) :: x
  end subroutine
  module function sepf(x) result(r)
    integer, intent(in) :: x
    real :: r
    r = x
  end function
  function addv(a, b) result(c)
    class(v), intent(in) :: a, b
    type(v) :: c
    c%a = a%a + b%a
  end function
  subroutine wr(dtv, unit, iotype, v_list, iostat, iomsg)
    class(v), intent(in) :: dtv
    integer, intent(in) :: unit, v_list(:)
    character(*), intent(in) :: iotype
    integer, intent(out) :: iostat
    character(*), intent(inout) :: iomsg
    iostat = 0
  end subroutine
  function strn(n, s) result(r)
    integer, intent(in) :: n
    character(len=*), intent(in) :: s(:)
    character(len=n + len(s)) :: r
    r = ''
  end function
  function pf(k) result(f)
    integer, intent(in) :: k
    procedure(ff), pointer :: f
    f => null()
  end function
  subroutine many(a, b, c, d, n, l, t, s)
    integer, intent(in) :: n
    logical, intent(in) :: l
    type(v), intent(in) :: t(n)
    character(len=*), intent(in) :: s
    real :: a(merge(1, n, .not. l)), b(size(t(1)%a)), c(n, n:*), d(len_trim(s), len(t%c4), nint(t(2)%a(1)), (n/2)*3, (n + 1)/2, 2**n, -n*2:n)
  end subroutine
  subroutine ent(a)
    real :: a(:)
    integer :: b
    a = 1
    return
    entry ent2(b)
  end subroutine
  subroutine loc(q)
    type lt
      sequence
      integer :: a
    end type
    type(lt) :: q
  end subroutine
  subroutine opt(f, s)
    interface
      subroutine f(a)
        real, intent(in) :: a(*)
      end subroutine
    end interface
    optional :: f
    character(len=5), intent(in), optional :: s(2)
  end subroutine
  impure recursive function fact(n) result(m)
    integer, intent(in) :: n
    integer :: m
    m = n
  end function
end module
