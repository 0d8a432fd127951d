using System.Reflection;

namespace Architecture.Tests;

/// <summary>Dependencies go one way: Core and Bindings on nothing; Mpi on both; Fortran, IO, Trilinos and Testing on Mpi and never on each other; Interactive on all that its lines have in scope.</summary>
public class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["DistArray.Core"] = [],
        ["DistArray.Bindings"] = [],
        ["DistArray.Mpi"] = ["DistArray.Core", "DistArray.Bindings"],
        ["DistArray.Fortran"] = ["DistArray.Core", "DistArray.Bindings", "DistArray.Mpi"],
        ["DistArray.IO"] = ["DistArray.Core", "DistArray.Bindings", "DistArray.Mpi"],
        ["DistArray.Trilinos"] = ["DistArray.Core", "DistArray.Bindings", "DistArray.Mpi"],
        ["DistArray.Interactive"] = ["DistArray.Core", "DistArray.Bindings", "DistArray.Mpi", "DistArray.Fortran", "DistArray.IO", "DistArray.Trilinos"],
        ["DistArray.Testing"] = ["DistArray.Core", "DistArray.Bindings", "DistArray.Mpi"],
    };

    [TestCaseSource(typeof(Product), nameof(Product.Names))]
    public void Assembly_ReferencesOnlyWhatItMay(string name)
    {
        var references = Assembly.Load(name).GetReferencedAssemblies().Select(reference => reference.Name!)
            .Where(reference => reference.StartsWith("DistArray", StringComparison.Ordinal));
        Assert.That(references, Is.SubsetOf(Allowed[name]));
    }

    [Test]
    public void Core_ImportsNoNativeCodeButLibc()
    {
        var imports = Assembly.Load("DistArray.Core").GetTypes()
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.DeclaredOnly))
            .Select(method => method.GetCustomAttribute<System.Runtime.InteropServices.DllImportAttribute>()?.Value)
            .Where(library => library is not null);
        Assert.That(imports, Is.All.EqualTo("libc").Or.EqualTo("libm.so.6")); // the C library's second part
    }
}
