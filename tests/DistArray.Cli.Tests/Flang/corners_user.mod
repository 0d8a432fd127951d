!mod$ v1 sum:1b953de53bbdf4a5
module corners_user
use corners,only:other=>t
use corners,only:s
interface s
procedure::qs
procedure::s
end interface
contains
subroutine qs(x)
integer(4)::x
end
end
