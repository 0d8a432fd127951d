using System.Diagnostics;
using DistArray.Cli.CommandLine;
using DistArray.Cli.Tests.Tools;

namespace DistArray.Cli.Tests.CommandLine;

/// <summary>What all commands have in common, as a newcomer meets it.</summary>
internal sealed class ToolTests
{
    private readonly ToolFolder _folder = new();

    [OneTimeTearDown]
    public void Delete() => _folder.Dispose();

    [TestCase("shwo", "there is no command 'shwo'. Is show meant?")]
    [TestCase("--hlep", "there is no command '--hlep'. Is --help meant?")]
    [TestCase("xyz", "there is no command 'xyz'. `distarray --help`")]
    [TestCase("checkpoint", "goes on with a second word: checkpoint ls, checkpoint verify")]
    [TestCase("checkpoint verfy x", "there is no command 'checkpoint verfy'; there are checkpoint ls, checkpoint verify. Is checkpoint verify meant?")]
    [TestCase("show --stat x", "there is no option --stat. Is --stats meant?")]
    [TestCase("show", "name the file to show")]
    [TestCase("show a b c", "'c' is one argument too many")]
    [TestCase("show a -n", "a value is missing after -n")]
    [TestCase("show a -n --json", "a value is missing after -n")]
    [TestCase("show a -n two", "-n two: it takes a whole number from 1 on")]
    [TestCase("show a --json=yes", "--json takes no value")]
    [TestCase("convert a b --dtype flaot32", "perhaps float32")]
    [TestCase("convert a b --order X", "it takes C, F")]
    [TestCase("completion zsh", "none for 'zsh'")]
    [TestCase("wrap m.mod --outptu x", "Is --output meant?")]
    [TestCase("show a --raw float:3", "perhaps float32")]
    [TestCase("show a --raw float64:3y4", "'3y4' is no extent")]
    [TestCase("show a --raw float64:3:G", "'G' is none of F, C")]
    [TestCase("show a --raw float64:99999999999x99999999999", "no file has that many bytes")]
    [TestCase("show ", "an empty text is given for FILE: name the file to show")]
    [TestCase("plot ", "an empty text is given for FILE")]
    [TestCase("convert  x.npy", "an empty text is given for FROM")]
    [TestCase("convert x.npy ", "an empty text is given for TO")]
    [TestCase("checkpoint ls ", "an empty text is given for FOLDER|FILE")]
    [TestCase("checkpoint ls x.h5 ", "an empty text is given for FOLDER|FILE")]
    [TestCase("checkpoint verify ", "an empty text is given for FILE")]
    [TestCase("wrap ", "an empty text is given for MODULE.mod")]
    [TestCase("run ", "an empty text is given for SCRIPT")]
    [TestCase("kernel run ", "an empty text is given for CONNECTION_FILE")]
    [TestCase("kernel install --folder ", "--folder is given an empty text, and takes a DIR")]
    [TestCase("wrap m.mod --report=", "--report is given an empty text, and takes a FILE")]
    [TestCase("wrap nofile.mod", "nofile.mod: there is no such file. Compile the core first")]
    [TestCase("wrap .", ".: this is a folder; name the .mod file in it")]
    [TestCase("layout --shape 20 -n 3 --bounds 0=0,11,3,20", "bound 1 is 11 and bound 2 is 3.\n")]
    [TestCase("layout --shape 20 --dist u --indices .", ". is a folder, and a file is needed")]
    public void WrongCommandLine_IsToldInALine_AndEndsWith2(string line, string told)
    {
        (int status, string output, string error) = _folder.Run(line.Split(' '));
        Assert.That((status, output), Is.EqualTo((2, "")));
        Assert.That(error, Does.StartWith("distarray: ").And.Contain(told).And.Not.Contain("   at "));
        Assert.That(error.Trim().Split('\n'), Has.Length.EqualTo(1));
    }

    // An error of the tool itself: here that of a standard output which is none.
    [TestCase("completion bash", "distarray: completion: there is no writing here.\n")]
    [TestCase("--version", "distarray: there is no writing here.\n")]
    public void AnyOtherError_IsToldInALine_AndEndsWith70(string line, string told)
    {
        using var error = new StringWriter();
        Assert.That(Tool.Run(line.Split(' '), new NoWriter(), error), Is.EqualTo(ExitStatus.Failure));
        Assert.That($"{error}", Is.EqualTo(told));
    }

