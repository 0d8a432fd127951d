using DistArray.Cli.Wrapping.Model;
using DistArray.Cli.Wrapping.Types;

namespace DistArray.Cli.Wrapping.Arguments;

/// <summary>An array of explicit shape or assumed size: an address, elements without gaps.</summary>
internal sealed class FlatArgument(Entity entity, int number) : ArgumentBinding(entity, number)
{
    private const int CheckPlaces = 17;      // number of dimensions, up to 15 extents, and one to spare
    private readonly string _element = ElementMap.Element(entity.Type);
    private string? _expected;

    /// <summary>Its number among the arguments that are checked, from 1; 0 where it is not.</summary>
    public int Check { get; private set; }

    /// <summary>Where its shape stands in the list of shapes.</summary>
    public int CheckAt => PlaceOf(Check);

    /// <summary>Where the shape of the argument of a number stands.</summary>
    public static int PlaceOf(int check) => 1 + (CheckPlaces * (check - 1));

    /// <summary>First place behind the shapes of so many arguments.</summary>
    public static int RoomOf(int checks) => 1 + (CheckPlaces * checks);

    /// <summary>Finds out whether its extents can be computed.</summary>
    /// <param name="scope">Names; all arguments are declared.</param>
    /// <param name="check">Number that it gets then.</param>
    /// <returns>Whether they can.</returns>
    public bool TryCheck(CompanionScope scope, int check)
    {
        _expected = Extents(Entity.Shape!, scope);
        if (_expected is null) return false;
        Check = check;
        return true;
    }

    public override bool HasLowerBounds => Entity.Shape is { NDim: 1 } shape && shape.Axes[0].Lower is null or Constant;

    // As many dimensions as the procedure has, by which a generic name finds it; the compiler does not know how many elements follow.
    private string Dimensions => Entity.Shape!.NDim > 1 ? $"({string.Concat(Enumerable.Repeat("1, ", Entity.Shape.NDim - 1))}*)"
        : Entity.Shape.Axes[0].Lower is Constant and not { Text: "1" } and var lower ? $"({lower}:*)" : "(*)";

    public override IEnumerable<string> Declarations(CompanionScope scope) =>
        [$"{Entity.Type}{IntentAttribute}{OptionalAttribute}{(Entity.IsTarget ? ", target" : "")} :: {Dummy}{Dimensions}"];

    public override IEnumerable<string> Statements => Check == 0 ? []
        : [$"if (misfits(check, {Check}, {CheckAt}, [integer(8) :: {_expected}])) return"];

    public override string Parameter => $"ArrayArgument<{_element}> {Name}";

    public override string Default => "default";

    public override string KeepAlive => $"{Name}.KeepAlive();";

    public override string Fixed => $"fixed ({_element}* {Local("Pinned")} = {Name})";

    public override IReadOnlyList<string> Addresses =>
        [$"{Name}.Flat({Local("Pinned")}, {(Entity.IsOptional ? "true" : "false")}, {Described}, {(Check == 0 ? "null" : $"check + {CheckAt}")})"];

    public override string Documentation => (Entity.IsOptional ? "default: absent. " : "") + "Elements without gaps, first index fastest; not copied. " + (Check == 0
        ? "The extents are not checked: Fortran does not tell them."
        : Entity.Shape!.Kind == ShapeKind.AssumedSize ? "All extents but the last are checked: Fortran does not tell that one." : "The extents are checked.");

    /// <summary>The extents of an explicit shape in the companion's names, -1 for one that Fortran does not tell.</summary>
    /// <returns>Null where they use what cannot be reached.</returns>
    public static string? Extents(ArrayShape shape, CompanionScope scope)
    {
        string?[] extents = [.. shape.Axes.Select(axis => Extent(axis, scope))];
        return extents.Contains(null) ? null : string.Join(", ", extents);
    }

    private static string? Extent(Bounds axis, CompanionScope scope)
    {
        if (axis.Upper is null) return "-1";
        if (scope.Format(axis.Upper) is not { } upper) return null;
        if (axis.Lower is null or Constant { Text: "1" }) return $"max(0_8, int({upper}, 8))";
        return scope.Format(axis.Lower) is { } lower ? $"max(0_8, int({upper}, 8) - int({lower}, 8) + 1)" : null;
    }
}
