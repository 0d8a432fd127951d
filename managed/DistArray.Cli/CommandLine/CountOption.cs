using System.Globalization;

namespace DistArray.Cli.CommandLine;

/// <summary>An option whose value is a whole number from <paramref name="least"/> on.</summary>
internal sealed class CountOption(string name, string valueName, string help, int fallback, int least = 1) : ValueOption<int>(name, valueName, help, fallback, text =>
    int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int value) && value >= least
        ? value
        : throw new FormatException($"it takes a whole number from {least} on"));
