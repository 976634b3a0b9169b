using System.Globalization;
using System.Text.Json;

namespace Plumbline.Benchmarks.Scan;

/// <summary>Writes figures: a table for people, or one JSON object.</summary>
internal static class FigureList
{
    /// <summary>Writes the figures to the console, as they come when they are for people.</summary>
    public static void Write(IEnumerable<Figure> figures, bool asJson)
    {
        if (asJson) WriteJson([.. figures]);
        else WriteTable(figures);
    }

    private static void WriteTable(IEnumerable<Figure> figures)
    {
        foreach (var figure in figures)
        {
            var number = figure.Value.ToString(Math.Abs(figure.Value) < 100 ? "0.###" : "#,0", CultureInfo.InvariantCulture);
            var target = figure.Target is { } most ? string.Create(CultureInfo.InvariantCulture, $"(target <= {most}: {(figure.IsKept ? "kept" : "MISSED")})") : "";
            Console.WriteLine($"{figure.Text,-62}{number,14} {figure.Unit,-12}{target}".TrimEnd());
        }
    }

    private static void WriteJson(List<Figure> figures)
    {
        using var output = Console.OpenStandardOutput();
        using (var writer = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            foreach (var figure in figures) writer.WriteNumber(figure.Key, Math.Round(figure.Value, 4));
            writer.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }
}
