using System.Text.RegularExpressions;
using DistArray.Cli.Wrapping;

namespace DistArray.Cli.Tests;

/// <summary>What is generated of modules whose companion is not easily right. The compiler checks each companion.</summary>
internal sealed class WrapTests
{
    private const string Source = """
        module base_m
          implicit none
          interface put
            module procedure put
          end interface
        contains
          subroutine put(n, a)
            integer, intent(in) :: n
            real(8), intent(inout) :: a(n, n)
            a = n
          end subroutine
        end module
        module m
          use base_m
          implicit none
          type, abstract :: shape
            integer :: corners = 0
          contains
            procedure(area), deferred :: area
          end type
          type, extends(shape) :: square
            real(8), allocatable :: sides(:)
          contains
            procedure :: area => square_area
          end type
          type, extends(square) :: box
            real(8), pointer :: heights(:) => null()
            type(square) :: lids(2)
          end type
          type number
            integer :: value = 0
          end type
          type secret
            private
            integer, public :: shown = 1
            integer :: hidden(3) = 2
          end type
          abstract interface
            real(8) function area(self)
              import :: shape
              class(shape), intent(in) :: self
            end function
          end interface
          interface assignment(=)
            module procedure from_integer
          end interface
          interface operator(+)
            module procedure add_numbers, no_number
          end interface
          interface put
            module procedure put_integers
          end interface
          type(box), target :: one
          type(square) :: several(3)
          type(secret) :: kept
          integer, parameter :: threes(2, 2) = 3
          real(8), parameter :: precise = 2, infinite = transfer(9218868437227405312_8, 1d0)
          real(16), parameter :: quadruple = 1.1_16
        contains
          real(8) function square_area(self)
            class(square), intent(in) :: self
            square_area = size(self%sides)
          end function
          subroutine from_integer(a, b)
            type(number), intent(out) :: a
            integer, intent(in) :: b
            a%value = b
          end subroutine
          type(number) function add_numbers(a, b)
            type(number), intent(in) :: a, b
            add_numbers%value = a%value + b%value
          end function
          type(number) function no_number(a, b)
            type(number), intent(in) :: a
            integer, intent(in) :: b(2)
            no_number%value = a%value + b(1)
          end function
          subroutine put_integers(n, a)
            integer, intent(in) :: n
            integer, intent(inout) :: a(n, 0:n, *)
            a(1, 1, 1) = n
          end subroutine
          subroutine bounds(b, c, lo, y, z, s, x, w, v, u, t)
            type(box), intent(in) :: b
            type(number), intent(in) :: c(0:)
            integer, intent(in) :: lo(0:1)
            real, intent(in) :: y(-1:, :), z(lo(0):), s(*)
            character(*), intent(in) :: t(0:)
            real :: x(b%corners, size(y, kind=8)), w(lbound(y, 1):ubound(y, 1)), v(size(z), lo(1)), u(ubound(z, 1) + lbound(t, 1) + lbound(c, 1))
          end subroutine
          subroutine scaled(n, a)
            integer, intent(in) :: n
            real, intent(inout) :: a(int(n*2.0) + nint(3e-5*n))
          end subroutine
          function moved(p, f, q, list) result(r)
            use, intrinsic :: iso_c_binding
            type(c_ptr), value :: p
            type(c_funptr), intent(in), optional :: f
            type(c_ptr), intent(inout) :: q
            type(c_ptr) :: r
            integer, intent(in), optional :: list(2)
            r = p
          end function
          subroutine addresses(p)
            use, intrinsic :: iso_c_binding
            type(c_ptr), intent(in) :: p(2)
          end subroutine
          subroutine open_end(n, q, x, y)
            integer, intent(in) :: n
            real, intent(in) :: q(n, 0:*)
            real :: x(size(q, 1)), y(lbound(q, 2):n)
          end subroutine
          subroutine allocates(n, a)
            integer, intent(in), optional :: n
            real, allocatable, optional :: a(:)
          end subroutine
          subroutine every(s)
            class(shape), intent(in) :: s
          end subroutine
        end module
        """;

    private DirectoryInfo _folder = null!;
    private string _report = "", _companion = "", _class = "";

    [OneTimeSetUp]
    public void Wrap()
    {
        _folder = Directory.CreateTempSubdirectory("distarray-wrap");
        GfortranModules.Compile(_folder.FullName, "m.f90", Source);
        var report = new StringWriter();
        var errors = new StringWriter();
        int status = new WrapCommand().Run([Path.Combine(_folder.FullName, "m.mod"), "--output", _folder.FullName, "--report", "-"], report, errors);
        Assert.That((status, $"{errors}"), Is.EqualTo((0, "")));
        _report = $"{report}";
        _companion = File.ReadAllText(Path.Combine(_folder.FullName, "m_distarray.f90"));
        _class = File.ReadAllText(Path.Combine(_folder.FullName, "MModule.g.cs"));
    }

    [OneTimeTearDown]
    public void Delete() => _folder.Delete(true);

