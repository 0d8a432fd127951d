using System.Security.Cryptography;
using System.Text;

namespace DistArray.Cli.Wrapping.Naming;

/// <summary>Names that the companion gives.</summary>
internal static class FortranName
{
    private const int Longest = 63, Kept = 50;

    /// <summary>A name as it is, or shortened to what Fortran allows: its beginning and a fixed hash.</summary>
    public static string Shorten(string name)
    {
        if (name.Length <= Longest) return name;
        byte[] hash = SHA256.HashData(Encoding.UTF8.GetBytes(name));
        return $"{name[..Kept]}_{Convert.ToHexStringLower(hash)[..12]}";
    }

    /// <summary>Name under which the companion imports a name of the core.</summary>
    public static string Alias(string name) => Shorten($"core_{name}");

    /// <summary>Name under which the companion imports a derived type.</summary>
    public static string TypeAlias(string type) => Shorten($"type_{type}");
}
