! What the tests need beside the tricky modules: arrays that tell their addresses, a distributed one, procedures for costs.
module cases
  use toy_kinds, only: cpoint
  implicit none
  integer :: nx = 0, ny_all = 0, first = 1
  real(8), allocatable :: slab(:, :)
  real(8), target :: fixed(0:3, -1:1) = 0
  complex(4), parameter :: unit = (0.5, -2.0)
  real(4), parameter :: single = 0.1, tiny_value = 1e-30
  logical, parameter :: yes = .true.
  integer(1) :: small = 3
  character(len=6), parameter :: quoted = 'a"b\c'
  integer, parameter :: table(2, 2) = reshape([1, 2, 3, 4], [2, 2])
  integer :: extent = 3
  integer, private :: hidden = 3
  integer :: call_swap = 1               ! as the companion's name of a procedure
  integer :: foobar = 1, foo_bar = 2     ! the same name in C#, but for the case of a letter
  real(8) :: library = 5                 ! a name that the class has of its own

  type node
    integer :: value = 0
    type(node), pointer :: next => null()
    real(8), allocatable :: data(:)
  end type

  type holder
    type(node) :: inner
    logical :: flag = .false.
    character(len=4) :: tag = 'abcd'
    character(len=3), allocatable :: words(:)
    real(8) :: grid(0:1, 2) = 0
  end type

  ! Its end frees an array of the module, or stops.
  type finalized
    logical :: stops = .false.
    real(8), allocatable :: something(:)
  contains
    final :: finish
  end type

  real(8), allocatable :: registry(:)
  private :: finish

  type(holder), target :: held
  type(node), allocatable :: nodes(:)

  interface total
    module procedure total_4, total_8, total_i
  end interface
  private :: cpoint, total_4, total_8, total_i

