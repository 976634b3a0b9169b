using System.Collections.Immutable;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator;

/// <summary>Between HTTP and the wire's own types.</summary>
internal static class ArmHttp
{
    // The limit of ARM's own lists.
    private const int MaxResponse = 20 << 20;

    /// <summary>The request without its body.</summary>
    public static ArmRequest Read(HttpContext context, Guid requestId, DateTimeOffset now)
    {
        var http = context.Request;
        var query = http.Query.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var path = SingleSlashes(http.Path.Value ?? string.Empty);
        return new ArmRequest(http.Method.ToUpperInvariant(), $"https://{http.Host.Value}", path, query, null, now, requestId)
        {
            IfMatch = Condition(http, "If-Match"),
            IfNoneMatch = Condition(http, "If-None-Match"),
        };
    }

    /// <summary>The JSON object of the body, null when there is none; or what is wrong with it.</summary>
    public static async Task<(JsonObject? Body, ArmError? Error)> ReadBodyAsync(HttpRequest request, int limit, bool isLoose, CancellationToken cancellation)
    {
        if (request.ContentLength > limit) return (null, ArmErrors.RequestContentTooLarge(limit));
        using var content = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int count;
        while ((count = await request.Body.ReadAsync(buffer, cancellation)) > 0)
        {
            if (content.Length + count > limit) return (null, ArmErrors.RequestContentTooLarge(limit));
            content.Write(buffer, 0, count);
        }

        if (content.Length == 0) return (null, null);
        if (UnsupportedMediaType(request.ContentType) is { } unsupported) return (null, unsupported);
        var utf8 = content.GetBuffer().AsSpan(0, (int)content.Length);
        var (body, error) = RequestBody.Parse(utf8);
        return error is not null && isLoose && LooseJson.ToStrict(utf8) is { } strict ? RequestBody.Parse(strict) : (body, error);
    }

    /// <summary>Writes the answer with the headers that every answer carries.</summary>
    public static async Task WriteAsync(HttpContext context, ArmResponse response, Guid requestId, DateTimeOffset now)
    {
        if (response.Status == ArmResponse.Dropped.Status)
        {
            context.Abort();
            return;
        }

        var http = context.Response;
        http.StatusCode = response.Status;
        var common = ArmHeaders.For(requestId, now, Echo(context.Request, "x-ms-correlation-request-id"), Echo(context.Request, "x-ms-client-request-id"));
        foreach (var (name, value) in common.Concat(response.Headers)) http.Headers[name] = value;
        if (FailureCause.Of(response) is { } cause) http.Headers[FailureCause.Header] = cause;
        var content = response.Content ?? (response.Body is null ? null : new ArmContent(Encoding.UTF8.GetBytes(Json.Compact(response.Body))));
        if (content is null && response.WriteBodyAsync is null) return;
        if (content?.Bytes.Length > MaxResponse)
        {
            http.StatusCode = 400;
            content = new ArmContent(Encoding.UTF8.GetBytes(Json.Compact(ArmEnvelope.Error(ArmErrors.ResponseTooLarge(MaxResponse)).Body ?? new JsonObject())));
        }

        http.ContentType = content?.MediaType ?? ArmContent.Json;
        http.ContentLength = content?.Bytes.Length;
        if (HttpMethods.IsHead(context.Request.Method)) return;
        if (content is not null) await http.Body.WriteAsync(content.Bytes, context.RequestAborted);
        else if (response.WriteBodyAsync is { } write) await write(http.BodyWriter, context.RequestAborted);
    }

    // The charset may be left out or be UTF-8, as RFC 8259 has it.
    private static ArmError? UnsupportedMediaType(string? given)
    {
        if (!MediaTypeHeaderValue.TryParse(given, out var type)) return ArmErrors.UnsupportedMediaType(string.IsNullOrEmpty(given) ? "<null>" : given);
        var isJson = type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase) || type.MediaType.Equals("text/json", StringComparison.OrdinalIgnoreCase)
            || type.Suffix.Equals("json", StringComparison.OrdinalIgnoreCase);
        var isUtf8 = !type.Charset.HasValue || type.Charset.Value.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        return isJson && isUtf8 ? null : ArmErrors.UnsupportedMediaType(given ?? "<null>");
    }

    // Clients put a scope that starts with a slash behind a slash of their own, and leave empty parts between slashes.
    private static string SingleSlashes(string path) =>
        path.Contains("//", StringComparison.Ordinal) || path.EndsWith('/') ? string.Concat(path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => "/" + segment)) : path;

    private static string? Condition(HttpRequest request, string header) => request.Headers[header].ToString() is { Length: > 0 } value ? value : null;

    // Only what may stand in a header again.
    private static string? Echo(HttpRequest request, string header) =>
        request.Headers[header].ToString() is { Length: > 0 and <= 128 } value && value.All(character => character is >= ' ' and <= '~') ? value : null;
}
