! The turbulence code's own program: reads a state, steps it, writes it, and tells how long a step takes.
!
!   turbulence_plain model=hw n=256 initial=start.raw final=end.raw dt=0.01 steps=100 nu=1e-5 order=3 length=41.8879020478639
!
! Both files are the global state (kx, ky = 0 .. n/2, component) of complex(8) in Fortran order, native endian, no header:
! any number of ranks reads and writes the same.
program turbulence_main
  use mpi
  use turbulence
  use, intrinsic :: iso_fortran_env, only: error_unit
  implicit none

  character(len=4096) :: initial = '', final = ''
  character(len=16) :: model_name = 'hw'
  integer :: n = 128, steps = 1, order = 1, warmup = 0, repeat = 1
  real(8) :: length, dt = 1d-2, nu = 0, alpha = 1, kappa = 1, b0 = 0
  integer :: model, rank, ranks, ierr, run
  complex(8), allocatable :: start(:, :, :)

  call MPI_Init(ierr)
  call MPI_Comm_rank(MPI_COMM_WORLD, rank, ierr)
  call MPI_Comm_size(MPI_COMM_WORLD, ranks, ierr)
  length = 8*atan(1d0)
  call read_arguments

  call turbulence_init(MPI_COMM_WORLD, n, length, model, alpha, kappa, b0, nu, order, ierr)
  call check(ierr, 'turbulence_init')
  call transfer_state(initial, .false.)

  if (warmup > 0 .or. repeat > 1) start = state
  if (warmup > 0) then
    call turbulence_step(dt, warmup, ierr)
    call check(ierr, 'turbulence_step')
  end if
  do run = 1, repeat
    if (allocated(start)) state(:, :, :) = start
    call time_steps
  end do

  if (final /= '') call transfer_state(final, .true.)
  call turbulence_finalize(ierr)
  call MPI_Finalize(ierr)

