!mod$ v1 sum:3bc2b940c5e5e4ed
module wide
use wide_base,only:wp
use wide_base,only:n
use wide_base,only:base_t
use wide_base,only:plural=>counts
use wide_base,only:kid=>child_t
use wide_base,only:pair_t
use wide_base,only:action
use wide_base,only:twice
use wide_base,only:operator(.cross.)
use wide_base,only:operator(+)
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
use wide_base,only:total
private::n
private::base_t
private::pair_t
private::action
private::twice
private::operator(+)
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
type::box_t
type(kid)::child
type(pair_t),pointer::pairs(:)=>NULL()
procedure(action),nopass,pointer::run
integer(4)::grid(1_8:2_8)=[INTEGER(4)::1_4,1_4]
end type
intrinsic::null
private::null
interface total
procedure::total_two
end interface
interface pick
procedure::pick_one
end interface
type(box_t),save::grid
integer(4)::m
integer(4),parameter,private::private_constant=7_4
private::total_two
private::pick_one
contains
function total_two(x) result(t)
real(8),intent(in)::x(:,:)
real(8)::t
end
subroutine pick_one(a)
integer(4),intent(in)::a
end
subroutine bounds(k,l,a,b,c,d,e,f)
integer(4),intent(in)::k
integer(4),intent(in)::l
real(4),intent(in)::a(1_8:int(k*l,kind=8),int(-k,kind=8):int(k,kind=8))
real(4),intent(in)::b(1_8:int(max(k,l),kind=8),1_8:int(min(k,2_4),kind=8))
real(4),intent(in)::c(1_8:int(n,kind=8),1_8:int(plural(2_8),kind=8))
real(4),intent(in)::d(1_8:int(2_4*k/l+mod(k,3_4),kind=8),1_8:int(k**2_4,kind=8))
integer(8),intent(in)::f
real(4),intent(in)::e(1_8:f,1_8:int(7_4*k,kind=8),int(-(k+1_4),kind=8):int(2_4*(k-l),kind=8),1_8:int(k-(l-1_4),kind=8))
end
subroutine sizes(a,b,c,d)
real(4),intent(in)::a(:,:)
real(4),intent(out)::b(1_8:int(int(size(a,dim=1,kind=8)*size(a,dim=2,kind=8),kind=4),kind=8))
real(4),intent(out)::c(1_8:size(a,dim=1,kind=8),1_8:int(int(size(a,dim=2,kind=8),kind=4)+1_4,kind=8))
real(4),intent(out)::d(0_8:int(int(size(a,dim=1,kind=8)+lbound(a,dim=1,kind=8)-1_8,kind=4),kind=8),lbound(a,dim=2,kind=8):2_8)
end
subroutine lengths(s,t,u)
character(*,1),intent(in)::s
character(int(int(s%len,kind=8),kind=4),1),intent(out)::t
character(2_4*m+1_4,1),intent(out)::u(1_8:3_8)
end
subroutine callbacks(f,g,h,k)
procedure(action)::f
procedure(action),optional::g
procedure(action),intent(in),pointer::h
interface
function k(i) result(j)
use wide_base,only:pair_t
integer(4),intent(in)::i
type(pair_t)::j
end
end interface
end
subroutine c_things(p,q,n,s) bind(c, name="c_things")
type(c_ptr),value::p
type(c_funptr),intent(in)::q
integer(8),value::n
character(1_8,1),intent(in)::s(1_8:*)
end
function results(k) result(p)
integer(4),intent(in)::k
real(8),pointer::p(:,:)
end
subroutine local_use(a)
use wide_base,only:other=>opaque_t
type(other),intent(inout)::a
end
subroutine nested(b,x,y)
type(box_t),intent(in)::b
real(4),intent(in)::x(1_8:int(b%grid(1_8),kind=8),1_8:size(b%pairs,dim=1,kind=8))
real(4),intent(in)::y(1_8:int(grid%grid(2_8),kind=8))
end
subroutine nothing()
end
function matrix(k) result(r)
integer(4),intent(in)::k
real(4),allocatable::r(:,:)
end
subroutine filled(x,y)
class(*),intent(in),optional::x
class(base_t),allocatable,intent(inout)::y(:)
end
subroutine whole(x,y)
real(4),contiguous,intent(inout)::x(0_8:,1_8:)
real(4),intent(inout),volatile::y(..)
end
function tagged(s) result(t)
character(*,1),intent(in)::s
character(:,1),allocatable::t
end
subroutine unusual(k,x)
integer(4),intent(in)::k
real(4),intent(in)::x(1_8:int(twice(k),kind=8),1_8:int(int(real(k,kind=4),kind=4),kind=8),1_8:int(merge(k,1_4,k>1_4),kind=8))
end
subroutine external_arguments(f,g,s)
procedure()::f
procedure(real(4))::g
procedure()::s
end
elemental impure subroutine doubled(x)
real(4),intent(inout)::x
end
subroutine anytype(x,y)
type(*),intent(in)::x(1_8:*)
type(*),intent(in)::y(..)
end
subroutine kinds(a,b,c)
integer(1)::a
integer(2)::b
logical(8)::c
end
end
