module corners
  use iso_c_binding, only: c_ptr, c_null_ptr, c_int
  use, intrinsic :: ieee_arithmetic, only: ieee_class_type
  implicit none
  real(8), parameter :: inf = transfer(9218868437227405312_8, 1d0), nan = transfer(9221120237041090560_8, 1d0)
  complex, parameter :: ci = cmplx(-1, -2)
  character(len=4), parameter :: utf = 'é'//char(200)//char(0)
  integer, parameter :: z(3) = 0, e(0) = [integer ::]
  type t
    integer :: a = 3
    integer, pointer :: p(:) => null()
  end type
  type, extends(t) :: u
    integer :: b = 4
  end type
  type(u), parameter :: cu = u(b=5, a=2), cv = u(t=t(7))
  type(t), parameter :: ct = t()
  type priv
    private
    integer, public :: shown
    integer :: hid
  end type
  real :: eq1, eq2(4)
  equivalence (eq1, eq2(2))
  common /named/ cx, cy
  real :: cx, cy
  bind(c, name='nn') :: /named/
  integer, parameter :: b4(2,2) = 1
  type(c_ptr), parameter :: nn = c_null_ptr
  type(ieee_class_type) :: ic
  protected :: eq3
  integer :: eq3
contains
  subroutine s(x, n, y, z, l)
    integer, intent(in) :: n
    real :: y(:), x(n, size(y)), z(ubound(y, 1):size(y, kind=8))
    logical :: l(count([n>1, n<2]), len_trim('ab'), ishft(n, 2), abs(n), n + nint(2.5), sum([1,2,n]), ceiling(real(n)/2), merge(1, 2, n > 3 .and. n /= 4))
  end subroutine
  subroutine s2(p, c)
    procedure(real), pointer :: p
    character(len=*) :: c(*)
    optional p
  end subroutine
end module
module corners_user
  use corners, only: s, other => t
  interface s
    module procedure qs
    procedure :: s
  end interface
contains
  subroutine qs(x)
    integer :: x
  end subroutine
end module