    [TestCase("p1 = a2", Description = "an assignment")]
    [TestCase("[integer(8) :: max(0_8, int(p1%corners, 8)), max(0_8, int(size(a4, kind=8), 8))]", Description = "an inherited component; a keyword")]
    [TestCase("real(4), intent(in) :: a4(-1:, :)", Description = "lower bounds as the procedure has them")]
    [TestCase("max(0_8, int(ubound(a4, 1), 8) - int(lbound(a4, 1), 8) + 1)")]
    [TestCase("integer(4), intent(in) :: a3(0:*)")]
    [TestCase("max(0_8, int(size(a5), 8)), max(0_8, int(a3(1), 8))")]
    [TestCase("int(real(a1, 4)*2.0_4)")]
    [TestCase("nint(3E-05_4*real(a1, 4))")]
    [TestCase("a2(1, *)", Description = "by rank a generic name finds the procedure")]
    [TestCase("integer(4), intent(inout) :: a2(1, 1, *)")]
    [TestCase("call describe_address(target, loc(p%square))", Description = "a type with bound procedures is passed to no type(*)")]
    public void Companion_OfWhatIsRare_HasIt(string text) =>
        Assert.That(Regex.Replace(_companion, @" &\n\s*", " "), Does.Contain(text));

    [Test]
    public void Companion_BoundsOfAnAssumedSize_AreNotChecked()
    {
        string body = Regex.Match(_companion, "subroutine call_open_end.*?end subroutine", RegexOptions.Singleline).Value;
        Assert.That(body, Does.Contain("real(4), intent(in) :: a2(1, *)").And.Contain("misfits(check, 1, 1, [integer(8) :: max(0_8, int(a1, 8)), -1])"));
        Assert.That(body, Does.Not.Contain("size(").And.Not.Contain("lbound("));
    }

    [TestCase("loc(p%corners)", "describe(target, p%corners, [0_8])", Description = "a component of an abstract parent")]
    public void Companion_HasOneOf(string first, string second) => Assert.That(_companion, Does.Contain(first).Or.Contain(second));

    [TestCase("public static IReadOnlyList<int> Threes { get; } = [3, 3, 3, 3];")]
    [TestCase("public const double Precise = 2.0;")]
    [TestCase("public const double Infinite = double.PositiveInfinity;")]
    [TestCase("public nint Moved(nint p, nint? f, ref nint q, ArrayArgument<int> list = default)")]
    [TestCase("public void Allocates(int? n, FortranAllocatable<float> a)")]
    [TestCase("public void Assign(ref Number a, int b)")]
    public void Class_OfWhatIsRare_HasIt(string text) => Assert.That(_class, Does.Contain(text));

    [TestCase("type shape: type shape is abstract")]
    [TestCase("procedure addresses: type c_ptr is a C address: scalar arguments and results alone")]
    [TestCase("constant quadruple: its value is not read: a value of type real(16)")]
    [TestCase("procedure operator(+): an operator on arrays whose shape is not passed")]
    [TestCase("component box%lids: it is an array of a type with bound procedures")]
    [TestCase("variable several: it is an array of a type with bound procedures")]
    [TestCase("procedure every: type shape is abstract")]
    public void Report_TellsWhatIsRefused(string text) => Assert.That(_report, Does.Contain(text));

    [Test]
    public void Wrap_Again_GivesTheSameFiles()
    {
        Dictionary<string, string> before = Files();
        string[] again = [Path.Combine(_folder.FullName, "m.mod"), "--output", Path.Combine(_folder.FullName, "again")];
        Assert.That(new WrapCommand().Run(again, TextWriter.Null, TextWriter.Null), Is.Zero);
        foreach (string file in Directory.GetFiles(again[2])) Assert.That(File.ReadAllText(file), Is.EqualTo(before[Path.GetFileName(file)]), file);
    }

    [Test]
    public void Wrap_OfFlangsFileWithGfortran_TellsToNameTheCompiler()
    {
        string[] arguments = [FlangModules.PathOf("toy_kinds"), "--output", _folder.FullName, "--keep-going"];
        Assert.That(() => new WrapCommand().Run(arguments, TextWriter.Null, TextWriter.Null), Throws.TypeOf<UsageException>().With.Message.Contains("--compiler flang-new"));
    }

    [Test]
    public void Wrap_OfFlangsFile_GivesACompanionThatGfortranCompiles()
    {
        string output = Path.Combine(_folder.FullName, "flang");
        foreach (string source in Directory.GetFiles(FlangModules.Folder, "*.f90")) GfortranModules.Compile(_folder.FullName, Path.GetFileName(source), File.ReadAllText(source));
        foreach (string module in FlangModules.Names)
        {
            Assert.That(new WrapCommand().Run([FlangModules.PathOf(module), "--output", output, "--no-check"], TextWriter.Null, TextWriter.Null), Is.Zero);
            GfortranModules.Compile(_folder.FullName, $"{module}_distarray.f90", File.ReadAllText(Path.Combine(output, $"{module}_distarray.f90")));
        }
    }

    private Dictionary<string, string> Files() => Directory.GetFiles(_folder.FullName).ToDictionary(file => Path.GetFileName(file), File.ReadAllText);
}
