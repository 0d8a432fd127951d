using DistArray.Stacks;

if (args is not [var limit, .. var processes] || !int.TryParse(limit, out int seconds) || processes.Length == 0)
{
    Console.Error.WriteLine("usage: DistArray.Stacks SECONDS PROCESS...");
    return 64;
}

// What is read stands still meanwhile, those who would end this too: it ends by itself.
using var deadline = new Timer(_ => Environment.Exit(1), null, TimeSpan.FromSeconds(seconds), Timeout.InfiniteTimeSpan);
foreach (string process in processes)
{
    IReadOnlyList<string> lines = ManagedStacks.Read(int.Parse(process));
    Console.WriteLine($"process {process}");
    foreach (string line in lines) Console.WriteLine(line);
    Console.Out.Flush();
}
return 0;
