using DistArray.Cli.CommandLine;

namespace DistArray.Cli.Informing;

/// <summary><c>distarray info</c>.</summary>
internal sealed class InfoCommand : Command
{
    public override string Name => "info";

    public override string Summary => "versions and places of MPI, HDF5, Trilinos and so on; what is missing and how to install it";

    public override string Description => """
        Tells the versions and places of .NET, the native libraries, MPI and its launcher, HDF5, Trilinos, gfortran and Python, what is missing,
        what for, and how to install it.
        """;

    public override IReadOnlyList<Option> Options => [Common.Json];

    public override string Remarks => "Exit status: 1 where something does not fit, so that programs would fail; what is missing and not always needed is none.";

    public override int Run(Given given, TextWriter output, TextWriter error)
    {
        IReadOnlyList<Component> components = Installation.Find();
        if (given.Has(Common.Json)) output.WriteLine(JsonText.Of(new { version = Tool.Version, assembly = typeof(Tool).Assembly.Location, components }));
        else Write(components, output);
        return components.Any(component => component.State == ComponentState.Broken) ? ExitStatus.Finding : ExitStatus.Good;
    }

    private static void Write(IReadOnlyList<Component> components, TextWriter output)
    {
        int width = components.Max(component => component.Name.Length);
        string indent = new(' ', width + 2);
        output.WriteLine($"distarray {Tool.Version}  {Path.GetDirectoryName(typeof(Tool).Assembly.Location)}");
        foreach (Component component in components)
        {
            string state = component.State switch { ComponentState.Missing => component.Version.Length > 0 ? $"{component.Version}; " : "missing: ", ComponentState.Broken => component.Version.Length > 0 ? $"{component.Version}: WRONG, " : "DOES NOT LOAD: ", _ => component.Version };
            output.WriteLine($"{component.Name.PadRight(width)}  {state}{component.Problem}{(component.Path is null ? "" : $"  {component.Path}")}".TrimEnd());
            if (component.Details is { } details) output.WriteLine($"{indent}{details}");
            if (component.Advice is { } advice) output.WriteLine($"{indent}{advice}");
        }
    }
}
