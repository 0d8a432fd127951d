using System.Reflection;
using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>The assemblies that users build against, with their documentation.</summary>
internal static class Product
{
    public static readonly string[] Names = ["DistArray.Core", "DistArray.Bindings", "DistArray.Mpi", "DistArray.Fortran", "DistArray.IO", "DistArray.Trilinos", "DistArray.Testing", "DistArray.Interactive"];

    public static readonly Assembly[] Assemblies = [.. Names.Select(Assembly.Load)];

    /// <summary>Documentation by member id, as the compiler writes it ("M:DistArray.Np.Zeros``1(…)").</summary>
    public static readonly IReadOnlyDictionary<string, XElement> Documentation = Names
        .Select(name => Path.Combine(AppContext.BaseDirectory, name + ".xml"))
        .Where(File.Exists)
        .SelectMany(file => XDocument.Load(file).Descendants("member"))
        .DistinctBy(member => member.Attribute("name")!.Value) // what source generators add is in several
        .ToDictionary(member => member.Attribute("name")!.Value);
}