    [Test]
    public void Help_OfEveryCommand_NamesItsOptions()
    {
        string all = _folder.Good("--help");
        foreach (Command command in Commands.All)
        {
            Assert.That(all, Does.Contain($"  {command.Name} "));
            string help = _folder.Good([.. command.Name.Split(' '), "--help"]);
            Assert.That(help, Does.StartWith($"usage: distarray {command.Name}"));
            foreach (Option option in command.Options) Assert.That(help, Does.Contain($"  {option.Name} "), command.Name);
            Assert.That(_folder.Good(["help", .. command.Name.Split(' ')]), Is.EqualTo(help));
        }
        Assert.That(_folder.Good("--version"), Does.Match(@"^distarray \d+\.\d+\.\d+\n$"));
        Assert.That(_folder.Run([]).Status, Is.EqualTo(2));
    }

    [Test]
    public void Values_AreTakenHoweverTheyAreGiven()
    {
        var count = new CountOption("-n", "N", "", 1);
        var list = new ListOption("--some", "S", "", isGreedy: true);
        var command = new Probe(count, list);
        Given given = ArgumentParser.Parse(command, ["-n", "2", "-n3", "-n=4", "--some", "a", "b", "--some=c", "--", "-x", "-n"]);
        Assert.That((given.Value(count), string.Join(' ', given.Values(list)), string.Join(' ', given.All(Probe.Rest))), Is.EqualTo((4, "a b c", "-x -n")));
        Assert.That(given.Without(count), Is.EqualTo((string[])["probe", "--some=a", "--some=b", "--some=c", "--", "-x", "-n"]));
        Assert.That(ArgumentParser.Parse(command, ["-1.5", "-"]).All(Probe.Rest), Is.EqualTo((string[])["-1.5", "-"]), "numbers and the stream are no options");
    }

    [TestCase("distarray ", "show", "convert", "checkpoint", "--version")]
    [TestCase("distarray checkpoint ", "ls", "verify")]
    [TestCase("distarray checkpoint v", "verify")]
    [TestCase("distarray show --", "--stats", "--values", "--json", "--help")]
    [TestCase("distarray convert x --dtype float", "float32", "float64")]
    [TestCase("distarray help sh", "show")]
    [TestCase("distarray show ", "x.h5", "y.npy")]
    [TestCase("distarray completion ", "bash")]
    [TestCase("distarray bench ", "ping", "halo")]
    [TestCase("distarray bench ping a", "allreduce")]
    [TestCase("distarray bench --", "--quick", "--json")]
    [TestCase("distarray layout --boundary ", "periodic", "open")]
    [TestCase("distarray kernel install --folder ", "x.h5")]
    public void Completion_InBash_Offers(string typed, params string[] offered)
    {
        using var folder = new ToolFolder();
        File.WriteAllText(folder["x.h5"], "");
        File.WriteAllText(folder["y.npy"], "");
        string script = $$"""
            {{_folder.Good("completion", "bash")}}
            IFS=' ' read -ra COMP_WORDS <<< '{{typed}}'
            [[ '{{typed}}' != *' ' ]] || COMP_WORDS+=('')
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            _distarray
            printf '%s\n' "${COMPREPLY[@]}"
            """;
        using Process bash = Process.Start(new ProcessStartInfo("bash", ["-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = folder[""] })!;
        string[] found = bash.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(offered, Is.SubsetOf(found), bash.StandardError.ReadToEnd());
    }

    private sealed class NoWriter : TextWriter
    {
        public override System.Text.Encoding Encoding => System.Text.Encoding.UTF8;

        public override void Write(char value) => throw new InvalidOperationException("there is no writing here.");
    }

    private sealed class Probe(params Option[] options) : Command
    {
        public static Operand Rest { get; } = new("REST", "name some", IsOptional: true, IsRepeated: true);

        public override string Name => "probe";

        public override string Summary => "";

        public override string Description => "";

        public override IReadOnlyList<Operand> Operands => [Rest];

        public override IReadOnlyList<Option> Options => options;

        public override int Run(Given given, TextWriter output, TextWriter error) => 0;
    }
}
