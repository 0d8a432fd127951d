using DistArray.BindingGen;

const string usage = """
    usage: dotnet run --project bindings/DistArray.BindingGen -- [--check] [--repository DIR]

    Writes the C# bindings of every *.rsp beside this program from the C headers that it names (castxml must be installed).
      --check            write nothing; name the files that are not up to date, and end with 1 if there are any
      --repository DIR   the repository; found from the current folder where not given
    """;

bool check = false;
string? repository = null;
for (int i = 0; i < args.Length; i++)
{
    switch (args[i])
    {
        case "--check": check = true; break;
        case "--repository" when i + 1 < args.Length: repository = args[++i]; break;
        case "--help": Console.WriteLine(usage); return 0;
        default: Console.Error.WriteLine($"unknown option {args[i]}\n{usage}"); return 2;
    }
}

try
{
    Repository root = Repository.Find(repository ?? Directory.GetCurrentDirectory());
    List<StaleFile> stale = root.FindStale(root.Generate());
    foreach (StaleFile file in stale)
    {
        Console.WriteLine($"{file.Reason}: {file.RelativePath}");
        if (!check)
            file.Update();
    }
    Console.WriteLine(stale.Count == 0 ? "All bindings are up to date." : $"{stale.Count} file(s) {(check ? "are not up to date" : "written")}.");
    return check && stale.Count > 0 ? 1 : 0;
}
catch (GeneratorException e)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
