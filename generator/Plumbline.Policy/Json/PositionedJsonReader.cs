using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Json;

/// <summary>
/// Reads one JSON object strictly (RFC 8259, plus comments and trailing commas) into Newtonsoft tokens annotated with exact spans.
/// Newtonsoft's own reader accepts single quotes, bare names and trailing garbage, and knows only where a token ended.
/// </summary>
internal static class PositionedJsonReader
{
    // Azure allows 512 nested conditions, two JSON levels each; the rest is for deployment templates around them.
    private const int MaximumDepth = 1200;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaximumDepth };

    private static readonly JsonReaderOptions Lenient = new() { MaxDepth = MaximumDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static (JObject? Root, ImmutableArray<Diagnostic> Diagnostics) Read(SourceText source)
    {
        var text = source.Text.TrimStart('\uFEFF');
        var bytes = Encoding.UTF8.GetBytes(text);
        var strict = TryRead(bytes, Strict, out var problem);
        if (strict is not null) return Checked(source.File, strict, []);
        var lenient = TryRead(bytes, Lenient, out _);
        var at = new SourceLocation(source.File, problem?.Span, "$");
        return lenient is null
            ? (null, [DiagnosticCatalog.MalformedJson(at, problem?.Message ?? "the text is empty")])
            : Checked(source.File, lenient, [DiagnosticCatalog.JsonExtension(at)]);
    }

    private static (JObject? Root, ImmutableArray<Diagnostic> Diagnostics) Checked(string file, JToken document, ImmutableArray<Diagnostic> diagnostics) =>
        document is JObject root
            ? (root, diagnostics)
            : (null, diagnostics.Add(DiagnosticCatalog.WrongKind(PositionedJson.LocationOf(file, document), "the document", "an object")));

    private static JToken? TryRead(byte[] bytes, JsonReaderOptions options, out Problem? problem)
    {
        var lines = new LineIndex(bytes);
        var reader = new Utf8JsonReader(bytes, options);
        try
        {
            problem = null;
            var builder = new TokenTreeBuilder(lines);
            while (reader.Read()) builder.Add(ref reader);
            return builder.Root;
        }
        catch (JsonException exception)
        {
            var offset = lines.OffsetOf(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            problem = new(lines.SpanOf(offset, offset), exception.Message.Split(" LineNumber:")[0].TrimEnd('.'));
            return null;
        }
        catch (InvalidOperationException)
        {
            problem = new(lines.SpanOf((int)reader.TokenStartIndex, (int)reader.BytesConsumed), "a text holds half of a surrogate pair");
            return null;
        }
    }

    private sealed record Problem(TextSpan Span, string Message);
}
