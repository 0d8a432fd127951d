using DistArray.Cli;
using DistArray.Cli.Wrapping;

const string usage = """
    usage: distarray COMMAND [OPTIONS]

      wrap    generates C# classes of compiled Fortran modules

    `distarray COMMAND --help` tells the options of a command.
    """;

try
{
    switch (args)
    {
        case ["wrap", .. var rest]:
            return WrapCommand.Run(rest, Console.Out, Console.Error);
        case ["--help" or "-h" or "help", ..]:
            Console.WriteLine(usage);
            return 0;
        case []:
            Console.Error.WriteLine(usage);
            return 2;
        default:
            throw new UsageException($"there is no command '{args[0]}'; `distarray --help` lists them.");
    }
}
catch (UsageException e)
{
    Console.Error.WriteLine($"distarray: {e.Message}");
    return 2;
}
