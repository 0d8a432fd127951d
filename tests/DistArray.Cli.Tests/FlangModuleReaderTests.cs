using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Modules;

namespace DistArray.Cli.Tests;

internal sealed class FlangModuleReaderTests
{
    [TestCase("corners", "procedure s 0 real(4) :: x(n, size(y, 1)) Explicit 1:.n, 1:size(.y, 1)")]
    [TestCase("corners", "procedure s2 0 procedure, pointer, optional :: p")]
    [TestCase("corners", "type priv of corners")]
    [TestCase("corners_user", "generic s: subroutine qs(x), subroutine s(x, n, y, z, l)")]
    [TestCase("rare", "procedure subroutine extp(x)")]
    [TestCase("rare", "procedure function strn(n, s) result(character(len=n + len(s)) :: r) character(len=n + len(s)) :: r length .n + len(.s)")]
    [TestCase("rare", "type v 4 class(*), pointer :: any")]
    [TestCase("wide", "generic total: function total_one(x) result(real(8) :: t), function total_two(x) result(real(8) :: t)")]
    [TestCase("wide", "procedure nested 1 real(4), intent(in) :: x(b%grid(1), size(b%pairs, 1)) Explicit 1:.b%grid(1), 1:size(.b%pairs, 1)")]
    [TestCase("wide", "procedure sizes 1 real(4), intent(out) :: b(size(a, 1, 8)*size(a, 2, 8)) Explicit 1:size(.a, 1, 8)*size(.a, 2, 8)")]
    [TestCase("wide", "procedure unusual 1 real(4), intent(in) :: x(twice(k), int(real(k, 4), 4), merge(k, 1, k > 1)) Explicit 1:wide_base.twice(.k), 1:int(real(.k, 4), 4), 1:merge(.k, 1, .k > 1)")]
    [TestCase("wide_base", "generic assignment(=): subroutine assign_pair(a, b)")]
    [TestCase("wide_base", "type child_t 2 class(base_t), pointer :: next of wide_base")]
    public void Read_WhereTheCompilersDiffer_GivesWhatFlangWrote(string module, string line) =>
        Assert.That(ModelText.Lines(ModuleFile.Read(FlangModules.PathOf(module))), Does.Contain(line));

    [TestCaseSource(typeof(FlangModules), nameof(FlangModules.Names))]
    public void Read_NumbersEachSymbolOnce(string module)
    {
        Module model = ModuleFile.Read(FlangModules.PathOf(module));
        (int Symbol, string Name)[] named =
        [
            .. model.Variables.Select(variable => (variable.Symbol, variable.Name)), .. model.Types.Select(type => (type.Symbol, type.Name)),
            .. model.Procedures.Select(procedure => (procedure.Symbol, procedure.Name)),
            .. model.Procedures.SelectMany(procedure => procedure.Arguments).Where(argument => !argument.IsAlternateReturn).Distinct().Select(argument => (argument.Symbol, argument.Name)),
            .. model.Types.SelectMany(type => type.Components).Select(component => (component.Symbol, component.Name)),
        ];
        Assert.That(named.Select(item => item.Symbol), Is.Unique.And.All.GreaterThan(0));
        foreach ((int symbol, string name) in named.Where(item => model.Reachable.ContainsKey(item.Symbol)))
            Assert.That(model.Reachable[symbol], Is.EqualTo(name));
    }

    [Test]
    public void Read_References_TellTheDeclaringModuleAndItsName()
    {
        Module model = ModuleFile.Read(FlangModules.PathOf("wide"));
        Entity c = model.Procedures.Single(procedure => procedure.Name == "bounds").Arguments.Single(argument => argument.Name == "c");
        Reference[] references = [.. c.Shape!.Axes.Select(axis => (Reference)axis.Upper!)];
        Assert.That(references.Select(reference => (reference.Module, reference.Name)), Is.EqualTo(new[] { ("wide_base", "n"), ("wide_base", "counts") }));
        Assert.That(model.Reachable.ContainsKey(references[0].Symbol), Is.False, "n is private here");
        Assert.That(model.Reachable[references[1].Symbol], Is.EqualTo("plural"), "the local name");
    }

