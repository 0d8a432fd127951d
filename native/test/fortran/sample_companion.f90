! What a user writes once: the core's arrays and procedures as C sees them.
module sample_companion
  use iso_c_binding
  use distarray
  use sample_core
  implicit none
  integer(c_int) :: refusal = 0, last_status = 0
  integer, allocatable :: none(:)
  logical, allocatable :: no_flags(:)
contains
  subroutine sample_publish() bind(C)
    if (allocated(u)) call distarray_publish('u', u, lbound(u), [12,4,4], [2,0,0], [1,0,0])
    call distarray_publish('section', section, lbound(section))
    call distarray_publish('fixed', fixed, lbound(fixed), [10,9], [0,2], reshape([1,2,0,1],[2,2]), [.false.,.true.])
    call distarray_publish('z', z, lbound(z, kind=8))
    call distarray_publish('reals', fixed(2:8:3,5:1:-2), [1,1])
    call distarray_publish('time', time)
    call distarray_publish('flags', flags, lbound(flags))
    call publish_parts(parts)
    select case (refusal)
    case (1); call distarray_publish('quadruple', quadruple, lbound(quadruple))
    case (2); call distarray_publish('z', z, lbound(z))
    case (3); call distarray_publish('worse', z, [1,2])
    case (4); call distarray_publish('worse', z, [1], [7])
    case (5); call distarray_publish('worse', z, [1], [7], [3])
    case (6); call distarray_publish('worse', z, [1], halo=[5])
    case (7); call distarray_publish('worse', z, [1], [7], [3], ierr=last_status)
    case (8); call distarray_publish('parts', parts, [1])
    case (9); call distarray_publish('fixed column', fixed(:,1))
    case (10); call distarray_publish('worse', z, [1_8], halo=[huge(1_8)])
    case (11); call distarray_publish('worse', z, [1_8], [7_8], [huge(1_8)])
    case (12); call distarray_publish('absent', z, [1], none, none, none, no_flags)
    end select
  end subroutine

  ! A component of an allocatable, the way that leaves its parent alone.
  subroutine publish_parts(x)
    type(part), target :: x(:)
    integer, pointer :: id(:)
    real(8), pointer :: v(:)
    id => x%id
    call distarray_publish('ids', id, lbound(id))
    v => x(2)%v
    call distarray_publish('values of 2', v, lbound(v))
  end subroutine

  subroutine sample_setup() bind(C)
    call setup()
  end subroutine

  subroutine sample_refuse(which) bind(C)
    integer(c_int), value :: which
    refusal = which
  end subroutine

  ! Publishes by itself, outside of the publish procedure.
  subroutine sample_publish_badly() bind(C)
    call distarray_publish('worse', z, [1, 2])
  end subroutine

  subroutine sample_publish_and_free() bind(C)
    call sample_publish()
    call regrow(0)
  end subroutine

  integer(c_int) function sample_last_status() bind(C)
    sample_last_status = last_status
  end function

  subroutine sample_regrow(n) bind(C)
    integer(c_int), value :: n
    call regrow(n)
  end subroutine

  subroutine sample_halt(how) bind(C)
    integer(c_int), value :: how
    call halt(how)
  end subroutine

  integer(c_int) function sample_start_and_end_mpi() bind(C)
    call start_and_end_mpi(sample_start_and_end_mpi)
  end function

  real(c_double) function sample_energy() bind(C)
    sample_energy = energy()
  end function

  complex(c_double) function sample_mix(i1, i2, i4, i8, r4, r8, c4, c8, flag, text, array) bind(C)
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
    real(c_double), intent(inout) :: array(:,:)
    sample_mix = i1 + 10d0*i2 + 100d0*i4 + 1000d0*i8 + r4 + r8 + c4 + c8
    if (flag .and. text(2) == 'b' .and. text(3) == c_null_char) array = array + 1000
  end function

  ! Hands every row of `fixed` to the host, which sees a strided section.
  real(c_double) function sample_rows(f) bind(C)
    interface
      real(c_double) function f(row, factor) bind(C)
        import :: c_double, c_int
        real(c_double), intent(in) :: row(:)
        integer(c_int), value :: factor
      end function
    end interface
    integer :: i
    sample_rows = 0
    do i = 1, size(fixed, 1); sample_rows = sample_rows + f(fixed(i,:), i); end do
  end function

  ! Column sums weighted by position, so that a permuted array shows.
  real(c_double) function sample_weigh(array) bind(C)
    real(c_double), intent(in) :: array(:,:)
    integer :: i, j
    sample_weigh = 0
    do j = 1, size(array, 2); do i = 1, size(array, 1); sample_weigh = sample_weigh + array(i,j)*(i + 100*j); end do; end do
  end function
end module
