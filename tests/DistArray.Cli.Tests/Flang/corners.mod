!mod$ v1 sum:3edb544ba307c695
module corners
use,intrinsic::iso_c_binding,only:c_ptr
use,intrinsic::iso_c_binding,only:c_null_ptr
use,intrinsic::iso_c_binding,only:c_int
use,intrinsic::ieee_arithmetic,only:ieee_class_type
real(8),parameter::inf=(1._8/0.)
intrinsic::transfer
real(8),parameter::nan=(0._8/0.)
complex(4),parameter::ci=(-1._4,-2._4)
intrinsic::cmplx
character(4_4,1),parameter::utf="\303\251\310\000"
intrinsic::char
integer(4),parameter::z(1_8:3_8)=[INTEGER(4)::0_4,0_4,0_4]
integer(4),parameter::e(1_8:0_8)=[INTEGER(4)::]
type::t
integer(4)::a=3_4
integer(4),pointer::p(:)=>NULL()
end type
intrinsic::null
type,extends(t)::u
integer(4)::b=4_4
end type
type(u),parameter::cu=u(a=2_4,p=NULL(),b=5_4)
type(u),parameter::cv=u(t=t(a=7_4,p=NULL()),b=4_4)
type(t),parameter::ct=t(a=3_4,p=NULL())
type::priv
integer(4)::shown
integer(4),private::hid
end type
real(4)::eq1
real(4)::eq2(1_8:4_8)
real(4)::cx
real(4)::cy
integer(4),parameter::b4(1_8:2_8,1_8:2_8)=reshape([INTEGER(4)::1_4,1_4,1_4,1_4],shape=[2,2])
type(c_ptr),parameter::nn=c_ptr(__address=0_8)
type(ieee_class_type)::ic
integer(4),protected::eq3
common/named/cx,cy
bind(c, name="nn")::/named/
equivalence(eq1,eq2(2))
contains
subroutine s(x,n,y,z,l)
integer(4),intent(in)::n
real(4)::y(:)
real(4)::x(1_8:int(n,kind=8),1_8:size(y,dim=1,kind=8))
real(4)::z(int(int(size(y,dim=1,kind=8)+lbound(y,dim=1,kind=8)-1_8,kind=4),kind=8):size(y,dim=1,kind=8))
logical(4)::l(1_8:int(count([LOGICAL(4)::n>1_4,n<2_4]),kind=8),1_8:2_8,1_8:int(ishft(n,2_4),kind=8),1_8:int(abs(n),kind=8),1_8:int(n+3_4,kind=8),1_8:int(sum([INTEGER(4)::1_4,2_4,n]),kind=8),1_8:int(ceiling(real(n,kind=4)/2._4),kind=8),1_8:int(merge(1_4,2_4,n>3_4.and.n/=4_4),kind=8))
end
subroutine s2(p,c)
procedure(real(4)),optional,pointer::p
character(*,1)::c(1_8:*)
end
end
