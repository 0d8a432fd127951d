! Burgers' equation from two waves:
!
!   pencils_plain n=64 dt=0.01 steps=100 final=end.raw
!
! final holds u, v and w of the whole grid as real(8) in Fortran order (nx, ny, nz, 3), whatever the number of processes.
program pencils_main
  use mpi
  use parameters
  use decomposition
  use solver
  implicit none

  real, allocatable :: u(:, :, :), v(:, :, :), w(:, :, :)
  real :: time = 0, dt = 0.01, courant = 0, energy, start, seconds
  integer :: steps = 10, sample = 10, done = 0, batch
  character(len=256) :: final = '', profile = ''
  type(statistics_t) :: statistics

  call read_arguments
  call start_parallel
  allocate(u(0:nx+1, 0:my+1, 0:mz+1), v(0:nx+1, 0:my+1, 0:mz+1), w(0:nx+1, 0:my+1, 0:mz+1))
  call fill(u, wave_u)
  call fill(v, wave_v)
  call fill(w, wave_w)
  call collect_statistics(u, 'u', .true., statistics)

  seconds = 0
  do while (done < steps)
    batch = min(sample, steps - done)
    start = MPI_WTIME()
    call advance(u, v, w, time, dt, batch, courant)
    seconds = seconds + MPI_WTIME() - start
    call collect_statistics(u, 'u', .false., statistics)
    done = done + batch
  end do

  energy = mean_energy(u, v, w)
  if (plan%rank == 0) print '(a,es13.6,a,es22.15,a,es10.3,a,es10.3,2a)', 'time=', time, ' energy=', energy, &
    ' courant=', courant, ' wall_per_step=', seconds/max(steps, 1), ' processes=', trim(plan%label)
  if (profile /= '' .and. plan%rank == 0) call write_profile
  if (final /= '') then
    call write_field(final, u)
    call write_field(final, v, 2)
    call write_field(final, w, 3)
  end if
  deallocate(u, v, w)
  call stop_parallel

contains

  subroutine read_arguments
    character(len=300) :: argument
    logical :: accepted
    integer :: i, at, status

    do i = 1, command_argument_count()
      call get_command_argument(i, argument)
      at = index(argument, '=')
      status = 0
      select case (argument(1:max(at, 1) - 1))
      case ('dt')
        read (argument(at+1:), *, iostat=status) dt
      case ('steps')
        read (argument(at+1:), *, iostat=status) steps
      case ('sample')
        read (argument(at+1:), *, iostat=status) sample
      case ('final')
        final = argument(at+1:)
      case ('profile')
        profile = argument(at+1:)
      case default
        call set_parameter(argument(1:max(at, 1) - 1), argument(at+1:), accepted)
        if (.not. accepted) status = 1
      end select
      if (status /= 0) stop 'pencils: an argument is no name=value that is known'
    end do
    if (sample < 1) stop 'pencils: sample must be at least 1'
  end subroutine

  ! One line a plane: z, the mean of u.
  subroutine write_profile
    integer :: k

    open (unit=10, file=profile, action='write', status='replace')
    write (10, '(3a,i0,a)') '# ', trim(statistics%name), ', ', statistics%samples, ' samples: z, mean'
    do k = 1, nz
      write (10, '(2es24.15)') 2*pi*(k - 1)/nz, statistics%profile(k)
    end do
    close (10)
  end subroutine
end program
