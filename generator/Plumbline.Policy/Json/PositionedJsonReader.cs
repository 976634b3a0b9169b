using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Newtonsoft.Json.Linq;
using Plumbline.Policy.Diagnostics;

namespace Plumbline.Policy.Json;

/// <summary>
/// Reads one JSON value strictly (RFC 8259, plus comments and trailing commas) into Newtonsoft tokens annotated with exact spans.
/// Newtonsoft's own reader accepts single quotes, bare names and trailing garbage, and knows only where a token ended.
/// </summary>
internal static class PositionedJsonReader
{
    // Azure allows 512 nested conditions, two JSON levels each; the rest is for deployment templates around them.
    private const int MaximumDepth = 1200;

    // A document of the largest size that Azure accepts (1 MiB) has half as many; it bounds the memory that a text can take.
    private const int MaximumTokens = 1_000_000;

    private const string HalfPair = "a text holds half of a surrogate pair";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaximumDepth };

    private static readonly JsonReaderOptions Lenient = new() { MaxDepth = MaximumDepth, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>The object that the text holds; a text that holds another value is reported.</summary>
    public static (JObject? Root, ImmutableArray<Diagnostic> Diagnostics) Read(SourceText source)
    {
        var (document, diagnostics) = ReadAny(source);
        return document is null or JObject
            ? (document as JObject, diagnostics)
            : (null, diagnostics.Add(DiagnosticCatalog.WrongKind(PositionedJson.LocationOf(source.File, document), "the document", "an object")));
    }

    /// <summary>The value that the text holds, whatever it is; null after an error.</summary>
    public static (JToken? Root, ImmutableArray<Diagnostic> Diagnostics) ReadAny(SourceText source)
    {
        if (LoneSurrogate(source.Text) is { } place)
            return (null, [DiagnosticCatalog.MalformedJson(new SourceLocation(source.File, place, "$"), HalfPair)]);
        var bytes = Utf8.GetBytes(source.Text is ['\uFEFF', .. var rest] ? rest : source.Text);
        var lines = new LineIndex(bytes);
        var strict = TryRead(bytes, lines, Strict, out var problem);
        if (strict is not null || problem is null) return (strict, []);
        var lenient = TryRead(bytes, lines, Lenient, out var remaining);
        if (remaining is null) return (lenient, [DiagnosticCatalog.JsonExtension(At(source, problem))]);
        var error = DiagnosticCatalog.MalformedJson(At(source, remaining), remaining.Message);
        return (null, remaining.Span == problem.Span ? [error] : [DiagnosticCatalog.JsonExtension(At(source, problem)), error]);
    }

    private static SourceLocation At(SourceText source, Problem problem) => new(source.File, problem.Span, "$");

    private static JToken? TryRead(byte[] bytes, LineIndex lines, JsonReaderOptions options, out Problem? problem)
    {
        var reader = new Utf8JsonReader(bytes, options);
        try
        {
            problem = null;
            var builder = new TokenTreeBuilder(lines);
            while (builder.Count < MaximumTokens && reader.Read()) builder.Add(ref reader);
            if (!reader.Read()) return builder.Root;
            problem = new(SpanOf(lines, ref reader), string.Create(CultureInfo.InvariantCulture, $"it holds more than {MaximumTokens} names and values"));
        }
        catch (JsonException exception)
        {
            var offset = lines.OffsetOf(exception.LineNumber ?? 0, exception.BytePositionInLine ?? 0);
            problem = new(lines.SpanOf(offset, offset), JsonReason.Of(exception, MaximumDepth));
        }
        catch (InvalidOperationException)
        {
            problem = new(SpanOf(lines, ref reader), HalfPair);
        }

        return null;
    }

    private static TextSpan SpanOf(LineIndex lines, ref Utf8JsonReader reader) => lines.SpanOf((int)reader.TokenStartIndex, (int)reader.BytesConsumed);

    private static TextSpan? LoneSurrogate(string text)
    {
        var (line, start) = (1, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n') (line, start) = (line + 1, i + 1);
            if (!char.IsSurrogate(text[i])) continue;
            if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1])) return new TextSpan(line, i - start + 1, 1);
            i++;
        }

        return null;
    }

    private sealed record Problem(TextSpan Span, string Message);
}
