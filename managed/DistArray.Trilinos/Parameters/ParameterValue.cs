using System.Globalization;

namespace DistArray.Trilinos;

/// <summary>The value of a parameter: a number, a truth value, a text, an array of these, or a list of parameters. What it may be converts to it.</summary>
public readonly record struct ParameterValue
{
    private readonly object? _value;

    private ParameterValue(object value) => _value = value;

    /// <summary>The value: int, long, double, bool, string, int[], long[], double[], string[] or <see cref="ParameterList"/>.</summary>
    public object Value => _value ?? "";

    /// <summary>Name of the type as Teuchos has it, such as <c>int</c> or <c>Array(double)</c>.</summary>
    public string Type => Value switch
    {
        int => "int",
        long => "long long",
        double => "double",
        bool => "bool",
        string => "string",
        int[] => "Array(int)",
        long[] => "Array(long long)",
        double[] => "Array(double)",
        string[] => "Array(string)",
        _ => "ParameterList",
    };

    /// <summary>A number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ParameterValue(int value) => new(value);

    /// <summary>A number of 64 bits, which parameters of type <c>int</c> do not take.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ParameterValue(long value) => new(value);

    /// <summary>A real number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator ParameterValue(double value) => new(value);

    /// <summary>A truth value.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator ParameterValue(bool value) => new(value);

    /// <summary>A text.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator ParameterValue(string value) => new(value ?? throw new ArgumentNullException(nameof(value)));

    /// <summary>Several numbers.</summary>
    /// <param name="values">The numbers, which are copied.</param>
    public static implicit operator ParameterValue(int[] values) => new(values?.Clone() ?? throw new ArgumentNullException(nameof(values)));

    /// <summary>Several numbers of 64 bits.</summary>
    /// <param name="values">The numbers, which are copied.</param>
    public static implicit operator ParameterValue(long[] values) => new(values?.Clone() ?? throw new ArgumentNullException(nameof(values)));

    /// <summary>Several real numbers.</summary>
    /// <param name="values">The numbers, which are copied.</param>
    public static implicit operator ParameterValue(double[] values) => new(values?.Clone() ?? throw new ArgumentNullException(nameof(values)));

    /// <summary>Several texts.</summary>
    /// <param name="values">The texts, which are copied.</param>
    public static implicit operator ParameterValue(string[] values) => new(values?.Clone() ?? throw new ArgumentNullException(nameof(values)));

    /// <summary>A list of parameters.</summary>
    /// <param name="list">The list itself, not a copy.</param>
    public static implicit operator ParameterValue(ParameterList list) => new(list ?? throw new ArgumentNullException(nameof(list)));

    /// <summary>The value as Teuchos writes it.</summary>
    public override string ToString() => Value switch
    {
        double x => Text(x),
        bool b => b ? "true" : "false",
        int[] a => Join(a.Select(x => x.ToString(CultureInfo.InvariantCulture))),
        long[] a => Join(a.Select(x => x.ToString(CultureInfo.InvariantCulture))),
        double[] a => Join(a.Select(Text)),
        string[] a => Join(a),
        ParameterList list => $"{list.Count} parameters",
        var other => string.Create(CultureInfo.InvariantCulture, $"{other}"),
    };

    private static string Join(IEnumerable<string> values) => $"{{{string.Join(", ", values)}}}";

    private static string Text(double x) => double.IsNaN(x) ? "nan" : double.IsInfinity(x) ? x > 0 ? "inf" : "-inf" : x.ToString("R", CultureInfo.InvariantCulture);
}
