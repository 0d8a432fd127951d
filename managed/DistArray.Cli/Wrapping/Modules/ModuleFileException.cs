namespace DistArray.Cli.Wrapping.Modules;

/// <summary>A file that cannot be read as a module.</summary>
internal sealed class ModuleFileException(string path, string problem) : Exception($"{path}: {problem}");
