!mod$ v1 sum:633819a143089001
module toy_kinds
use,intrinsic::iso_fortran_env,only:real64
use,intrinsic::iso_fortran_env,only:int64
integer(4),parameter::rp=8_4
type::particle_t
real(8)::x(1_8:3_8)=[REAL(8)::0._8,0._8,0._8]
integer(8)::id=0_8
character(8_4,1)::tag="none    "
end type
type::field_t
real(8),allocatable::f(:,:,:)
complex(8),pointer::g(:,:)=>NULL()
real(8)::origin(-1_8:1_8)
integer(4)::n(1_8:3_8)
type(particle_t),allocatable::parts(:)
procedure(),nopass,pointer::cb
end type
intrinsic::null
type,bind(c)::cpoint
integer(4)::i
real(8)::w(1_8:2_8)
end type
end