    [Test]
    public void Read_ComponentsOfPrivateAccess_AreMarked()
    {
        Module model = ModuleFile.Read(FlangModules.PathOf("wide_base"));
        Assert.That(model.Types.Single(type => type.Name == "opaque_t").IsOpaque);
        Assert.That(model.Types.Single(type => type.Name == "base_t").Components.Select(component => component.IsPrivate), Is.EqualTo(new[] { false, true }));
        Assert.That(model.Types.Any(type => type.Name == "secret_t"), Is.False);
    }

    [Test]
    public void Read_TypeOfAModuleWithoutFile_NamesTheFileAndTheLine()
    {
        string message = Error(() => FlangModules.ReadText("""
            module m
            use other,only:t
            type(t)::x
            end
            """));
        Assert.That(message, Does.Contain("line 3: 't' is of the module 'other', and there is no file other.mod"));
    }

    [Test]
    public void Read_NameOfAModuleWithoutFile_IsPassedOn()
    {
        Module model = FlangModules.ReadText("""
            module m
            use mpi,only:mpi_comm_world
            use mpi,only:mine=>mpi_sum
            use mpi,only:mpi_max
            private::mpi_max
            end
            """);
        Assert.That(model.Passed, Is.EqualTo(new[] { ("mpi_comm_world", "mpi"), ("mine", "mpi") }));
    }

    [Test]
    public void Read_NameThatGoesInACircle_IsAnError()
    {
        string message = Error(() => FlangModules.ReadText("module m\nuse a,only:x\nend",
            ("a", "module a\nuse b,only:x\nend"), ("b", "module b\nuse a,only:x\nend")));
        Assert.That(message, Does.Contain("circle"));
    }

    [TestCase("structure/x/", "'structure'")]
    [TestCase("pointer(p,x)", "'::' was expected")]
    [TestCase("real(8),device::x", "an attribute 'device'")]
    [TestCase("!$acc declare create(x)", "'!'")]
    [TestCase("real(wp)::x", "a kind was expected, and not 'wp'")]
    [TestCase("real(8)::x(1_8:n)", "'n' is not declared")]
    [TestCase("real(8)::x(1_8:(2_8)", "')' was expected, and not the end of the line")]
    [TestCase("type(t)::x", "there is no type 't'")]
    [TestCase("integer(4),parameter::x=1_4 2_4", "'2_4' was not expected")]
    [TestCase("subroutine s(x)\nend", "'x' is not declared in 's'")]
    [TestCase("interface g\nprocedure::s\nend interface", "there is no procedure 's'")]
    [TestCase("integer(4)::x\ninteger(4)::x", "'x' is declared twice")]
    public void Read_UnknownOrWrongStatement_NamesTheLineAndWhatIsWrong(string statement, string problem)
    {
        string message = Error(() => FlangModules.ReadText($"module m\ninteger(4)::first\n{statement}\nend"));
        Assert.That(message, Does.Match(@"m\.mod: line [45]: ").And.Contain(problem));
    }

    [TestCase("!mod$ v2 sum:0123456789abcdef\nmodule m\nend\n", "version 2")]
    [TestCase("!mod$\n", "does not begin")]
    [TestCase("!mod$ v1 sum:0123456789abcdef\nsubmodule(a)b\nend\n", "submodule")]
    [TestCase("!mod$ v1 sum:0123456789abcdef\n", "cut off")]
    [TestCase("!mod$ v1 sum:0123456789abcdef\nmodule m\nend\nend\n", "after the end of the module")]
    public void Read_OtherFile_IsAnError(string text, string problem)
    {
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, text);
            Assert.That(Error(() => ModuleFile.Read(file)), Does.Contain(problem));
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static string Error(Func<Module> read) => Assert.Throws<ModuleFileException>(() => read())!.Message;
}