contains

  subroutine time_steps
    real(8) :: mine(2), all(2), wall, cpu
    integer :: status

    call MPI_Barrier(MPI_COMM_WORLD, status)
    wall = MPI_Wtime()
    call cpu_time(cpu)
    call turbulence_step(dt, steps, status)
    mine(1) = MPI_Wtime() - wall
    call cpu_time(mine(2))
    mine(2) = mine(2) - cpu
    call check(status, 'turbulence_step')
    call MPI_Allreduce(mine, all, 2, MPI_DOUBLE_PRECISION, MPI_MAX, MPI_COMM_WORLD, status)
    if (rank == 0) print '(a,es14.7,a,es14.7,a,es14.7,a,es14.7,a,i0,a,i0)', 'wall_seconds=', all(1), ' cpu_seconds=', all(2), &
      ' wall_per_step=', all(1)/max(steps, 1), ' cpu_per_step=', all(2)/max(steps, 1), ' steps=', steps, ' ranks=', ranks
  end subroutine

  subroutine read_arguments
    character(len=4200) :: argument
    integer :: i, size, at

    do i = 1, command_argument_count()
      call get_command_argument(i, argument, size)
      if (size > len(argument)) call fail('an argument is longer than 4200 characters: '//argument(1:60)//'...')
      at = index(argument, '=')
      if (at == 0) call fail('"'//trim(argument)//'" is not name=value.')
      call set_option(argument(1:at-1), argument(at+1:))
    end do
    select case (model_name)
    case ('hw')
      model = hasegawa_wakatani
    case ('mhw')
      model = modified_hasegawa_wakatani
    case ('kaw')
      model = kinetic_alfven
    case ('mhd')
      model = reduced_mhd
    case default
      call fail('model='//trim(model_name)//' is none of hw, mhw, kaw, mhd.')
    end select
    if (initial == '') call fail('initial=PATH is missing: the raw state to start from.')
    if (warmup < 0 .or. repeat < 1) call fail('warmup must be at least 0, repeat at least 1.')
  end subroutine

  subroutine set_option(name, value)
    character(len=*), intent(in) :: name, value

    select case (name)
    case ('initial')
      initial = value
    case ('final')
      final = value
    case ('model')
      model_name = value
    case ('n')
      n = integer_of(name, value)
    case ('steps')
      steps = integer_of(name, value)
    case ('order')
      order = integer_of(name, value)
    case ('warmup')
      warmup = integer_of(name, value)
    case ('repeat')
      repeat = integer_of(name, value)
    case ('length')
      length = real_of(name, value)
    case ('dt')
      dt = real_of(name, value)
    case ('nu')
      nu = real_of(name, value)
    case ('alpha')
      alpha = real_of(name, value)
    case ('kappa')
      kappa = real_of(name, value)
    case ('b0')
      b0 = real_of(name, value)
    case default
      call fail(name//' is none of model, n, length, dt, steps, nu, order, alpha, kappa, b0, initial, final, warmup, repeat.')
    end select
  end subroutine

  integer function integer_of(name, value)
    character(len=*), intent(in) :: name, value
    integer :: status

    read (value, *, iostat=status) integer_of
    if (status /= 0 .or. verify(trim(value), '+-0123456789') /= 0) call fail(name//'='//trim(value)//' is not an integer.')
  end function

  real(8) function real_of(name, value)
    character(len=*), intent(in) :: name, value
    integer :: status

    read (value, *, iostat=status) real_of
    if (status /= 0 .or. verify(trim(value), '+-.0123456789eEdD') /= 0) call fail(name//'='//trim(value)//' is not a number.')
  end function

  ! This rank's lines of both components, from or to their place in the global array.
  subroutine transfer_state(path, write)
    character(len=*), intent(in) :: path
    logical, intent(in) :: write
    integer(kind=MPI_OFFSET_KIND) :: bytes, expected, offset
    integer :: file, status, component, count, lines

    call MPI_File_open(MPI_COMM_WORLD, trim(path), merge(MPI_MODE_WRONLY + MPI_MODE_CREATE, MPI_MODE_RDONLY, write), &
                       MPI_INFO_NULL, file, status)
    if (status /= MPI_SUCCESS) call fail('cannot open '//trim(path)//': '//mpi_text(status))

    lines = n/2 + 1
    expected = 16_8*n*lines*2
    if (write) then
      call MPI_File_set_size(file, expected, status)
      if (status /= MPI_SUCCESS) call fail('cannot write '//trim(path)//': '//mpi_text(status))
    else
      call MPI_File_get_size(file, bytes, status)
      if (bytes /= expected) call fail(trim(path)//' has '//text(bytes)//' bytes; a state of n='//text(int(n, 8))//' has '// &
                                       text(expected)//'.')
    end if
    count = n*(ky1 - ky0 + 1)
    do component = 1, 2
      offset = 16_8*n*(ky0 + lines*(component - 1_8))
      if (write) then
        call MPI_File_write_at_all(file, offset, state(:, :, component), count, MPI_DOUBLE_COMPLEX, MPI_STATUS_IGNORE, status)
      else
        call MPI_File_read_at_all(file, offset, state(:, :, component), count, MPI_DOUBLE_COMPLEX, MPI_STATUS_IGNORE, status)
      end if
      if (status /= MPI_SUCCESS) call fail('cannot transfer '//trim(path)//': '//mpi_text(status))
    end do
    call MPI_File_close(file, status)
    if (status /= MPI_SUCCESS) call fail('cannot close '//trim(path)//': '//mpi_text(status))
  end subroutine

  function text(number)
    integer(8), intent(in) :: number
    character(len=:), allocatable :: text
    character(len=20) :: digits

    write (digits, '(i0)') number
    text = trim(digits)
  end function

  function mpi_text(code)
    integer, intent(in) :: code
    character(len=:), allocatable :: mpi_text
    character(len=MPI_MAX_ERROR_STRING) :: message
    integer :: size, status

    call MPI_Error_string(code, message, size, status)
    mpi_text = message(1:size)
  end function

  subroutine check(code, procedure)
    integer, intent(in) :: code
    character(len=*), intent(in) :: procedure

    select case (code)
    case (0)
    case (turbulence_no_memory)
      call fail(procedure//': not enough memory.')
    case (turbulence_bad_grid)
      call fail('n='//text(int(n, 8))//' is not an even number from 8 to 32768.')
    case (turbulence_bad_parameter)
      call fail(procedure//': length must be positive, nu at least 0, order 1 to 16, and all numbers finite.')
    case (turbulence_bad_argument)
      call fail(procedure//': dt must be positive and finite, steps and warmup at least 0.')
    case default
      call fail(procedure//': status '//text(int(code, 8))//'.')
    end select
  end subroutine

  ! What is wrong is wrong on every rank: rank 0 tells, and the job ends.
  subroutine fail(message)
    character(len=*), intent(in) :: message
    integer :: status

    if (rank == 0) write (error_unit, '(2a)') 'turbulence_plain: ', message
    call MPI_Finalize(status)
    call exit(2)
  end subroutine
end program
