!mod$ v1 sum:b5573f51118f5980
module toy
use toy_kinds,only:real64
use toy_kinds,only:int64
use toy_kinds,only:rp
use toy_kinds,only:particle_t
use toy_kinds,only:field_t
use toy_kinds,only:cpoint
use,intrinsic::iso_c_binding,only:c_f_pointer
use,intrinsic::iso_c_binding,only:c_ptr
use,intrinsic::iso_c_binding,only:c_funptr
use,intrinsic::iso_c_binding,only:c_sizeof
use,intrinsic::iso_c_binding,only:c_loc
use,intrinsic::iso_c_binding,only:c_null_ptr
use,intrinsic::iso_c_binding,only:c_null_funptr
use,intrinsic::iso_c_binding,only:c_int8_t
use,intrinsic::iso_c_binding,only:c_int16_t
use,intrinsic::iso_c_binding,only:c_int32_t
use,intrinsic::iso_c_binding,only:c_int64_t
use,intrinsic::iso_c_binding,only:c_int128_t
use,intrinsic::iso_c_binding,only:c_int
use,intrinsic::iso_c_binding,only:c_short
use,intrinsic::iso_c_binding,only:c_long
use,intrinsic::iso_c_binding,only:c_long_long
use,intrinsic::iso_c_binding,only:c_signed_char
use,intrinsic::iso_c_binding,only:c_size_t
use,intrinsic::iso_c_binding,only:c_intmax_t
use,intrinsic::iso_c_binding,only:c_intptr_t
use,intrinsic::iso_c_binding,only:c_ptrdiff_t
use,intrinsic::iso_c_binding,only:c_int_least8_t
use,intrinsic::iso_c_binding,only:c_int_fast8_t
use,intrinsic::iso_c_binding,only:c_int_least16_t
use,intrinsic::iso_c_binding,only:c_int_fast16_t
use,intrinsic::iso_c_binding,only:c_int_least32_t
use,intrinsic::iso_c_binding,only:c_int_fast32_t
use,intrinsic::iso_c_binding,only:c_int_least64_t
use,intrinsic::iso_c_binding,only:c_int_fast64_t
use,intrinsic::iso_c_binding,only:c_int_least128_t
use,intrinsic::iso_c_binding,only:c_int_fast128_t
use,intrinsic::iso_c_binding,only:c_float
use,intrinsic::iso_c_binding,only:c_double
use,intrinsic::iso_c_binding,only:c_long_double
use,intrinsic::iso_c_binding,only:c_float_complex
use,intrinsic::iso_c_binding,only:c_double_complex
use,intrinsic::iso_c_binding,only:c_long_double_complex
use,intrinsic::iso_c_binding,only:c_bool
use,intrinsic::iso_c_binding,only:c_char
use,intrinsic::iso_c_binding,only:c_null_char
use,intrinsic::iso_c_binding,only:c_alert
use,intrinsic::iso_c_binding,only:c_backspace
use,intrinsic::iso_c_binding,only:c_form_feed
use,intrinsic::iso_c_binding,only:c_new_line
use,intrinsic::iso_c_binding,only:c_carriage_return
use,intrinsic::iso_c_binding,only:c_horizontal_tab
use,intrinsic::iso_c_binding,only:c_vertical_tab
use,intrinsic::iso_c_binding,only:c_associated
use,intrinsic::iso_c_binding,only:c_f_procpointer
use,intrinsic::iso_c_binding,only:c_float128
use,intrinsic::iso_c_binding,only:c_float128_complex
use,intrinsic::iso_c_binding,only:c_funloc
private::real64
private::int64
private::rp
private::particle_t
private::field_t
private::cpoint
private::c_f_pointer
private::c_ptr
private::c_funptr
private::c_sizeof
private::c_loc
private::c_null_ptr
private::c_null_funptr
private::c_int8_t
private::c_int16_t
private::c_int32_t
private::c_int64_t
private::c_int128_t
private::c_int
private::c_short
private::c_long
private::c_long_long
private::c_signed_char
private::c_size_t
private::c_intmax_t
private::c_intptr_t
private::c_ptrdiff_t
private::c_int_least8_t
private::c_int_fast8_t
private::c_int_least16_t
private::c_int_fast16_t
private::c_int_least32_t
private::c_int_fast32_t
private::c_int_least64_t
private::c_int_fast64_t
private::c_int_least128_t
private::c_int_fast128_t
private::c_float
private::c_double
private::c_long_double
private::c_float_complex
private::c_double_complex
private::c_long_double_complex
private::c_bool
private::c_char
private::c_null_char
private::c_alert
private::c_backspace
private::c_form_feed
private::c_new_line
private::c_carriage_return
private::c_horizontal_tab
private::c_vertical_tab
private::c_associated
private::c_f_procpointer
private::c_float128
private::c_float128_complex
private::c_funloc
integer(4),parameter::nmax=10_4
real(8),parameter::pi=3.141592653589790007373494518105871975421905517578125_8
integer(4),parameter::tab(1_8:3_8)=[INTEGER(4)::1_4,2_4,3_4]
character(*,1),parameter::version="v1.2"
real(8),allocatable::a7(:,:,:,:,:,:,:)
real(8)::s7(1_8:2_8,-1_8:1_8,0_8:2_8,1_8:1_8,1_8:2_8,1_8:1_8,-3_8:-2_8)
real(8),pointer::p2(:,:)
intrinsic::null
private::null
real(8),contiguous,pointer::p2c(:,:)
complex(8),allocatable,target::spec(:,:,:)
complex(4)::zc(-2_8:10_8)
real(4)::r4
logical(4)::flag
logical(1)::lmask(1_8:4_8)
integer(2)::i2
integer(8),protected::step
real(8),allocatable,protected::ro(:)
character(16_4,1)::name
character(8_4,1)::names(1_8:3_8)
character(:,1),allocatable::dyn
type(field_t),target::fld
type(field_t),allocatable::flds(:)
type(particle_t)::parts(1_8:5_8)
type(cpoint)::cp
class(particle_t),allocatable::poly
procedure(scale_all),pointer::hook
real(8)::common_a
real(8)::common_b(1_8:4_8)
real(8),save::tp
!$omp threadprivate(tp)
integer(4),allocatable::iscal
real(8),allocatable,private::hidden(:)
real(8),bind(c, name="c_visible")::cvis
real(10)::r10
integer(4),parameter::red=3_4
integer(4),parameter::green=4_4
interface norm
procedure::norm1
procedure::norm2
end interface
interface operator(+)
procedure::addp
end interface
private::norm2
private::addp
common/blk/common_a,common_b
contains
subroutine setup(n)
integer(4),intent(in)::n
end
subroutine scale_all(x,f)
real(8),intent(inout)::x(:,:,:)
real(8),intent(in)::f
end
subroutine explicit_dims(n,m,x,y)
integer(4),intent(in)::n
integer(4),intent(in)::m(1_8:3_8)
real(8),intent(in)::x(0_8:int(n+1_4,kind=8),0_8:int(m(2_8),kind=8),-1_8:*)
real(8),intent(out)::y(1_8:int(n,kind=8),1_8:int(2_4*m(1_8)-1_4,kind=8))
end
function optargs(a,b,c) result(r)
real(8),intent(in)::a
real(8),intent(in),optional::b
real(8),intent(in),optional::c(:)
real(8)::r
end
function fname(s)
character(*,1),intent(in)::s
real(8)::fname
end
function zsum(z)
complex(8),intent(in)::z(:)
complex(8)::zsum
end
function vec(n) result(v)
integer(4),intent(in)::n
real(8)::v(0_8:int(n,kind=8))
end
subroutine str_in(s,k)
character(4_4,1),intent(in)::s(:)
integer(4),intent(out)::k
end
subroutine assumed_size(n,x)
integer(4),intent(in)::n
real(4),intent(inout)::x(1_8:*)
end
subroutine dt_arg(f,p)
type(field_t),intent(inout)::f
type(particle_t),intent(in)::p(:)
end
subroutine cb_arg(g,x)
interface
function g(x)
real(8),intent(in)::x
real(8)::g
end
end interface
real(8),intent(inout)::x
end
subroutine ptr_arg(p)
real(8),intent(inout),pointer::p(:,:)
end
subroutine alloc_arg(a)
real(8),allocatable,intent(inout)::a(:)
end
subroutine bc(n,x) bind(c, name="toy_bc")
integer(4),value::n
real(8),intent(inout)::x(1_8:int(n,kind=8))
end
elemental function elem(x)
real(8),intent(in)::x
real(8)::elem
end
function logic(l,m)
logical(4),intent(in)::l
logical(4),intent(inout)::m(:)
logical(4)::logic
end
subroutine strout(s)
character(*,1),intent(out)::s
end
subroutine rank_any(x)
real(8),intent(inout)::x(..)
end
subroutine star_len(s,x)
character(*,1),intent(in)::s
class(*),intent(in)::x
end
subroutine altret(i,*)
integer(4),intent(in)::i
end
subroutine val_arg(i,z)
integer(4),value::i
complex(8),value::z
end
subroutine cls_arg(p)
class(particle_t),intent(inout)::p
end
recursive subroutine recur(i)
integer(4),intent(inout)::i
end
subroutine tarr(x,lo)
integer(4),intent(in)::lo(1_8:3_8)
real(8),contiguous,intent(inout),target::x(int(lo(1_8),kind=8):,int(lo(2_8),kind=8):,int(lo(3_8),kind=8):)
end
function strfun(i) result(s)
integer(4),intent(in)::i
character(5_4,1)::s
end
subroutine mixed(n,a,msg,ok,err)
integer(4),intent(in)::n
real(8),intent(inout)::a(1_8:int(n,kind=8),1_8:*)
character(*,1),intent(in),optional::msg
logical(4),intent(in),optional::ok
integer(4),intent(out),optional::err
end
function norm1(x)
real(8),intent(in)::x(:)
real(8)::norm1
end
function norm2(x)
real(8),intent(in)::x(:,:)
real(8)::norm2
end
function addp(a,b) result(c)
type(particle_t),intent(in)::a
type(particle_t),intent(in)::b
type(particle_t)::c
end
end
