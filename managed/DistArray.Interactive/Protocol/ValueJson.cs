using System.Numerics;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace DistArray.Interactive.Protocol;

/// <summary>Values between client and engines as JSON: numbers with all their bits, NaN and infinities too.</summary>
internal static class ValueJson
{
    public static readonly JsonSerializerOptions Options = new()
    {
        IncludeFields = true,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        Converters = { new ComplexConverter() },
    };

    private sealed class ComplexConverter : JsonConverter<Complex>
    {
        public override Complex Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<double[]>(ref reader, options) is [var real, var imaginary]
                ? new Complex(real, imaginary)
                : throw new JsonException("A complex number has two parts.");

        public override void Write(Utf8JsonWriter writer, Complex value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, new[] { value.Real, value.Imaginary }, options);
    }
}
