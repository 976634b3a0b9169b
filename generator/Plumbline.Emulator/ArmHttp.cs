using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Plumbline.Emulator.Wire;

namespace Plumbline.Emulator;

/// <summary>Between HTTP and the wire's own types.</summary>
internal static class ArmHttp
{
    /// <summary>The request without its body.</summary>
    public static ArmRequest Read(HttpContext context, Guid requestId, DateTimeOffset now)
    {
        var http = context.Request;
        var query = http.Query.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.LastOrDefault() ?? string.Empty, StringComparer.OrdinalIgnoreCase);
        var path = (http.Path.Value ?? string.Empty).TrimEnd('/');
        return new ArmRequest(http.Method.ToUpperInvariant(), $"https://{http.Host.Value}", path, query, null, now, requestId);
    }

    /// <summary>The JSON object of the body, null when there is none; or what is wrong with it.</summary>
    public static async Task<(JsonObject? Body, ArmError? Error)> ReadBodyAsync(HttpRequest request, int limit, CancellationToken cancellation)
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

        return content.Length == 0 ? (null, null) : Parse(content.GetBuffer().AsSpan(0, (int)content.Length));
    }

    /// <summary>Writes the answer with the headers that every answer carries.</summary>
    public static async Task WriteAsync(HttpContext context, ArmResponse response, Guid requestId, DateTimeOffset now)
    {
        var http = context.Response;
        http.StatusCode = response.Status;
        var common = ArmHeaders.For(
            context.Request.Method, context.Request.Path, requestId, now,
            Echo(context.Request, "x-ms-correlation-request-id"), Echo(context.Request, "x-ms-client-request-id"));
        foreach (var (name, value) in common.Concat(response.Headers)) http.Headers[name] = value;
        if (response.Body is null && response.WriteBodyAsync is null) return;
        http.ContentType = "application/json; charset=utf-8";
        if (response.WriteBodyAsync is { } write && !HttpMethods.IsHead(context.Request.Method)) await write(http.BodyWriter, context.RequestAborted);
        if (response.Body is null) return;
        var body = Encoding.UTF8.GetBytes(Json.Compact(response.Body));
        http.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method)) await http.Body.WriteAsync(body, context.RequestAborted);
    }

    private static (JsonObject? Body, ArmError? Error) Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonNode.Parse(utf8, documentOptions: Json.Strict) is JsonObject body
                ? (body, null)
                : (null, ArmErrors.InvalidRequestContent("The content is not a JSON object"));
        }
        catch (JsonException problem)
        {
            return (null, ArmErrors.InvalidRequestContent(problem.Message.TrimEnd('.')));
        }
    }

    // Only what may stand in a header again.
    private static string? Echo(HttpRequest request, string header) =>
        request.Headers[header].ToString() is { Length: > 0 and <= 128 } value && value.All(character => character is >= ' ' and <= '~') ? value : null;
}
