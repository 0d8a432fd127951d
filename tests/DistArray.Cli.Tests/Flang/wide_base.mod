!mod$ v1 sum:4b09795f586e23da
module wide_base
use,intrinsic::iso_c_binding,only:c_ptr
use,intrinsic::iso_c_binding,only:c_int
use,intrinsic::iso_c_binding,only:handle=>c_funptr
integer(4),parameter::wp=8_4
intrinsic::kind
integer(4),parameter::square(1_8:2_8,1_8:2_8)=reshape([INTEGER(4)::1_4,2_4,3_4,4_4],shape=[2,2])
intrinsic::reshape
real(8),parameter::halves(1_8:3_8)=[REAL(8)::5.e-1_8,-2.5e-1_8,1.000000000000000020816681711721685132943093776702880859375e-3_8]
real(4),parameter::third=3.333333432674407958984375e-1_4
real(8),parameter::tiny_value=4.940656458412465441765687928682213723650598026143247644255856825006755072702087518652998363616359923797965646954457177309266567103559397963987747960107818781263007131903114045278458171678489821036887186360569987307230500063874091535649843873124733972731696151400317153853980741262385655911710266585566867681870395603106249319452715914924553293054565444011274801297099995419319894090804165633245247571478690147267801593552386115501348035264934720193790268107107491703332226844753335720832431936092382893458368060106011506169809753078342277318329247904982524730776375927247874656084778203734469699533647017972677717585125660551199131504891101451037862738167250955837389733598993664809941164205702637090279242767544565229087538682506419718265533447265625e-324_8
real(8),parameter::huge_value=1.79769313486231570814527423731704356798070567525844996598917476803157260780028538760589558632766878171540458953514382464234321326889464182768467546703537516986049910576551282076245490090389328944075868508455133942304583236903222948165808559332123348274797826204144723168738177180919299881250404026184124858368e308_8
intrinsic::huge
real(8),parameter::zero=0._8
real(8),parameter::minus=-0._8
complex(8),parameter::imaginary=(0._8,1._8)
complex(8),parameter::turns(1_8:2_8)=[COMPLEX(8)::(1._8,0._8),(-5.e-1_8,2.5000000000000000520417042793042128323577344417572021484375e-3_8)]
complex(4),parameter::small=(1.00000001490116119384765625e-1_4,-1.00000001490116119384765625e-1_4)
logical(4),parameter::yes=.true._4
logical(4),parameter::both(1_8:2_8)=[LOGICAL(4)::.true._4,.false._4]
logical(1),parameter::short=.false._1
integer(8),parameter::large=9223372036854775807_8
integer(8),parameter::negative=-5_8
integer(1),parameter::byte=-128_1
character(*,1),parameter::quoted="it's ""so"""
character(*,1),parameter::slash="a\\b"
character(*,1),parameter::empty=""
character(3_4,1),parameter::words(1_8:2_8)=[CHARACTER(KIND=1,LEN=3)::"one","two"]
character(2_4,1),parameter::lines="\n\t"
intrinsic::achar
integer(4)::n
integer(4),private::hidden_count
integer(4),target::counts(1_8:2_8)
type::base_t
integer(4)::id=1_4
real(8),private::secret=2._8
contains
procedure::show=>show_base
procedure,private::inner
generic::print=>show
generic::print=>inner
final::finish
end type
type,extends(base_t)::child_t
real(8)::x(1_8:2_8)=[REAL(8)::1._8,2._8]
class(base_t),pointer::next=>NULL()
character(:,1),allocatable::label
type(c_ptr)::address
end type
intrinsic::null
type,abstract::shape_t
contains
procedure(area_i),deferred::area
end type
type::opaque_t
integer(4),private::state=0_4
real(4),allocatable,private::values(:)
end type
interface pair_t
procedure::make_pair
end interface
type::pair_t
sequence
integer(4)::a
integer(4)::b
end type
type(pair_t),parameter::origin=pair_t(a=1_4,b=-2_4)
type(pair_t),parameter::pairs(1_8:2_8)=[pair_t::pair_t(a=1_4,b=2_4),pair_t(a=4_4,b=3_4)]
type,private::secret_t
integer(4)::i
end type
abstract interface
function area_i(self) result(a)
import::shape_t
class(shape_t),intent(in)::self
real(8)::a
end
end interface
abstract interface
subroutine action(x,m)
integer(4),intent(in)::m
real(8),intent(inout)::x(1_8:int(m,kind=8))
end
end interface
interface operator(+)
procedure::add_pairs
end interface
interface operator(.cross.)
procedure::cross
end interface
interface assignment(=)
procedure::assign_pair
end interface
interface total
procedure::total_one
end interface
interface operator(==)
procedure::same
end interface
interface
subroutine external_one(n,x) bind(c, name="external_one")
integer(4),value::n
real(8)::x(1_8:*)
end
end interface
interface
function plain_external(i)
integer(4)::i
integer(4)::plain_external
end
end interface
real(4),volatile::watched
procedure(action),pointer::act
procedure(real(8)),pointer::typed
namelist/settings/n,counts
contains
subroutine show_base(self)
class(base_t),intent(in)::self
end
subroutine inner(self,k)
class(base_t),intent(in)::self
integer(4),intent(in)::k
end
subroutine finish(self)
type(base_t),intent(inout)::self
end
elemental function add_pairs(a,b) result(c)
type(pair_t),intent(in)::a
type(pair_t),intent(in)::b
type(pair_t)::c
end
pure function cross(a,b) result(c)
type(pair_t),intent(in)::a
type(pair_t),intent(in)::b
integer(4)::c
end
pure function same(a,b)
type(pair_t),intent(in)::a
type(pair_t),intent(in)::b
logical(4)::same
end
subroutine assign_pair(a,b)
type(pair_t),intent(out)::a
integer(4),intent(in)::b
end
function make_pair(a)
real(4),intent(in)::a
type(pair_t)::make_pair
end
function total_one(x) result(t)
real(8),intent(in)::x(:)
real(8)::t
end
pure function twice(i)
integer(4),intent(in)::i
integer(4)::twice
end
end
