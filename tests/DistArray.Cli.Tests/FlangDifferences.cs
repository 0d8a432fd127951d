using System.Text.RegularExpressions;

namespace DistArray.Cli.Tests;

/// <summary>What the two compilers' files, or their readers, say differently of the same source.</summary>
internal static partial class FlangDifferences
{
    private const string ByAxes = "flang writes size() and ubound() of arrays by their axes";
    private const string Conversions = "flang writes the kind of every conversion of a real";
    private const string OnlyResult = "procedure(type) has no interface; gfortran makes up one without a name";
    private const string AbstractInterface = "gfortran lists abstract interfaces among procedures";
    private const string Extended = "gfortran counts a generic name that a module extends to the module that began it, and its reader leaves it out";

    private const string Polymorphic = "gfortran keeps the pointer of a polymorphic component elsewhere";
    private const string WithoutArguments = "of an external procedure gfortran keeps no arguments; flang's reader takes those of its interface, and leaves out what has none";

    /// <summary>Beginnings of lines that are compared with nothing, and why.</summary>
    private static readonly (string Module, string Line, string Why)[] s_notCompared =
    [
        ("corners", "procedure s 0 ", ByAxes),
        ("corners", "procedure s 3 ", ByAxes),
        ("corners", "procedure s 4 ", Conversions),
        ("corners", "procedure s2 0 ", OnlyResult),
        ("corners", "type priv of", "a type that is private by default has a public component: gfortran's reader calls it opaque"),
        ("corners", "variable type(c_ptr), parameter :: nn", "flang's null address has a component of its own"),
        ("corners_user", "generic s: ", Extended),
        ("rare", "generic operator(+): ", "gfortran lists an operator that is bound to a type among the module's"),
        ("rare", "procedure extp ", WithoutArguments),
        ("rare", "procedure ff ", AbstractInterface),
        ("rare", "procedure function ext3", WithoutArguments),
        ("rare", "procedure function pf", "gfortran's reader loses the interface of a procedure pointer that is a result"),
        ("rare", "procedure function strn", "gfortran's reader writes a whole array with colons"),
        ("rare", "procedure many 3 ", "flang puts constants first in a product"),
        ("rare", "procedure subroutine ext2", WithoutArguments),
        ("rare", "procedure subroutine extp", WithoutArguments),
        ("rare", "procedure subroutine ff", AbstractInterface),
        ("rare", "type sTAR", "gfortran has a hidden type of class(*)"),
        ("rare", "type v 4 ", Polymorphic),
        ("rare", "variable type(v), parameter :: vv", "gfortran keeps a scalar value of an array component as one"),
        ("wide", "generic total: ", Extended),
        ("wide", "generic operator(.cross.): ", "gfortran does not tell which module an operator is of"),
        ("wide", "procedure nested 1 ", ByAxes),
        ("wide", "procedure sizes ", ByAxes),
        ("wide", "procedure unusual 1 ", Conversions),
        ("wide_base", "generic operator(): ", "gfortran's reader has another name of an assignment"),
        ("wide_base", "generic assignment(=): ", "gfortran's reader has another name of an assignment"),
        ("wide_base", "procedure action ", AbstractInterface),
        ("wide_base", "procedure subroutine action", AbstractInterface),
        ("wide_base", "procedure area_i ", AbstractInterface),
        ("wide_base", "procedure function area_i", AbstractInterface),
        ("wide_base", "type child_t 2 ", Polymorphic),
        ("wide_base", "type child_t 5 ", "gfortran has a hidden component for the length of a text"),
        ("wide_base", "variable procedure, pointer :: typed", OnlyResult),
        ("wide_base", "variable procedure(), pointer :: typed", OnlyResult),
    ];

    /// <summary>The lines that both must have.</summary>
    public static string[] Compared(string module, IEnumerable<string> lines) =>
    [
        .. lines.Where(line => !s_notCompared.Any(not => not.Module == module && line.StartsWith(not.Line, StringComparison.Ordinal)))
            .Select(line => LengthOfEightBytes().Replace(line, "")),
    ];

    // gfortran keeps the lengths of texts that it counted, and of single characters, in eight bytes; flang in four.
    [GeneratedRegex(@"(?<=(len=|length )\d+)_8")]
    private static partial Regex LengthOfEightBytes();
}
