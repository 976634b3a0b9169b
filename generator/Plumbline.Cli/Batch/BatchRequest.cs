using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;
using System.Text.Json;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Cli.Batch;

/// <summary>A line of a batch as a JSON object with an <c>id</c>, which any answer repeats.</summary>
internal sealed class BatchRequest : IDisposable
{
    // Resources and definitions are nested in a request; the parsers of those have their own limits.
    private static readonly JsonDocumentOptions Options = new() { MaxDepth = 2048 };

    private readonly JsonDocument document;

    private BatchRequest(JsonDocument document) => this.document = document;

    /// <summary>Reads a line; null with a problem when it is no JSON object.</summary>
    public static BatchRequest? Read(ReadOnlyMemory<byte> line, out Diagnostic? problem)
    {
        try
        {
            var document = JsonDocument.Parse(line, Options);
            problem = document.RootElement.ValueKind == JsonValueKind.Object ? null : DiagnosticCatalog.BatchLineInvalid(At(1), "it is not a JSON object");
            if (problem is null) return new BatchRequest(document);
            document.Dispose();
        }
        catch (JsonException exception)
        {
            var reason = exception.Message.Split(" LineNumber:")[0].TrimEnd('.').ReplaceLineEndings(" ");
            problem = DiagnosticCatalog.BatchLineInvalid(At(CharactersBefore(line.Span, exception.BytePositionInLine ?? 0) + 1), $"it is not JSON: {reason}");
        }

        return null;
    }

    /// <summary>A member, the last one when it is given twice; <see cref="JsonValueKind.Undefined"/> when it is absent.</summary>
    public JsonElement this[string name] => document.RootElement.TryGetProperty(name, out var value) ? value : default;

    /// <summary>Writes <c>id</c> as the request has it: null when it has none.</summary>
    public void WriteId(Utf8JsonWriter output)
    {
        output.WritePropertyName("id"u8);
        if (this["id"] is { ValueKind: not JsonValueKind.Undefined } id) output.WriteRawValue(JsonMarshal.GetRawUtf8Value(id), skipInputValidation: true);
        else output.WriteNullValue();
    }

    /// <summary>A member that has to be text; false with a problem when it is not.</summary>
    public bool TryGetText(string name, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out Diagnostic? problem)
    {
        (text, problem) = (null, null);
        var member = this[name];
        if (member.ValueKind == JsonValueKind.String) text = TextOf(member);
        if (text is null) problem = DiagnosticCatalog.BatchLineInvalid(At(1), Reason(name, member.ValueKind));
        return problem is null && text is not null;
    }

    /// <inheritdoc/>
    public void Dispose() => document.Dispose();

    private static string Reason(string name, JsonValueKind kind) => kind switch
    {
        JsonValueKind.Undefined => $"it has no '{name}'",
        JsonValueKind.String => $"its '{name}' holds half of a surrogate pair",
        _ => $"its '{name}' is not a string",
    };

    // The escape of half a surrogate pair is legal JSON that stands for no text.
    private static string? TextOf(JsonElement element)
    {
        try
        {
            return element.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static SourceLocation At(int column) => new("line", new TextSpan(1, column, 1));

    private static int CharactersBefore(ReadOnlySpan<byte> line, long bytes) => System.Text.Encoding.UTF8.GetCharCount(line[..(int)Math.Min(bytes, line.Length)]);
}
