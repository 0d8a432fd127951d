using System.Text.Json;
using System.Text.Json.Serialization;

namespace DistArray.Cli.CommandLine;

/// <summary>What <c>--json</c> prints.</summary>
internal static class JsonText
{
    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly JsonSerializerOptions s_lineOptions = new(s_options) { WriteIndented = false };

    /// <summary>The same in one line.</summary>
    public static string OneLine<T>(T value) => JsonSerializer.Serialize(value, s_lineOptions);

    /// <summary>An object from what <see cref="OneLine"/> made of it.</summary>
    public static T Parse<T>(string line) => JsonSerializer.Deserialize<T>(line, s_lineOptions)!;

    /// <summary>An object as JSON: its public properties in camelCase, without those that are null.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, s_options);
}
