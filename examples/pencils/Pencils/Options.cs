using System.Globalization;
using Pencils.Core;

namespace Pencils;

/// <summary>What the command line asks for, as <c>name=value</c> like the core's own program. What is the core's goes to the core.</summary>
public sealed record Options(int Steps, double Dt, string Folder)
{
    /// <summary>Reads a command line.</summary>
    /// <exception cref="FormatException">An option that is not known, or a value that makes no sense.</exception>
    public static Options Parse(string[] args, ParametersModule parameters)
    {
        (int steps, double dt, string folder) = (50, 0.01, "pencils-out");
        foreach (string argument in args)
        {
            string name = argument.Split('=')[0], value = argument[Math.Min(name.Length + 1, argument.Length)..];
            bool accepted;
            if (name == "steps") accepted = int.TryParse(value, out steps) && steps >= 0;
            else if (name == "dt") accepted = double.TryParse(value, CultureInfo.InvariantCulture, out dt) && dt > 0 && double.IsFinite(dt);
            else if (name == "out") accepted = (folder = value) != "";
            else parameters.SetParameter(name, value, out accepted);
            if (!accepted) throw new FormatException($"'{argument}' is no name=value that can be used. There are n, grid, nu, amplitude, flow, steps and dt (numbers), and out (a folder).");
        }
        return new Options(steps, dt, folder);
    }
}
