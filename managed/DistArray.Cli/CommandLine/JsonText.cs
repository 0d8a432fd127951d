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

    /// <summary>An object as JSON: its public properties in camelCase, without those that are null.</summary>
    public static string Of<T>(T value) => JsonSerializer.Serialize(value, s_options);
}
