using System.Collections.Immutable;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Plumbline.Planning.Journals;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Planning.Files;

/// <summary>The text form of a journal: an event a line, as JSON. A program that ends while it writes leaves half a line at the end; that event has not happened.</summary>
public static class JournalFile
{
    private const int MaximumLines = 1_000_000;
    private const int MaximumLine = 64 * 1024;
    private const int MaximumText = 2_000;

    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The event as a line, with its line feed.</summary>
    public static string Line(JournalEvent item)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Compact)) Write(writer, item);
        return Encoding.UTF8.GetString(buffer.ToArray()) + "\n";
    }

    /// <summary>Reads a journal. Half a line at the end is left out, with a remark.</summary>
    public static ParseResult<JournalText> Read(SourceText source)
    {
        var lines = source.Text.Split('\n');
        if (lines.Length > MaximumLines) return new(null, [DiagnosticCatalog.JournalUnreadable(new(source.File), $"it has more than {MaximumLines} lines")]);

        var events = ImmutableArray.CreateBuilder<JournalEvent>();
        var remarks = ImmutableArray.CreateBuilder<Diagnostic>();
        for (var index = 0; index < lines.Length; index++)
        {
            var line = lines[index].TrimEnd('\r');
            if (line.Length == 0) continue;
            var at = new SourceLocation(source.File, new TextSpan(index + 1, 1));
            if (Event(line) is { } item) events.Add(item);
            else if (index == lines.Length - 1) remarks.Add(DiagnosticCatalog.JournalTorn(at));
            else return new(null, [DiagnosticCatalog.JournalUnreadable(at, "the line is no event")]);
        }

        return new(new(events.DrainToImmutable()), remarks.DrainToImmutable());
    }

    /// <summary>Whether a line, without its line feed, is a whole event.</summary>
    public static bool IsWhole(string line) => Event(line) is not null;

    private static void Write(Utf8JsonWriter writer, JournalEvent item)
    {
        writer.WriteStartObject();
        writer.WriteString("at", item.At.ToUniversalTime());
        writer.WriteString("event", Word(item.Kind));
        Text(writer, "planId", item.PlanId);
        Text(writer, "op", item.Op);
        if (item.Attempt > 0) writer.WriteNumber("attempt", item.Attempt);
        Text(writer, "requestDigest", item.RequestDigest);
        if (item.Status is { } status) writer.WriteNumber("status", status);
        Text(writer, "code", item.Code);
        Text(writer, "message", item.Message is { Length: > MaximumText } message ? message[..MaximumText] : item.Message);
        Text(writer, "correlationId", item.CorrelationId);
        Text(writer, "liveDigest", item.LiveDigest);
        Text(writer, "id", item.Id);
        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }

    private static JournalEvent? Event(string line)
    {
        if (line.Length > MaximumLine) return null;
        try
        {
            using var document = JsonDocument.Parse(line);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Event(document.RootElement) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JournalEvent? Event(JsonElement item)
    {
        if (Kind(Text(item, "event")) is not { } kind || !item.TryGetProperty("at", out var at) || at.ValueKind != JsonValueKind.String || !at.TryGetDateTimeOffset(out var time)) return null;
        return new(time, kind, Text(item, "planId"), Text(item, "op"))
        {
            Attempt = Number(item, "attempt") ?? 0,
            RequestDigest = Text(item, "requestDigest"),
            Status = Number(item, "status"),
            Code = Text(item, "code"),
            Message = Text(item, "message"),
            CorrelationId = Text(item, "correlationId"),
            LiveDigest = Text(item, "liveDigest"),
            Id = Text(item, "id"),
        };
    }

    private static string? Text(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int? Number(JsonElement item, string name) => item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;

    private static string Word(JournalEventKind kind) => JsonNamingPolicy.CamelCase.ConvertName(kind.ToString());

    private static JournalEventKind? Kind(string? word) =>
        Enum.GetValues<JournalEventKind>().Cast<JournalEventKind?>().FirstOrDefault(kind => kind is { } known && Word(known) == word);
}
