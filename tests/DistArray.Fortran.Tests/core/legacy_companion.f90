! The companion: bind(C) procedures that repeat the core's, and what it shows.
module legacy_companion
  use iso_c_binding
  use distarray
  use legacy
  implicit none
  integer :: slab_first = 0, slab_global(2) = 0
  real(c_double), pointer :: kept(:) => null()
  abstract interface
    real(c_double) function integrand(x, n) bind(C)
      import :: c_double, c_int
      real(c_double), value :: x
      integer(c_int), value :: n
    end function
  end interface
contains
  subroutine legacy_publish() bind(C)
    if (allocated(i1)) then
      call distarray_publish('i1', i1, lbound(i1)); call distarray_publish('i2', i2, lbound(i2))
      call distarray_publish('i4', i4, lbound(i4)); call distarray_publish('i8', i8, lbound(i8, kind=8))
      call distarray_publish('r4', r4, lbound(r4)); call distarray_publish('r8', r8, lbound(r8))
      call distarray_publish('c4', c4, lbound(c4)); call distarray_publish('c8', c8, lbound(c8))
      call distarray_publish('l1', l1, lbound(l1)); call distarray_publish('l4', l4, lbound(l4))
      call distarray_publish('l8', l8, lbound(l8))
      call distarray_publish('d1', d1, lbound(d1)); call distarray_publish('d3', d3, lbound(d3))
      call distarray_publish('d4', d4, lbound(d4)); call distarray_publish('d5', d5, lbound(d5))
      call distarray_publish('d6', d6, lbound(d6)); call distarray_publish('d7', d7, lbound(d7))
      call publish_particles(particles)
      call publish_pairs(pairs)
    end if
    call distarray_publish('d2', d2, lbound(d2)) ! not allocated: not published
    call distarray_publish('fixed', fixed, lbound(fixed))
    call distarray_publish('reversed', fixed(2:-3:-2, 2:4:2), [1, 1])
    if (associated(window)) call distarray_publish('window', window, lbound(window))
    call distarray_publish('time', time)
    if (allocated(slab)) call distarray_publish('slab', slab, lbound(slab), slab_global, [0, slab_first], [0, 1])
  end subroutine

  subroutine publish_particles(p)
    type(particle), target :: p(0:)
    integer, pointer :: id(:)
    real(8), pointer :: x(:), all_x(:)
    complex(8), pointer :: z(:)
    id => p%id
    call distarray_publish('particles%id', id, lbound(id))
    x => p(1)%x
    call distarray_publish('particles(1)%x', x, lbound(x))
    all_x => p%x(2)
    call distarray_publish('particles%x(2)', all_x, lbound(all_x))
    z => p%z
    call distarray_publish('particles%z', z, lbound(z))
  end subroutine

  subroutine publish_pairs(p)
    type(pair), target :: p(:)
    complex(8), pointer :: z(:)
    real(8), pointer :: w(:)
    z => p%z
    call distarray_publish('pairs%z', z, lbound(z))
    w => p%w
    call distarray_publish('pairs%w', w, lbound(w))
  end subroutine

  subroutine legacy_setup() bind(C)
    call setup()
    call set_window(d3)
  end subroutine

  subroutine set_window(a)
    real(8), target :: a(:,:,:)
    window => a(4:1:-3, :, 2)
  end subroutine

  subroutine legacy_teardown() bind(C)
    call teardown()
  end subroutine

  subroutine legacy_make_slab(nx, ny, first, last) bind(C)
    integer(c_int), value :: nx, ny, first, last
    slab_global = [nx, ny]
    slab_first = first
    call make_slab(nx, first, last)
  end subroutine

  subroutine legacy_step(dt) bind(C)
    real(c_double), value :: dt
    call step(dt)
  end subroutine

  subroutine legacy_regrow(n) bind(C)
    integer(c_int), value :: n
    call regrow(n)
  end subroutine

  ! Calls back after an array has moved and was published anew.
  subroutine legacy_regrow_and_tell(n, f) bind(C)
    integer(c_int), value :: n
    interface
      subroutine f() bind(C)
      end subroutine
    end interface
    call regrow(n)
    call legacy_publish()
    call f()
  end subroutine

  subroutine legacy_regrow_and_halt(n) bind(C)
    integer(c_int), value :: n
    call regrow(n)
    stop 'after regrowing'
  end subroutine

  real(c_double) function legacy_total() bind(C)
    legacy_total = total()
  end function

  subroutine legacy_nothing() bind(C)
  end subroutine

  ! 1 where MPI's communicator has this many ranks.
  integer(c_int) function legacy_has_ranks(comm, n) bind(C)
    include 'mpif.h'
    integer(c_int), value :: comm, n
    integer :: ranks, ierr
    call mpi_comm_size(comm, ranks, ierr)
    legacy_has_ranks = merge(1, 0, ierr == 0 .and. ranks == n)
  end function

  subroutine legacy_start_and_end_mpi(ierr) bind(C)
    include 'mpif.h'
    integer(c_int), intent(out) :: ierr
    call mpi_init(ierr)
    if (ierr == 0) call mpi_finalize(ierr)
  end subroutine

  subroutine legacy_halt(how) bind(C)
    integer(c_int), value :: how
    if (how == 1) stop 'no more steam'
    if (how == 2) error stop 'boiler burst'
    if (how == 3) stop 7
    if (how == 4) error stop 9
  end subroutine

  complex(c_double) function legacy_mix(i1, i2, i4, i8, r4, r8, c4, c8, flag, text, reference, missing) bind(C)
    integer(c_int8_t), value :: i1
    integer(c_int16_t), value :: i2
    integer(c_int32_t), value :: i4
    integer(c_int64_t), value :: i8
    real(c_float), value :: r4
    real(c_double), value :: r8
    complex(c_float), value :: c4
    complex(c_double), value :: c8
    logical(c_bool), value :: flag
    character(kind=c_char), intent(in) :: text(*)
    integer(c_int), intent(inout) :: reference
    integer(c_int), intent(in), optional :: missing
    integer :: n
    n = 1
    do while (text(n) /= c_null_char); n = n + 1; end do
    reference = 2*reference + n - 1
    if (present(missing)) reference = -missing
    legacy_mix = i1 + 10d0*i2 + 100d0*i4 + 1000d0*i8 + r4 + r8 + c4 + c8
    if (.not. flag) legacy_mix = 0
  end function

  ! Numbers the elements in Fortran's order, from 1.
  subroutine legacy_number(a) bind(C)
    real(c_double), intent(inout) :: a(:,:)
    integer :: i, j
    do j = 1, size(a, 2); do i = 1, size(a, 1); a(i,j) = i + 1000*j; end do; end do
  end subroutine

  subroutine legacy_number_explicit(a, n, m) bind(C)
    integer(c_int), value :: n, m
    real(c_double), intent(inout) :: a(n, m)
    integer :: i, j
    do j = 1, m; do i = 1, n; a(i,j) = i + 1000*j; end do; end do
  end subroutine

  integer(c_int) function legacy_rank(a) bind(C)
    type(*), intent(in) :: a(..)
    legacy_rank = rank(a)
  end function

  real(c_double) function legacy_integrate(f, n) bind(C)
    procedure(integrand) :: f
    integer(c_int), value :: n
    integer :: k
    legacy_integrate = 0
    do k = 1, n; legacy_integrate = legacy_integrate + f((k - 0.5d0)/n, k)/n; end do
  end function

  subroutine legacy_each_row(f) bind(C)
    interface
      subroutine f(row) bind(C)
        import :: c_double
        real(c_double), intent(inout) :: row(:)
      end subroutine
    end interface
    integer :: k
    do k = lbound(fixed, 1), ubound(fixed, 1); call f(fixed(k,:)); end do
  end subroutine
end module
