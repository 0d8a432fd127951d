namespace DistArray.Interactive.Tests;

/// <summary><c>distarray run</c>.</summary>
internal sealed class ScriptTests
{
    [Test]
    public void Run_OfAScript_GivesItsOutputAndStatus()
    {
        using var folder = new TemporaryFolder();
        folder.Write("part.csx", "int Cube(int n) => n * n * n;");
        string script = folder.Write("main.csx", $$"""
            #!/usr/bin/env -S distarray run
            #load "part.csx"
            #r "{{typeof(ScriptTests).Assembly.Location}}"
            var a = Np.Arange<double>(World, 4);
            string text = a.Format();
            int sum = World.Allreduce(Cube(Rank + 1), Operation<int>.Add);
            if (Rank == 0) Console.WriteLine($"{sum} {string.Join('|', Args)} {text} {DistArray.Interactive.Tests.ForScripts.Answer}");
            return Args.Count;
            """);
        var (status, output, error) = Tool.Run("", "run", script, "-n", "2", "--", "a b", "-n", "--x");
        Assert.That(output, Is.EqualTo("9 a b|-n|--x [0. 1. 2. 3.] 42\n"), error);
        Assert.That(status, Is.EqualTo(3));
    }

    [TestCase("", "gone c\ngone b\ngone a\ngone part\n", 5)]
    [TestCase("early", "gone a\ngone part\n", 3)]
    public void Run_DisposesOfUsingVariables_AtTheEnd(string argument, string expected, int ended)
    {
        using var folder = new TemporaryFolder();
        folder.Write("part.csx", "class Thing(string name) : IDisposable\n{\n    public void Dispose() => Console.WriteLine($\"gone {name}\");\n}\nusing var part = new Thing(\"part\");");
        string script = folder.Write("main.csx", """
            #load "part.csx"
            using var a = new Thing("a");
            if (Args[0].Length > 0) return 3;
            using Thing b = new("b"), c = new("c");
            using Thing? none = null;
            5
            """);
        var (status, output, error) = Tool.Run("", "run", script, argument);
        Assert.That((output, status), Is.EqualTo((expected, ended)), error);
    }

    [Test]
    public void Run_OfAScriptWithErrors_ShowsThemOnce()
    {
        using var folder = new TemporaryFolder();
        string script = folder.Write("wrong.csx", "int a = 1;\nfor (int i = 0; i < 3; i++) a += missing;\n");
        var (status, output, error) = Tool.Run("", "run", script, "-n", "2");
        Assert.That(error, Is.EqualTo($"{script}(2,34): error CS0103: The name 'missing' does not exist in the current context\n"));
        Assert.That((status, output), Is.EqualTo((1, "")));
    }

    [Test]
    public void Run_OfPackages_SaysWhatToDo()
    {
        using var folder = new TemporaryFolder();
        string script = folder.Write("package.csx", "#r \"nuget: Some.Package, 1.0\"\n1");
        var (status, _, error) = Tool.Run("", "run", script);
        Assert.That(error, Does.StartWith($"{script}(1,1): error CS0006").And.Contain("could not be found. Packages are not fetched").And.Contain("#r \"bin/"));
        Assert.That(status, Is.EqualTo(1));
    }

    [Test]
    public void Run_OfAScriptThatThrowsOnOneRank_EndsTheJob()
    {
        using var folder = new TemporaryFolder();
        string script = folder.Write("throws.csx", "if (Rank == 1)\n    throw new FormatException(\"here\");\nWorld.Barrier();");
        var (status, _, error) = Tool.Run("", "run", script, "-n", "2");
        Assert.That(status, Is.EqualTo(70));
        Assert.That(error, Does.Contain("[rank 1 of 2] failed:").And.Contain("System.FormatException: here").And.Contain("throws.csx:line 2"));
    }

    [TestCase("")]
    [TestCase("// later\n")]
    public void Run_OfAnEmptyScript_DoesNothing(string text)
    {
        using var folder = new TemporaryFolder();
        Assert.That(Tool.Run("", "run", folder.Write("empty.csx", text)), Is.EqualTo((0, "", "")));
    }

    [Test]
    public void Run_WithoutTheNativeLibrary_SaysSo()
    {
        using var folder = new TemporaryFolder();
        var (status, _, error) = Tool.RunWith("DISTARRAY_NATIVE", "/nowhere", "run", folder.Write("one.csx", "1"));
        Assert.That(error, Does.StartWith("The native library distarray could not be loaded.").And.Not.Contain("   at "));
        Assert.That(status, Is.EqualTo(70));
    }

    [TestCase("run", "one.csx")]
    [TestCase("repl")]
    [TestCase("selftest")]
    public void UnderALauncher_WhatStartsRanksIsRefused(params string[] command) => Assert.That(Tool.RunWith("OMPI_COMM_WORLD_SIZE", "1", command),
        Is.EqualTo((2, "", $"distarray: {command[0]}: starts its ranks itself, and cannot under mpiexec. Leave mpiexec away; -n RANKS says how many.\n")));

    [Test]
    public void Run_OfNoScript_IsAWrongCommandLine()
    {
        var (status, _, error) = Tool.Run("", "run", "/nowhere/script.csx");
        Assert.That((status, error), Is.EqualTo((2, "distarray: run: there is no script '/nowhere/script.csx'.\n")));
    }
}
