! Two-dimensional plasma turbulence in a doubly periodic box, pseudo-spectral, distributed over ky.
!
!   {a, b} = dx a dy b - dy a dx b,  D = nu (-laplacian)**order on both fields
!
!   hasegawa_wakatani           state (n, w), w = laplacian phi
!     dt n + {phi, n} = alpha (phi - n) - kappa dy phi - D n
!     dt w + {phi, w} = alpha (phi - n) - D w
!   modified_hasegawa_wakatani  the same with phi - n without its ky = 0 part
!   kinetic_alfven              state (psi, n), J = laplacian psi
!     dt psi =  {n, psi} + b0 dx n - D psi
!     dt n   = -{J, psi} - b0 dx J - D n
!   reduced_mhd                 state (w, a), w = -laplacian psi, j = -laplacian a
!     dt w + {w, psi} = {j, a} - D w
!     dt a + {a, psi} = -D a
!
! Fourth-order Runge-Kutta, dissipation by an exact integrating factor. Coefficients are those of
! f = sum f(kx, ky) exp(i (kx x + ky y)), so that a box mean is a plain weighted sum, <f g> = sum of weight Re(conjg(f) g),
! weight 1 on ky = 0 and 2 on the other lines. Dealiasing keeps kx**2 + ky**2 <= (grid/3)**2, without k = 0;
! what is set outside of it is dropped at the next step.
!
! Every procedure but turbulence_potential is collective. ierr is 0, or one of the codes below with nothing changed.
module turbulence
  use transforms
  implicit none
  private

  integer, parameter, public :: hasegawa_wakatani = 1, modified_hasegawa_wakatani = 2, kinetic_alfven = 3, reduced_mhd = 4
  integer, parameter, public :: turbulence_no_memory = 1, turbulence_bad_grid = 2, turbulence_bad_model = 3, &
    turbulence_bad_parameter = 4, turbulence_not_initialized = 5, turbulence_already_initialized = 6, turbulence_bad_argument = 7

  ! Quantities and derivatives of turbulence_to_physical.
  integer, parameter, public :: first_component = 1, second_component = 2, stream_function = 3, current = 4
  integer, parameter, public :: no_derivative = 0, x_derivative = 1, y_derivative = 2

  integer, public :: grid = 0                            ! points a side
  complex(8), allocatable, public :: state(:, :, :)      ! (0:grid-1, ky0:ky1, 2)
  complex(8), allocatable, public :: potential(:, :)     ! (0:grid-1, ky0:ky1), by turbulence_potential
  real(8), allocatable, public :: field(:, :)            ! (0:grid-1, x0:x1), all y of a slab of x
  public :: ky0, ky1, x0, x1

  public :: turbulence_init, turbulence_step, turbulence_potential, turbulence_to_physical, turbulence_from_physical
  public :: turbulence_finalize

  integer :: model, order
  real(8) :: box_wavenumber, alpha, kappa, b0, nu
  real(8) :: decay_step                                  ! the step that decay is for
  real(8), allocatable :: kx(:)                          ! (0:grid-1)
  real(8), allocatable :: inverse_k2(:, :)               ! (0:grid-1, ky0:ky_kept)
  real(8), allocatable :: decay(:, :)                    ! exp(-nu k**(2 order) dt/2)
  complex(8), allocatable :: stage(:, :, :), total(:, :, :) ! (0:grid-1, ky0:ky_kept, 2)
  complex(8), allocatable :: rate(:, :), stream(:)       ! (0:grid-1, 2), (0:grid-1): of one line
  integer, allocatable :: first(:, :), last(:, :)        ! (2, ky0:ky_kept): kx >= 0 and kx < 0 that are kept, as indices

