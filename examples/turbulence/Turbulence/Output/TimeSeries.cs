using System.Text.Json;

namespace Turbulence;

/// <summary>Quantities at the times they were sampled at.</summary>
/// <param name="names">Name of each quantity.</param>
public sealed class TimeSeries(IReadOnlyList<string> names)
{
    private readonly List<(double Time, double[] Values)> _samples = [];

    /// <summary>Samples so far.</summary>
    public int Count => _samples.Count;

    /// <summary>Times of the samples.</summary>
    public double[] Times => [.. _samples.Select(sample => sample.Time)];

    /// <summary>One quantity over time.</summary>
    public double[] this[string name]
    {
        get
        {
            int index = names.ToList().IndexOf(name);
            return [.. _samples.Select(sample => sample.Values[index])];
        }
    }

    /// <summary>Adds a sample.</summary>
    public void Add(double time, double[] values) => _samples.Add((time, values));

    /// <summary>Writes an array with one object a sample; numbers round-trip.</summary>
    public void Save(string path)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            foreach ((double time, double[] values) in _samples)
            {
                json.WriteStartObject();
                json.WriteNumber("time", time);
                for (int i = 0; i < values.Length; i++) json.WriteNumber(names[i], values[i]);
                json.WriteEndObject();
            }
            json.WriteEndArray();
        }
        AtomicFile.Write(path, buffer.GetBuffer().AsSpan(0, (int)buffer.Length));
    }
}