contains

  subroutine finish(f)
    type(finalized), intent(inout) :: f

    if (allocated(registry)) deallocate(registry)
    if (f%stops) stop 'in final'
  end subroutine

  subroutine allocate_registry(n)
    integer, intent(in) :: n

    if (allocated(registry)) deallocate(registry)
    allocate(registry(n))
    registry = 5
  end subroutine

  subroutine number_points(n, p)
    integer, intent(in) :: n
    type(cpoint), intent(inout) :: p(n)
    integer :: i

    do i = 1, n
      p(i)%i = i
    end do
  end subroutine

  subroutine number_words(n, words)
    integer, intent(in) :: n
    character(len=8), intent(inout) :: words(n)
    integer :: i

    do i = 1, n
      words(i) = 'word '//achar(48 + i)
    end do
  end subroutine

  subroutine double_point(p)
    type(cpoint), intent(inout), optional :: p

    if (present(p)) p%i = 2*p%i
  end subroutine

  ! Arguments whose C# names would meet.
  subroutine meeting(n, n_value, n_pinned, check, arguments)
    integer, intent(inout) :: n, n_value
    real(8), intent(inout) :: n_pinned(:)
    integer, intent(in) :: check, arguments

    n = n + check
    n_value = n_value + arguments
    n_pinned = n
  end subroutine

  subroutine allocate_slab(rank, ranks)
    integer, intent(in) :: rank, ranks
    integer :: i, j, rows

    nx = 4
    ny_all = 3*ranks
    first = 3*rank + 1
    rows = 3
    if (allocated(slab)) deallocate(slab)
    allocate(slab(nx, 0:rows + 1))
    do j = 0, rows + 1
      do i = 1, nx
        slab(i, j) = 100*(first + j - 1) + i
      end do
    end do
  end subroutine

  subroutine move_slab
    real(8), allocatable :: other(:, :)

    allocate(other(nx, 0:4))
    other = -1
    call move_alloc(other, slab)
  end subroutine

  subroutine free_slab
    if (allocated(slab)) deallocate(slab)
  end subroutine

  subroutine fill_fixed
    integer :: i, j

    do j = -1, 1
      do i = 0, 3
        fixed(i, j) = 10*j + i
      end do
    end do
  end subroutine

  integer(8) function address_of(x)
    real(8), intent(in), target :: x(:, :)

    address_of = loc(x(1, 1))
  end function

  ! Sees any strides: writes its own indices.
  subroutine number(x)
    real(8), intent(inout) :: x(:, :, :)
    integer :: i, j, k

    do k = 1, size(x, 3)
      do j = 1, size(x, 2)
        do i = 1, size(x, 1)
          x(i, j, k) = i + 10*j + 100*k
        end do
      end do
    end do
  end subroutine

  subroutine by_variable(x, y)
    real(8), intent(inout) :: x(0:extent), y(hidden)

    x = x + 1
    y = y + 1
  end subroutine

  subroutine declared_length(n, text, upper)
    integer, intent(in) :: n
    character(len=n), intent(in) :: text
    character(len=n + 1), intent(out) :: upper

    upper = '<'//text
  end subroutine

  subroutine echo(text, times, out)
    character(len=*), intent(inout) :: text
    integer, intent(in), optional :: times
    character(len=*), intent(out), optional :: out

    text = text(1:1)//'!'
    if (present(out)) then
      out = 'absent'
      if (present(times)) out = repeat('x', times)
    end if
  end subroutine

  subroutine upper_all(words)
    character(len=*), intent(inout) :: words(:)
    integer :: i

    do i = 1, size(words)
      words(i)(1:1) = achar(iachar(words(i)(1:1)) - 32)
    end do
  end subroutine

  subroutine swap(a, b, l)
    integer, intent(inout) :: a, b
    logical, intent(inout) :: l
    integer :: c

    c = a
    a = b
    b = c
    l = .not. l
  end subroutine

  subroutine no_intent(x, n)
    real(8) :: x
    integer :: n

    x = x*n
    n = n + 1
  end subroutine

  subroutine each(n, f, g)
    integer, intent(in) :: n
    interface
      subroutine f(i, x)
        integer, intent(in) :: i
        real(8), intent(inout) :: x
      end subroutine
    end interface
    interface
      logical function g(i)
        integer, value :: i
      end function
    end interface
    optional :: g
    real(8) :: x
    integer :: i

    x = 0
    do i = 1, n
      if (present(g)) then
        if (.not. g(i)) cycle
      end if
      call f(i, x)
    end do
    library = x
  end subroutine

  ! As solvers of ordinary differential equations take their right-hand side: one step of Euler's.
  subroutine euler(n, t, y, dt, rhs)
    integer, intent(in) :: n
    real(8), intent(inout) :: t, y(n, 0:1)
    real(8), intent(in) :: dt
    interface
      subroutine rhs(n, t, y, dydt)
        integer, intent(in) :: n
        real(8), intent(in) :: t, y(n, 0:1)
        real(8), intent(out) :: dydt(2*n)
      end subroutine
    end interface
    real(8) :: dydt(n, 0:1)

    call rhs(n, t, y, dydt)
    y = y + dt*dydt
    t = t + dt
  end subroutine

  subroutine many(a, b, c, d, e, f, g, h, i, j, k, l, m, n)
    integer, intent(in) :: a, b, c, d, e, f, g, h, i, j, k, l, m
    integer, intent(out) :: n

    n = a + 2*b + 3*c + 4*d + 5*e + 6*f + 7*g + 8*h + 9*i + 10*j + 11*k + 12*l + 13*m
  end subroutine

  subroutine ends(text)
    character(len=*), intent(in) :: text

    if (text == 'stop') stop 'as asked'
    if (text == 'error') error stop 7
  end subroutine

  subroutine grow(n)
    integer, intent(in) :: n
    integer :: i

    if (allocated(nodes)) deallocate(nodes)
    allocate(nodes(0:n))
    do i = 0, n
      nodes(i)%value = 7*i
      allocate(nodes(i)%data(-i:i))
      nodes(i)%data = i
    end do
    held%inner%value = n
    held%inner%next => null()
    if (allocated(held%words)) deallocate(held%words)
    allocate(held%words(2))
    held%words = ['one', 'two']
    held%grid = reshape([1, 2, 3, 4], [2, 2])
  end subroutine

  subroutine change_node(n, values)
    type(node), intent(inout) :: n
    real(8), intent(in) :: values(:)

    n%value = n%value + 1
    n%data = values
  end subroutine

  integer function sum_nodes(list)
    type(node), intent(in) :: list(:)

    sum_nodes = sum(list%value)
  end function

  type(node) function make_node(n)
    integer, intent(in) :: n

    make_node%value = n
    allocate(make_node%data(n))
    make_node%data = 2
  end function

  function joined(a, b)
    character(len=*), intent(in) :: a, b
    character(len=len(a) + len(b)) :: joined

    joined = a//b
  end function

  function pointed()
    real(8), pointer :: pointed(:, :)

    pointed => fixed
  end function

  function triangle(n)
    integer, intent(in) :: n
    integer, allocatable :: triangle(:)
    integer :: i

    triangle = [(i*(i + 1)/2, i=1, n)]
  end function

  subroutine allocate_out(n, x)
    integer, intent(in) :: n
    real(8), allocatable, intent(out) :: x(:, :)

    allocate(x(0:n, -n:n))
    x = n
  end subroutine

  real(4) function total_4(x)
    real(4), intent(in) :: x(:)

    total_4 = sum(x)
  end function

  real(8) function total_8(x)
    real(8), intent(in) :: x(:)

    total_8 = sum(x)
  end function

  integer function total_i(x)
    integer, intent(in) :: x(:)

    total_i = sum(x)
  end function

  ! For costs: as little as can be, called from C# and by the loops below.
  subroutine touch_scalars(n, x)
    integer, intent(in) :: n
    real(8), intent(inout) :: x

    x = x + n
  end subroutine

  subroutine touch_array(x)
    real(8), intent(inout) :: x(:, :, :)

    x(1, 1, 1) = x(1, 1, 1) + 1
  end subroutine

  subroutine repeat_scalars(count, n, x)
    integer, intent(in) :: count, n
    real(8), intent(inout) :: x
    integer :: i

    do i = 1, count
      call touch_scalars(n, x)
    end do
  end subroutine

  subroutine repeat_array(count, x)
    integer, intent(in) :: count
    real(8), intent(inout) :: x(:, :, :)
    integer :: i

    do i = 1, count
      call touch_array(x)
    end do
  end subroutine

  subroutine a_procedure_with_a_name_that_is_almost_as_long_as_fortran_allo( &
    an_argument_with_a_name_that_is_as_long_as_fortran_allows_it_ok)
    integer, intent(inout) :: an_argument_with_a_name_that_is_as_long_as_fortran_allows_it_ok

    an_argument_with_a_name_that_is_as_long_as_fortran_allows_it_ok = 63
  end subroutine
end module
