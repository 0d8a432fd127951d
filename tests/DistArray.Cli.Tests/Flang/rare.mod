!mod$ v1 sum:cbc167ad73d4b66d
module rare
real(4),asynchronous::buf(1_8:10_8)
real(4)::tpc
!$omp threadprivate(tpc)
integer(4)::tgt
integer(4),private::i_
procedure(sep)::extp
procedure()::ext2
procedure(real(4))::ext3
type::v
real(4)::a(1_8:3_8)=[REAL(4)::5.e-1_4,1._4,1.5_4]
procedure(ff),pass(self),pointer::f
character(3_4,4)::c4=4_"ab "
logical(4)::l(1_8:2_8)=[LOGICAL(4)::.true._4,.true._4]
class(*),pointer::any=>NULL()
contains
procedure,pass(b)::addv
generic::operator(+)=>addv
procedure::wr
generic::write(formatted)=>wr
end type
intrinsic::null
abstract interface
subroutine ff(self,n)
import::v
class(v),intent(in)::self
integer(4),value::n
end
end interface
integer(4),parameter::big(0_8:99_8)=[INTEGER(4)::0_4,1_4,4_4,9_4,16_4,25_4,36_4,49_4,64_4,81_4,100_4,121_4,144_4,169_4,196_4,225_4,256_4,289_4,324_4,361_4,400_4,441_4,484_4,529_4,576_4,625_4,676_4,729_4,784_4,841_4,900_4,961_4,1024_4,1089_4,1156_4,1225_4,1296_4,1369_4,1444_4,1521_4,1600_4,1681_4,1764_4,1849_4,1936_4,2025_4,2116_4,2209_4,2304_4,2401_4,2500_4,2601_4,2704_4,2809_4,2916_4,3025_4,3136_4,3249_4,3364_4,3481_4,3600_4,3721_4,3844_4,3969_4,4096_4,4225_4,4356_4,4489_4,4624_4,4761_4,4900_4,5041_4,5184_4,5329_4,5476_4,5625_4,5776_4,5929_4,6084_4,6241_4,6400_4,6561_4,6724_4,6889_4,7056_4,7225_4,7396_4,7569_4,7744_4,7921_4,8100_4,8281_4,8464_4,8649_4,8836_4,9025_4,9216_4,9409_4,9604_4,9801_4]
character(*,4),parameter::k4=4_"h\303\251\303\251"
real(4),parameter::neg(1_8:2_8)=[REAL(4)::-1._4,2._4]
type(v),parameter::vv=v(a=[REAL(4)::1._4,1._4,1._4],c4=4_"ab ",l=[LOGICAL(4)::.true._4,.true._4],any=NULL())
logical(4),parameter::lp=.false._4
integer(4),pointer::ptr(:)
interface
module subroutine sep(x)
integer(4),intent(in)::x
end
end interface
interface
module function sepf(x) result(r)
integer(4),intent(in)::x
real(4)::r
end
end interface
common/blk/tpc
contains
module subroutine sep(x)
integer(4),intent(in)::x
end
module function sepf(x) result(r)
integer(4),intent(in)::x
real(4)::r
end
function addv(a,b) result(c)
class(v),intent(in)::a
class(v),intent(in)::b
type(v)::c
end
subroutine wr(dtv,unit,iotype,v_list,iostat,iomsg)
class(v),intent(in)::dtv
integer(4),intent(in)::unit
character(*,1),intent(in)::iotype
integer(4),intent(in)::v_list(:)
integer(4),intent(out)::iostat
character(*,1),intent(inout)::iomsg
end
function strn(n,s) result(r)
integer(4),intent(in)::n
character(*,1),intent(in)::s(:)
character(n+int(int(s%len,kind=8),kind=4),1)::r
end
function pf(k) result(f)
integer(4),intent(in)::k
procedure(ff),pointer::f
end
subroutine many(a,b,c,d,n,l,t,s)
integer(4),intent(in)::n
logical(4),intent(in)::l
real(4)::a(1_8:int(merge(1_4,n,.NOT.l),kind=8))
real(4)::b(1_8:3_8)
real(4)::c(1_8:int(n,kind=8),int(n,kind=8):*)
character(*,1),intent(in)::s
type(v),intent(in)::t(1_8:int(n,kind=8))
real(4)::d(1_8:int(len_trim(s),kind=8),1_8:3_8,1_8:int(nint(t(2_8)%a(1_8)),kind=8),1_8:int(3_4*(n/2_4),kind=8),1_8:int((n+1_4)/2_4,kind=8),1_8:int(2_4**n,kind=8),int(-2_4*n,kind=8):int(n,kind=8))
end
subroutine ent(a)
real(4)::a(:)
end
subroutine ent2(b)
integer(4)::b
end
subroutine loc(q)
type::lt
sequence
integer(4)::a
end type
type(lt)::q
end
subroutine opt(f,s)
optional::f
interface
subroutine f(a)
real(4),intent(in)::a(1_8:*)
end
end interface
character(5_4,1),intent(in),optional::s(1_8:2_8)
end
impure recursive function fact(n) result(m)
integer(4),intent(in)::n
integer(4)::m
end
end
