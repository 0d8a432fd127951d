using DistArray.Cli.Wrapping.Model;

namespace DistArray.Cli.Tests;

/// <summary>What the reader of gfortran's files makes of rare declarations.</summary>
internal sealed class GfortranModuleReaderTests
{
    private const string Source = """
        module used
          implicit none
          interface add
            module procedure add_integers
          end interface
          interface operator(.far.)
            module procedure far_integers
          end interface
        contains
          integer function add_integers(a, b)
            integer, intent(in) :: a, b
            add_integers = a + b
          end function
          integer function far_integers(a, b)
            integer, intent(in) :: a, b
            far_integers = a - b
          end function
        end module
        module m
          use used
          implicit none
          type base
            integer :: id = 1
          contains
            procedure :: plus, set
            generic :: operator(-) => plus
            generic :: assignment(=) => set
          end type
          type, extends(base) :: child
            private
            integer :: n = 2
            integer, public :: shown(3) = 4
            character(len=:), allocatable :: label
            class(base), pointer :: next => null()
            class(base), allocatable :: others(:)
            class(*), pointer :: any => null()
          end type
          type closed
            private
            integer :: state
          end type
          type number
            integer :: value
          end type
          abstract interface
            integer function shape_of(i)
              integer, intent(in) :: i
            end function
          end interface
          interface add
            module procedure add_reals
          end interface
          interface assignment(=)
            module procedure assign_number
          end interface
          interface operator(-)
            module procedure negative
          end interface
          integer :: image[*]
          class(base), pointer :: pointed(:)
          procedure(shape_of) :: elsewhere
          procedure(real(8)), pointer :: typed
          external :: unknown
          real(10), parameter :: long = 1.1_10
          complex(16), parameter :: longer = (1, 2)
          real, parameter :: two(2) = 2
          real(8), parameter :: none(0) = [real(8) ::]
          type(number), parameter :: ten = number(10)
        contains
          function plus(a, b) result(c)
            class(base), intent(in) :: a, b
            type(base) :: c
            c%id = a%id + b%id
          end function
          subroutine set(a, b)
            class(base), intent(out) :: a
            class(base), intent(in) :: b
            a%id = b%id
          end subroutine
          real function add_reals(a, b)
            real, intent(in) :: a, b
            add_reals = a + b
          end function
          subroutine assign_number(a, b)
            type(number), intent(out) :: a
            integer, intent(in) :: b
            a%value = b
          end subroutine
          type(number) function negative(a)
            type(number), intent(in) :: a
            negative%value = -a%value
          end function
          function chosen(k)
            integer, intent(in) :: k
            procedure(shape_of), pointer :: chosen
            chosen => elsewhere
          end function
          subroutine polymorphic(a, b, c)
            class(base), intent(in) :: a, b(:)
            class(base), pointer, intent(in) :: c(:)
          end subroutine
          subroutine bounds(b, x, y, s, n)
            type(child), intent(in) :: b
            real, intent(in) :: y(0:)
            integer, intent(in) :: n
            real :: x(b%id, lbound(y, 1):ubound(y, 1), size(y, kind=8)), s(count([n > 1], kind=2), nint(real(n)*0.5 + 1e10*2.0))
          end subroutine
        end module
        """;

    private string[] _lines = [];
    private Module _module = null!;

    [OneTimeSetUp]
    public void Read() => _lines = ModelText.Lines(_module = GfortranModules.ReadText(Source));

    [TestCase("generic add: function add_integers(a, b) result(integer(4) :: add_integers), function add_reals(a, b) result(real(4) :: add_reals)")]
    [TestCase("generic assignment(=): subroutine assign_number(a, b)")]
    [TestCase("generic operator(-): function negative(a) result(type(number) :: negative)")]
    [TestCase("procedure bounds 1 real(4) :: x(b%id, lbound(y, 1):ubound(y, 1), size(y, kind=8)) Explicit 1:.b%id, lbound(.y, 1):ubound(.y, 1), 1:size(.y, kind=8)")]
    [TestCase("procedure bounds 3 real(4) :: s(count([n > 1], kind=2), nint((real(n)*0.5_4) + 2E+10_4)) Explicit 1:count([.n > 1], kind=2), 1:nint((real(.n)*0.5_4) + 2E+10_4)")]
    [TestCase("procedure function chosen(k) result(procedure(shape_of), pointer :: chosen) procedure(shape_of), pointer :: chosen as function shape_of(i) result(integer(4) :: shape_of) (integer(4), intent(in) :: i)")]
    [TestCase("procedure function elsewhere(i) result(integer(4) :: shape_of) integer(4) :: shape_of")]
    [TestCase("procedure polymorphic 0 class(base), intent(in) :: a of m")]
    [TestCase("procedure polymorphic 1 class(base), intent(in) :: b(:) of m AssumedShape 1:")]
    [TestCase("procedure polymorphic 2 class(base), intent(in), pointer :: c(:) of m Deferred :")]
    [TestCase("type child of m")]
    [TestCase("type child 4 class(base), pointer :: next of m")]
    [TestCase("type child 5 class(base), allocatable :: others(:) of m Deferred :")]
    [TestCase("type child 6 class(*), pointer :: any")]
    [TestCase("type closed of m opaque")]
    [TestCase("variable class(base), pointer :: pointed(:) of m Deferred :")]
    [TestCase("variable complex(16), parameter :: longer = ?")]
    [TestCase("variable integer(4) :: image")]
    [TestCase("variable procedure, pointer :: typed")]
    [TestCase("variable real(10), parameter :: long = ?")]
    [TestCase("variable real(4), parameter :: two(2) Explicit 1:2 = [Real(4) 2, Real(4) 2]")]
    [TestCase("variable real(8), parameter :: none(0) Explicit 1:0 = []")]
    [TestCase("variable type(number), parameter :: ten of m = [10]")]
    public void Read_RareDeclaration_IsInTheModel(string line) => Assert.That(_lines, Does.Contain(line));

    [Test]
    public void Read_NamesOfOthersAndOfTheCompiler_AreLeftOut()
    {
        Assert.That(_module.Generics.Select(generic => generic.Name), Is.EquivalentTo(new[] { "add", "assignment(=)", "operator(-)" }));
        Assert.That(_module.Types.Select(type => type.Name), Is.EquivalentTo(new[] { "base", "child", "closed", "number" }));
        Assert.That(_module.Procedures.Select(procedure => procedure.Name),
            Is.EquivalentTo(new[] { "plus", "set", "add_reals", "assign_number", "negative", "chosen", "elsewhere", "polymorphic", "bounds" }));
        Assert.That(_module.Types.Single(type => type.Name == "child").Components.Select(component => component.Name), Is.EqualTo(new[] { "base", "n", "shown", "label", "next", "others", "any" }));
    }

    [Test]
    public void Read_ComponentsAfterAPrivateStatement_ArePrivateUnlessPublic()
    {
        DerivedType child = _module.Types.Single(type => type.Name == "child");
        Assert.That(child.Components.Select(component => component.IsPrivate), Is.EqualTo(new[] { false, true, false, true, true, true, true }));
    }

    [Test]
    public void Read_BoundProcedures_AreMarked() =>
        Assert.That(_module.Types.Where(type => type.HasBindings).Select(type => type.Name), Is.EqualTo(new[] { "base" }));
}