contains

  subroutine turbulence_init(comm, n, length, model_number, adiabaticity, gradient, mean_field, viscosity, hyper_order, ierr)
    integer, intent(in) :: comm              ! communicator
    integer, intent(in) :: n                 ! points a side, even, 8 to 32768
    real(8), intent(in) :: length            ! side of the box
    integer, intent(in) :: model_number
    real(8), intent(in) :: adiabaticity      ! alpha
    real(8), intent(in) :: gradient          ! kappa
    real(8), intent(in) :: mean_field        ! b0
    real(8), intent(in) :: viscosity         ! nu
    integer, intent(in) :: hyper_order       ! 1: Laplacian
    integer, intent(out) :: ierr
    integer :: status

    ierr = 0
    if (grid /= 0) then
      ierr = turbulence_already_initialized
    else if (n < 8 .or. n > 32768 .or. mod(n, 2) /= 0) then
      ierr = turbulence_bad_grid
    else if (model_number < hasegawa_wakatani .or. model_number > reduced_mhd) then
      ierr = turbulence_bad_model
    else if (.not. (finite(length) .and. length > 0 .and. finite(adiabaticity) .and. finite(gradient) .and. finite(mean_field) &
                    .and. finite(viscosity) .and. viscosity >= 0 .and. hyper_order >= 1 .and. hyper_order <= 16)) then
      ierr = turbulence_bad_parameter
    end if
    if (ierr /= 0) return

    call transforms_init(comm, n, ierr)
    if (ierr /= 0) return

    allocate(state(0:n-1, ky0:ky1, 2), potential(0:n-1, ky0:ky1), field(0:n-1, x0:x1), &
             stage(0:n-1, ky0:ky_kept, 2), total(0:n-1, ky0:ky_kept, 2), rate(0:n-1, 2), stream(0:n-1), kx(0:n-1), &
             inverse_k2(0:n-1, ky0:ky_kept), decay(0:n-1, ky0:ky_kept), &
             first(2, ky0:ky_kept), last(2, ky0:ky_kept), stat=status)
    if (status /= 0) status = turbulence_no_memory
    ierr = worst(status)
    if (ierr /= 0) then
      call release_memory
      call transforms_finalize
      return
    end if

    grid = n
    model = model_number
    order = hyper_order
    alpha = adiabaticity
    kappa = gradient
    b0 = mean_field
    nu = viscosity
    box_wavenumber = 8*atan(1d0)/length
    decay_step = -1
    call set_wavenumbers
    state = 0
    potential = 0
    field = 0
  end subroutine

  subroutine turbulence_finalize(ierr)
    integer, intent(out) :: ierr

    ierr = turbulence_not_initialized
    if (grid == 0) return
    ierr = 0
    grid = 0
    call release_memory
    call transforms_finalize
  end subroutine

  ! Advances the state by nsteps steps of dt.
  subroutine turbulence_step(dt, nsteps, ierr)
    real(8), intent(in) :: dt
    integer, intent(in) :: nsteps
    integer, intent(out) :: ierr
    integer :: step, substep, ky

    ierr = 0
    if (grid == 0) then
      ierr = turbulence_not_initialized
    else if (.not. (finite(dt) .and. dt > 0 .and. nsteps >= 0)) then
      ierr = turbulence_bad_argument
    end if
    if (ierr /= 0) return

    if (dt /= decay_step) call set_decay(dt)
    call project
    do step = 1, nsteps
      stage = state(:, ky0:ky_kept, :)
      do substep = 1, 4
        call transform_nonlinear_terms
        do ky = ky0, ky_kept
          call receive_line(ky, 3)
          call set_rate(ky)
          call advance(ky, substep, dt)
        end do
      end do
      call project
    end do
  end subroutine

  ! phi (Hasegawa-Wakatani) or psi of the present state.
  subroutine turbulence_potential(ierr)
    integer, intent(out) :: ierr
    integer :: ky

    ierr = turbulence_not_initialized
    if (grid == 0) return
    ierr = 0
    potential = 0
    do ky = ky0, ky_kept
      call set_stream_function(state(:, ky, 1), state(:, ky, 2), ky, potential(:, ky))
    end do
  end subroutine

  ! A component of the state, the potential or the current (kinetic_alfven: J, reduced_mhd: j), or its derivative, into field.
  subroutine turbulence_to_physical(quantity, derivative, ierr)
    integer, intent(in) :: quantity, derivative
    integer, intent(out) :: ierr
    integer :: ky, x

    ierr = 0
    if (grid == 0) then
      ierr = turbulence_not_initialized
    else if (quantity < first_component .or. quantity > current .or. derivative < no_derivative .or. derivative > y_derivative &
             .or. (quantity == current .and. model /= kinetic_alfven .and. model /= reduced_mhd)) then
      ierr = turbulence_bad_argument
    end if
    if (ierr /= 0) return

    do ky = ky0, ky_kept
      select case (quantity)
      case (stream_function)
        call set_stream_function(state(:, ky, 1), state(:, ky, 2), ky, columns(:, 1))
      case (current)
        columns(:, 1) = state(:, ky, merge(1, 2, model == kinetic_alfven))
        columns(:, 1) = (kx**2 + (ky*box_wavenumber)**2)*columns(:, 1)
        if (model == kinetic_alfven) columns(:, 1) = -columns(:, 1)
      case default
        columns(:, 1) = state(:, ky, quantity)
      end select
      if (derivative == x_derivative) columns(:, 1) = times_i(kx, columns(:, 1))
      if (derivative == y_derivative) columns(:, 1) = times_i(ky*box_wavenumber, columns(:, 1))
      call drop_modes(columns(:, 1), ky)
      call send_line(ky, 1)
    end do
    call exchange_to_physical(1)
    do x = x0, x1
      call receive_row(x, 1)
      field(:, x) = rows(:, 1)
    end do
  end subroutine

  ! field into a component of the state, dealiased.
  subroutine turbulence_from_physical(component, ierr)
    integer, intent(in) :: component
    integer, intent(out) :: ierr
    integer :: ky, x

    ierr = 0
    if (grid == 0) then
      ierr = turbulence_not_initialized
    else if (component < first_component .or. component > second_component) then
      ierr = turbulence_bad_argument
    end if
    if (ierr /= 0) return

    do x = x0, x1
      rows(:, 1) = field(:, x)
      call send_row(x, 1)
    end do
    call exchange_to_spectral(1)
    do ky = ky0, ky_kept
      call receive_line(ky, 1)
      state(:, ky, component) = columns(:, 1)/real(grid, 8)**2
    end do
    call project
  end subroutine

  subroutine release_memory
    if (allocated(state)) deallocate(state)
    if (allocated(potential)) deallocate(potential)
    if (allocated(field)) deallocate(field)
    if (allocated(stage)) deallocate(stage)
    if (allocated(total)) deallocate(total)
    if (allocated(rate)) deallocate(rate)
    if (allocated(stream)) deallocate(stream)
    if (allocated(kx)) deallocate(kx)
    if (allocated(inverse_k2)) deallocate(inverse_k2)
    if (allocated(decay)) deallocate(decay)
    if (allocated(first)) deallocate(first)
    if (allocated(last)) deallocate(last)
  end subroutine

  logical function finite(value)
    real(8), intent(in) :: value

    finite = abs(value) <= huge(value)
  end function

  subroutine set_wavenumbers
    integer :: i, ky, cut, half

    half = grid/2
    do i = 0, grid - 1
      kx(i) = box_wavenumber*(mod(i + half, grid) - half)
    end do
    do ky = ky0, ky_kept
      cut = grid/3
      do while (9_8*(int(cut, 8)**2 + int(ky, 8)**2) > int(grid, 8)**2)
        cut = cut - 1
      end do
      first(:, ky) = [merge(1, 0, ky == 0), grid - cut]
      last(:, ky) = [cut, grid - 1]
      inverse_k2(:, ky) = kx**2 + (ky*box_wavenumber)**2
      where (inverse_k2(:, ky) > 0) inverse_k2(:, ky) = 1/inverse_k2(:, ky)
    end do
  end subroutine

  subroutine set_decay(dt)
    real(8), intent(in) :: dt
    integer :: ky

    do ky = ky0, ky_kept
      decay(:, ky) = exp(-nu*(kx**2 + (ky*box_wavenumber)**2)**order*(dt/2))
    end do
    decay_step = dt
  end subroutine

  ! Zero outside of the modes kept (the Nyquist modes are among those), and f(-kx, 0) = conjg f(kx, 0): the line ky = 0 is its
  ! own conjugate, as kx = 0 is in a code that halves kx, and holds each of its modes twice. The transform to y sees but the
  ! part that obeys; the rest would live on unseen and grow wherever the line is linearly unstable, until the run explodes.
  ! A state that obeys is not changed by a bit.
  subroutine project
    complex(8) :: mode
    integer :: component, ky, i

    do component = 1, 2
      do ky = ky0, ky_kept
        call drop_modes(state(:, ky, component), ky)
      end do
      do ky = ky_kept + 1, ky1
        state(:, ky, component) = 0
      end do
      if (ky0 == 0 .and. ky_kept >= 0) then
        do i = 1, last(1, 0)
          mode = (state(i, 0, component) + conjg(state(grid - i, 0, component)))/2
          state(i, 0, component) = mode
          state(grid - i, 0, component) = conjg(mode)
        end do
      end if
    end do
  end subroutine

  subroutine drop_modes(line, ky)
    complex(8), intent(inout) :: line(0:grid-1)
    integer, intent(in) :: ky

    line(0:first(1, ky)-1) = 0
    line(last(1, ky)+1:first(2, ky)-1) = 0
  end subroutine

  elemental complex(8) function times_i(factor, f)
    real(8), intent(in) :: factor
    complex(8), intent(in) :: f

    times_i = cmplx(-factor*aimag(f), factor*real(f), 8)
  end function

  ! phi or psi on a line of the state (f, g).
  subroutine set_stream_function(f, g, ky, line)
    complex(8), intent(in) :: f(0:grid-1), g(0:grid-1)
    integer, intent(in) :: ky
    complex(8), intent(out) :: line(0:grid-1)

    select case (model)
    case (hasegawa_wakatani, modified_hasegawa_wakatani)
      line = -inverse_k2(:, ky)*g
    case (kinetic_alfven)
      line = f
    case (reduced_mhd)
      line = inverse_k2(:, ky)*f
    end select
    call drop_modes(line, ky)
  end subroutine

  ! The products of first derivatives that the brackets are made of, p the stream function and q the other field of stage:
  !   columns 1 to 3 will be {p, q}, px py and px**2 - py**2; reduced_mhd takes the same of q from the last two, for
  !   {p, laplacian p} = (dyy - dxx)(px py) + dxy(px**2 - py**2)
  subroutine transform_nonlinear_terms
    real(8) :: k
    complex(8) :: p, q
    integer :: ky, x, i, part, other

    other = merge(1, 2, model == hasegawa_wakatani .or. model == modified_hasegawa_wakatani)
    do ky = ky0, ky_kept
      k = ky*box_wavenumber
      call set_stream_function(stage(:, ky, 1), stage(:, ky, 2), ky, stream)
      columns(last(1, ky)+1:first(2, ky)-1, :) = 0
      columns(0, :) = 0
      do part = 1, 2
        do i = first(part, ky), last(part, ky)
          p = stream(i)
          q = stage(i, ky, other)
          columns(i, 1) = times_i(kx(i), p)
          columns(i, 2) = times_i(k, p)
          columns(i, 3) = times_i(kx(i), q)
          columns(i, 4) = times_i(k, q)
        end do
      end do
      call send_line(ky, 4)
    end do
    call exchange_to_physical(4)
    do x = x0, x1
      call receive_row(x, 4)
      call multiply
      call send_row(x, 3)
    end do
    call exchange_to_spectral(3)
  end subroutine

  subroutine multiply
    real(8) :: px, py, qx, qy
    integer :: y

    if (model == reduced_mhd) then
      do y = 0, grid - 1
        px = rows(y, 1)
        py = rows(y, 2)
        qx = rows(y, 3)
        qy = rows(y, 4)
        rows(y, 1) = px*qy - py*qx
        rows(y, 2) = px*py - qx*qy
        rows(y, 3) = (px - py)*(px + py) - (qx - qy)*(qx + qy)
      end do
    else
      do y = 0, grid - 1
        px = rows(y, 1)
        py = rows(y, 2)
        qx = rows(y, 3)
        qy = rows(y, 4)
        rows(y, 1) = px*qy - py*qx
        rows(y, 2) = px*py
        rows(y, 3) = (px - py)*(px + py)
      end do
    end if
  end subroutine

  ! Time derivative of stage on a line but for the dissipation, from the transformed products in columns.
  subroutine set_rate(ky)
    integer, intent(in) :: ky
    complex(8) :: bracket, bracket_laplacian, f, g, coupling
    real(8) :: k, scale, strength
    integer :: part, i

    k = ky*box_wavenumber
    scale = 1/real(grid, 8)**2
    strength = alpha
    if (model == modified_hasegawa_wakatani .and. ky == 0) strength = 0

    do part = 1, 2
      select case (model)
      case (hasegawa_wakatani, modified_hasegawa_wakatani)
        do i = first(part, ky), last(part, ky)
          bracket = scale*columns(i, 1)
          bracket_laplacian = scale*((kx(i) - k)*(kx(i) + k)*columns(i, 2) - kx(i)*k*columns(i, 3))
          f = stage(i, ky, 1)
          g = -inverse_k2(i, ky)*stage(i, ky, 2)
          coupling = strength*(g - f)
          rate(i, 1) = coupling - bracket - times_i(kappa*k, g)
          rate(i, 2) = coupling - bracket_laplacian
        end do
      case (kinetic_alfven)
        do i = first(part, ky), last(part, ky)
          bracket = scale*columns(i, 1)
          bracket_laplacian = scale*((kx(i) - k)*(kx(i) + k)*columns(i, 2) - kx(i)*k*columns(i, 3))
          f = stage(i, ky, 1)
          g = stage(i, ky, 2)
          rate(i, 1) = times_i(b0*kx(i), g) - bracket
          rate(i, 2) = times_i(b0*kx(i)*(kx(i)**2 + k**2), f) + bracket_laplacian
        end do
      case (reduced_mhd)
        do i = first(part, ky), last(part, ky)
          rate(i, 1) = -scale*((kx(i) - k)*(kx(i) + k)*columns(i, 2) - kx(i)*k*columns(i, 3))
          rate(i, 2) = scale*columns(i, 1)
        end do
      end select
    end do
  end subroutine

  ! One line through one of the four substeps: from the rate at stage, the next stage, and in the end the new state.
  subroutine advance(ky, substep, dt)
    integer, intent(in) :: ky, substep
    real(8), intent(in) :: dt
    real(8) :: e
    integer :: component, part, i

    do component = 1, 2
      do part = 1, 2
        select case (substep)
        case (1)
          do i = first(part, ky), last(part, ky)
            e = decay(i, ky)
            total(i, ky, component) = e*e*(state(i, ky, component) + dt/6*rate(i, component))
            stage(i, ky, component) = e*(state(i, ky, component) + dt/2*rate(i, component))
          end do
        case (2)
          do i = first(part, ky), last(part, ky)
            e = decay(i, ky)
            total(i, ky, component) = total(i, ky, component) + dt/3*e*rate(i, component)
            stage(i, ky, component) = e*state(i, ky, component) + dt/2*rate(i, component)
          end do
        case (3)
          do i = first(part, ky), last(part, ky)
            e = decay(i, ky)
            total(i, ky, component) = total(i, ky, component) + dt/3*e*rate(i, component)
            stage(i, ky, component) = e*(e*state(i, ky, component) + dt*rate(i, component))
          end do
        case (4)
          do i = first(part, ky), last(part, ky)
            state(i, ky, component) = total(i, ky, component) + dt/6*rate(i, component)
          end do
        end select
      end do
    end do
  end subroutine
end module
