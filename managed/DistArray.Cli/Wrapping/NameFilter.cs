using System.IO.Enumeration;

namespace DistArray.Cli.Wrapping;

/// <summary>Which names are wrapped: those of the allow list, but not those of the deny list.</summary>
/// <param name="Allow">Patterns with * and ?; none: all names.</param>
/// <param name="Deny">Patterns with * and ?.</param>
internal sealed record NameFilter(IReadOnlyList<string> Allow, IReadOnlyList<string> Deny)
{
    // What `include 'mpif.h'` brings into a module.
    private static readonly string[] s_included = ["mpi_*", "pmpi_*", "ompi_*", "mpix_*"];

    public bool Takes(string name) => Allow.Count > 0
        ? Matches(Allow, name) && !Matches(Deny, name)
        : !Matches(Deny, name) && !Matches(s_included, name);

    public string Reason(string name) => Matches(Deny, name) ? "it is on the deny list" : Allow.Count > 0 ? "it is not on the allow list" : "it is a name of MPI, from mpif.h; --allow wraps it";

    private static bool Matches(IEnumerable<string> patterns, string name) => patterns.Any(pattern => FileSystemName.MatchesSimpleExpression(pattern, name));
}
